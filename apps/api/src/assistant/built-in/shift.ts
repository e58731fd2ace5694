/** Where a task stands once it was moved by some days or hours from where it is. */
import type { Shift } from "@todo/language";
import { dateIn, type Moment, timeIn } from "../../words/dates.ts";
import type { SaidTask } from "../../words/words.ts";

const MINUTES: Partial<Record<Shift["unit"], number>> = { minute: 1, hour: 60 };
const MS_PER_MINUTE = 60_000;

/** As an operation takes it. A task without a date is moved from today, one without a time from the present time. */
export function shifted(task: SaidTask, shift: Shift, moment: Moment): Record<string, unknown> {
  const { amount, unit } = shift;
  const due_on = task.due_on ?? dateIn(moment.time_zone, moment.now);
  const minutes = MINUTES[unit];
  if (minutes === undefined)
    return {
      due_on:
        unit === "month" ? byMonths(due_on, amount) : byDays(due_on, amount * (unit === "week" ? 7 : 1)),
    };
  const due_time = task.due_time ?? timeIn(moment.time_zone, moment.now);
  const instant = Date.parse(`${due_on}T${due_time}:00Z`) + amount * minutes * MS_PER_MINUTE;
  const [date, time] = new Date(instant).toISOString().split("T") as [string, string];
  const elsewhere = task.due_time && task.time_zone && task.time_zone !== moment.time_zone;
  return { due_on: date, due_time: time.slice(0, 5), ...(elsewhere && { time_zone: task.time_zone }) };
}

const byDays = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 1440 * MS_PER_MINUTE).toISOString().slice(0, 10);

/** The 31st plus a month is the last day of a shorter month. */
function byMonths(date: string, months: number): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  const moved = new Date(lastOfMonth);
  moved.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()));
  return moved.toISOString().slice(0, 10);
}
