/** When a task is due, and for a task that comes back which day its rule means: as properties of a calendar's component. */
import type { Recurrence } from "@todo/contract";
import { keyOfUntil, occurrences } from "../recurrence/occurrences.ts";
import { hasTimes, type Rule, readRule } from "../recurrence/rule.ts";
import { zonedTime } from "../tasks/local-time.ts";
import type { FeedTask } from "./queries.ts";
import { dateValue, instantValue, isUnmistakable, localValue } from "./time-zones.ts";

/** A day, or a wall-clock time in a zone. */
export interface Moment {
  date: string;
  time: string | null;
  zone: string | null;
}

/** Of a rule that ends after a number of times. One that has come oftener tells its next time alone. */
const MOST_PAST = 500;

export interface Series {
  /** Counted from this occurrence. */
  rule: Rule;
  /** What the rule gave for this occurrence; the task itself may have been moved. */
  occurrence: Moment;
  /** Occurrences from this one on that were skipped. */
  except: Moment[];
}

export const momentOf = ({ due_on, due_time, time_zone }: FeedTask): Moment | undefined =>
  due_on === null ? undefined : { date: due_on, time: due_time, zone: time_zone };

/** Nothing for a task after which none is known: one that is done, doesn't come back, or does so a while after it is done. */
export function seriesOf(task: FeedTask): Series | undefined {
  const { recurrence, occurrence, completed_at, later } = task;
  if (!recurrence || !occurrence || completed_at || recurrence.after_completion) return undefined;
  const rule = fromHere(readRule(recurrence.rrule, "rrule"), recurrence, occurrence);
  const { due_time, time_zone } = { ...task, ...later };
  const zone = recurrence.time_zone;
  const momentAt = (key: string): Moment => {
    const [date = key, time] = key.split("T");
    if (time !== undefined) return { date, time, zone };
    return { date, time: due_time, zone: due_time === null ? null : (time_zone ?? zone) };
  };
  return (
    rule && {
      rule,
      occurrence: momentAt(occurrence),
      except: recurrence.except.filter((key) => key >= occurrence).map(momentAt),
    }
  );
}

/** Those that were before take from how often it still comes. Nothing where they are too many to be counted. */
function fromHere(
  rule: Rule,
  { starts_on, starts_at, time_zone }: Recurrence,
  occurrence: string,
): Rule | undefined {
  if (rule.count === undefined) return rule;
  const start = hasTimes(rule) ? `${starts_on}T${starts_at ?? "00:00"}` : starts_on;
  let past = 0;
  for (const key of occurrences(rule, start, time_zone)) {
    if (key >= occurrence) return { ...rule, count: rule.count - past };
    past += 1;
    if (past === MOST_PAST) return undefined;
  }
  return undefined;
}

export const isSameMoment = (one: Moment, other: Moment) =>
  one.date === other.date && one.time === other.time && one.zone === other.zone;

/**
 * `DTSTART;TZID=Europe/Berlin:20260105T090000`, a day, or an instant in UTC where a reader could take the wall-clock time
 * for another one. A series is always told in its zone, or it would move with the clocks.
 */
export function momentLine(name: string, { date, time, zone }: Moment, now: Date, inSeries = false): string {
  if (time === null || zone === null) return `${name};VALUE=DATE:${dateValue(date)}`;
  if (inSeries || isUnmistakable(date, time, zone, now))
    return `${name};TZID=${zone}:${localValue(date, time)}`;
  return `${name}:${instantValue(zonedTime(date, time, zone).toInstant().toString())}`;
}

/** A rule's own end is a day or a time of the wall's clock; UNTIL is a day where the series starts with one, else an instant in UTC (3.3.10). */
export function untilValue(until: string, { time, zone }: Moment): string {
  const [date = "", clock = "23:59"] = keyOfUntil(until).split("T");
  if (time === null || zone === null) return dateValue(date);
  return instantValue(zonedTime(date, clock, zone).toInstant().toString());
}
