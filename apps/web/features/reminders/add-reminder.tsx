"use client";
import { useQuery } from "@tanstack/react-query";
import type { NewReminder } from "@todo/contract/reminders";
import type { Task } from "@todo/contract/tasks";
import { BellPlus } from "lucide-react";
import { api } from "../../lib/api.ts";
import { profileQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { reminderPresets, sameReminder } from "./reminder-presets.ts";
import { useReminderWords } from "./use-reminder-words.ts";

interface AddReminderProps {
  task: Task;
  onAdd: (reminder: NewReminder) => void;
  /** The person wants to say day and time themselves. */
  onInstant: () => void;
}

export function AddReminder({ task, onAdd, onInstant }: AddReminderProps) {
  const t = useMessages();
  const say = useReminderWords();
  const { data: profile } = useQuery(profileQuery(api));
  const offered = reminderPresets(task, profile?.all_day_time ?? "09:00").filter(
    (preset) => !task.reminders.some((one) => sameReminder(one, preset)),
  );

  return (
    <Menu
      label={t("reminder.add")}
      trigger={
        <Button size="small">
          <BellPlus aria-hidden className="size-4" />
          {t("reminder.add")}
        </Button>
      }
    >
      {offered.map((preset) => (
        <MenuItem key={JSON.stringify(preset)} onSelect={() => onAdd(preset)}>
          <span className="inline-block first-letter:uppercase">{say(preset)}</span>
        </MenuItem>
      ))}
      <MenuItem onSelect={onInstant}>{t("reminder.atInstant")}</MenuItem>
    </Menu>
  );
}
