"use client";
/** When the person is reminded of the task: each with the moment at which it comes, and “not now”. */
import { useQuery } from "@tanstack/react-query";
import type { Reminder } from "@todo/contract/reminders";
import type { Task } from "@todo/contract/tasks";
import { Bell, CalendarClock, X } from "lucide-react";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { IconButton } from "../../ui/button.tsx";
import { MenuItem } from "../../ui/menu.tsx";
import { useDates } from "../settings/use-dates.ts";
import { ChoiceItems } from "../tasks/choice-items.tsx";
import type { GivenReminder } from "../tasks/given.ts";
import { useTaskChanges } from "../tasks/use-task-changes.ts";
import { InstantField } from "./instant-field.tsx";
import { remindersQuery } from "./queries.ts";
import { sameReminder } from "./reminder-presets.ts";
import { saveReminders } from "./save-reminders.ts";
import { TaskMenu } from "./task-menu.tsx";
import { useReminderChoices } from "./use-reminder-choices.ts";
import { useReminderWords } from "./use-reminder-words.ts";

export function ReminderField({ task }: { task: Task }) {
  const t = useMessages();
  const changes = useTaskChanges();
  const say = useReminderWords();
  const { moment } = useDates();
  const [choosing, setChoosing] = useState(false);
  const { data: upcoming } = useQuery(remindersQuery(api, task));

  const { remind, snooze } = useReminderChoices(task);

  const give = (given: GivenReminder) => changes.give(task, given);
  const remove = (removed: Reminder) =>
    changes.send(
      task,
      () => saveReminders(task, (reminders) => reminders.filter((one) => !sameReminder(one, removed))),
      () => t("reminder.saved"),
    );
  const comesAt = (id: string) => upcoming?.find(({ reminder }) => reminder.id === id)?.comes_at;

  const whenOf = (reminder: Reminder) => {
    const at = comesAt(reminder.id);
    // An instant says itself when it comes, unless quiet hours put it off.
    if (at)
      return "at" in reminder && reminder.at === at ? undefined : t("reminder.comes", { moment: moment(at) });
    return upcoming && t("reminder.past");
  };

  return (
    <fieldset className="flex flex-col items-start gap-2">
      <legend className="mb-1.5 text-small font-medium">{t("reminder.field")}</legend>
      {task.reminders.length > 0 ? (
        <ul aria-label={t("reminder.field")} className="flex w-full flex-col">
          {task.reminders.map((reminder) => (
            <li key={reminder.id} className="flex min-h-9 items-center gap-2.5 max-lg:min-h-11">
              <Bell aria-hidden className="size-4 shrink-0 text-ink-2" />
              <span className="min-w-0 flex-1">
                <span className="block first-letter:uppercase">{say(reminder)}</span>
                <span className="block text-small text-ink-2 empty:hidden">{whenOf(reminder)}</span>
              </span>
              <IconButton
                label={t("reminder.remove", { reminder: say(reminder) })}
                onClick={() => remove(reminder)}
                className="-me-1.5"
              >
                <X aria-hidden className="size-4" />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-small text-ink-2">{t("reminder.none")}</p>
      )}
      <div className="flex flex-wrap gap-2">
        <TaskMenu task={task} command="remind">
          <ChoiceItems choices={remind} onGive={give} />
          <MenuItem
            icon={<CalendarClock aria-hidden className="size-4 shrink-0 text-ink-2" />}
            onSelect={() => setChoosing(true)}
          >
            {t("reminder.atInstant")}
          </MenuItem>
        </TaskMenu>
        <TaskMenu task={task} command="snooze" kind="quiet">
          <ChoiceItems choices={snooze} onGive={give} />
        </TaskMenu>
      </div>
      {choosing && (
        <InstantField
          onAdd={(at) => {
            give({ command: "remind", reminder: { at } });
            setChoosing(false);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </fieldset>
  );
}
