"use client";
/** The days people mean most, each with its date in words. */
import { CalendarArrowUp, CalendarDays, CalendarPlus, CalendarX, Sun } from "lucide-react";
import { useMessages } from "../../messages/use-messages.tsx";
import { MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { addDays, dayIn, weekdayOf } from "./calendar.ts";
import { useViewpoint } from "./use-viewpoint.ts";

const MONDAY = 1;

interface ScheduleItemsProps {
  /** Whether there is a date that could be taken off. */
  dated: boolean;
  /** Nothing takes the date off. */
  onPick: (day: string | null) => void;
  /** The person wants another day than these. */
  onChoose: () => void;
}

export function ScheduleItems({ dated, onPick, onChoose }: ScheduleItemsProps) {
  const t = useMessages();
  const viewpoint = useViewpoint();
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
          onSelect={() => onPick(day)}
        >
          {label}
        </MenuItem>
      ))}
      <MenuItem icon={<CalendarPlus aria-hidden className="size-4 text-ink-2" />} onSelect={onChoose}>
        {t("schedule.choose")}
      </MenuItem>
      {dated && (
        <>
          <MenuSeparator />
          <MenuItem
            icon={<CalendarX aria-hidden className="size-4 text-ink-2" />}
            onSelect={() => onPick(null)}
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
