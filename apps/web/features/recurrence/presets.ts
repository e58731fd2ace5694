/** Rules that people often want, made for the day on which a task begins. */
import type { Recurrence } from "@todo/contract/recurrence";
import { addDays, weekdayOf } from "../tasks/calendar.ts";

export interface Preset {
  rrule: string;
  /** Counted from the day on which the task is completed. */
  after_completion?: true;
}

const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"] as const;
const FIFTH = 5;

/** What makes a task's rule, without where and since when it holds. */
export const ruleOf = ({ rrule, after_completion }: Recurrence): Preset => ({
  rrule,
  ...(after_completion && { after_completion }),
});

/** Of a day: `YYYY-MM-DD`. A fifth weekday of a month is taken as the last one, since not every month has five. */
export function presetsFor(day: string): Preset[] {
  const [, month = 1, date = 1] = day.split("-").map(Number);
  const weekday = weekdays[weekdayOf(day)];
  const place = Math.ceil(date / 7);
  const isLastDay = addDays(day, 1).endsWith("-01");
  return [
    { rrule: "FREQ=DAILY" },
    { rrule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" },
    { rrule: `FREQ=WEEKLY;BYDAY=${weekday}` },
    { rrule: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}` },
    { rrule: `FREQ=MONTHLY;BYMONTHDAY=${isLastDay ? -1 : date}` },
    { rrule: `FREQ=MONTHLY;BYDAY=${place === FIFTH ? -1 : place}${weekday}` },
    { rrule: "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1" },
    { rrule: `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${date}` },
    { rrule: "FREQ=DAILY;INTERVAL=3", after_completion: true },
    { rrule: "FREQ=WEEKLY", after_completion: true },
    { rrule: "FREQ=MONTHLY", after_completion: true },
  ];
}
