/**
 * Reminders as a calendar's alarms (VALARM). One that counts from the due time
 * stays so, since many programs know no others; what it counts is chosen so that
 * it rings when the server reminds. Quiet hours are each program's own.
 */
import type { Reminder, ReminderRule } from "@todo/contract";
import { Temporal } from "temporal-polyfill";
import { instantOf, type PersonsTime } from "../notices/instants.ts";
import { zonedTime } from "../tasks/local-time.ts";
import { component, escaped, property } from "./content-lines.ts";
import type { Moment } from "./task-times.ts";
import { instantValue } from "./time-zones.ts";

const MINUTES_OF_HOUR = 60;
const MINUTES_OF_DAY = 1440;

export interface Alarmed {
  title: string;
  due: Moment | undefined;
  reminders: Reminder[];
  /** Whether one alarm stands for those of many days. */
  repeats: boolean;
  /** Which end of the component the due time is. */
  related: "START" | "END";
}

/** A reminder that counts from a due date is left out where there is none. */
export function alarmLines(task: Alarmed, person: PersonsTime): string[] {
  return task.reminders.flatMap((reminder) => {
    const trigger = triggerOf(reminder, task, person);
    if (!trigger) return [];
    return component("VALARM", [
      property("ACTION", "DISPLAY"),
      property("DESCRIPTION", escaped(task.title)),
      trigger,
    ]);
  });
}

function triggerOf(
  reminder: Reminder,
  { due, related, repeats }: Alarmed,
  person: PersonsTime,
): string | undefined {
  if ("at" in reminder) return property("TRIGGER;VALUE=DATE-TIME", instantValue(reminder.at));
  if (!due) return undefined;
  const duration = repeats ? byTheClock(reminder, due, person) : inTime(reminder, due, person);
  return duration && property(`TRIGGER;RELATED=${related}`, duration);
}

/** The time that passes from the due time, or from the beginning of the day, to the reminder; across a change of the clocks as well. */
function inTime(reminder: Reminder, due: Moment, person: PersonsTime): string | undefined {
  const task = { due_on: due.date, due_time: due.time, time_zone: due.zone };
  const instant = instantOf(reminder, task, person);
  const anchor = zonedTime(due.date, due.time ?? "00:00", due.zone ?? person.time_zone);
  return (
    instant &&
    Temporal.Duration.from({ seconds: (instant.getTime() - anchor.epochMilliseconds) / 1000 })
      .round({ largestUnit: "hours" })
      .toString()
  );
}

/** What lies between them on a clock: right on all days of a series but those on which clocks change in between. */
function byTheClock(reminder: ReminderRule, due: Moment, { all_day_time }: PersonsTime): string {
  const dueMinutes = minutesOf(due.time ?? "00:00");
  const minutes =
    "days_before" in reminder
      ? minutesOf(reminder.time) - reminder.days_before * MINUTES_OF_DAY - dueMinutes
      : minutesOf(due.time ?? all_day_time) - reminder.minutes_before - dueMinutes;
  const largestUnit = "days_before" in reminder ? "days" : "hours";
  return Temporal.Duration.from({ minutes }).round({ largestUnit }).toString();
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * MINUTES_OF_HOUR + Number(time.slice(3));
