"use client";
/** The days people mean most, each with its date in words. */
import type { Task } from "@todo/contract/tasks";
import { CalendarArrowUp, CalendarDays, CalendarX, Sun } from "lucide-react";
import { t } from "../../lib/messages/translate.ts";
import { MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { addDays, dayIn, weekdayOf } from "./calendar.ts";
import { dayInWords } from "./due.ts";
import { useTaskChanges } from "./use-task-changes.ts";
import { useViewpoint } from "./use-viewpoint.ts";

const MONDAY = 1;

export function ScheduleItems({ task }: { task: Task }) {
  const viewpoint = useViewpoint();
  const changes = useTaskChanges();
  const today = dayIn(viewpoint.now, viewpoint.zone);
  const nextMonday = addDays(today, (MONDAY - weekdayOf(today) + 7) % 7 || 7);

  const days = [
    { day: today, label: t("schedule.today"), icon: Sun },
    { day: addDays(today, 1), label: t("schedule.tomorrow"), icon: CalendarDays },
    { day: nextMonday, label: t("schedule.nextWeek"), icon: CalendarArrowUp },
  ];

  return (
    <>
      {days.map(({ day, label, icon: Icon }) => (
        <MenuItem
          key={label}
          icon={<Icon aria-hidden className="size-4 text-ink-2" />}
          aside={weekdayName(day, viewpoint.locale)}
          onSelect={() =>
            changes.edit(task, { due_on: day }, t("toast.moved", { day: dayInWords(day, viewpoint) }))
          }
        >
          {label}
        </MenuItem>
      ))}
      {task.due_on && (
        <>
          <MenuSeparator />
          <MenuItem
            icon={<CalendarX aria-hidden className="size-4 text-ink-2" />}
            onSelect={() => changes.edit(task, { due_on: null }, t("toast.dateCleared"))}
          >
            {t("schedule.none")}
          </MenuItem>
        </>
      )}
    </>
  );
}

const weekdayName = (day: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
