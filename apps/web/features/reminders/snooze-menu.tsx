"use client";
/** “Not now”: once more in a while. */
import { useQuery } from "@tanstack/react-query";
import type { InputOf } from "@todo/contract/contract";
import type { Task } from "@todo/contract/tasks";
import { Clock } from "lucide-react";
import { api } from "../../lib/api.ts";
import { profileQuery } from "../../lib/queries.ts";
import { useManner, useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { useDates } from "../settings/use-dates.ts";
import { addDays, instantOf, wallClock } from "../tasks/calendar.ts";
import { timeInWords } from "../tasks/due.ts";
import { useTaskChanges } from "../tasks/use-task-changes.ts";
import { useViewpoint } from "../tasks/use-viewpoint.ts";

const HOUR = 60;

export function SnoozeMenu({ task }: { task: Task }) {
  const t = useMessages();
  const { locale } = useManner();
  const { now, zone } = useViewpoint();
  const { moment } = useDates();
  const changes = useTaskChanges();
  const { data: profile } = useQuery(profileQuery(api));
  const time = profile?.all_day_time ?? "09:00";
  const tomorrow = addDays(wallClock(now, zone).day, 1);

  const snooze = (when: Omit<InputOf<"snooze_reminder">, "task_id">) =>
    changes.send(
      task,
      () => api.snooze_reminder({ task_id: task.id, ...when }),
      ({ reminders }) => {
        const snoozed = reminders.find((one) => "at" in one && one.snoozed);
        const at = snoozed && "at" in snoozed ? snoozed.at : now.toISOString();
        return t("reminder.willCome", { moment: moment(at) });
      },
    );

  return (
    <Menu
      label={t("reminder.snooze")}
      trigger={
        <Button size="small" kind="quiet">
          <Clock aria-hidden className="size-4" />
          {t("reminder.snooze")}
        </Button>
      }
    >
      <MenuItem onSelect={() => snooze({ minutes: 10 })}>{t("reminder.in", { count: 10 })}</MenuItem>
      <MenuItem onSelect={() => snooze({ minutes: HOUR })}>{t("reminder.inAnHour")}</MenuItem>
      <MenuItem onSelect={() => snooze({ minutes: 3 * HOUR })}>
        {t("reminder.inHours", { count: 3 })}
      </MenuItem>
      <MenuItem onSelect={() => snooze({ until: instantOf(tomorrow, time, zone).toISOString() })}>
        {t("reminder.tomorrow", { time: timeInWords(tomorrow, time, locale) })}
      </MenuItem>
    </Menu>
  );
}
