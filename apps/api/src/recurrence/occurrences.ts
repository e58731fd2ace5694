/**
 * When a rule falls. An occurrence is named by its key: the date
 * (`2026-01-05`), or date and wall-clock time (`2026-01-05T09:00`) where the
 * rule gives times. Keys of one rule sort by time. All of it is reckoned on the
 * calendar and the clock on the wall; only an hour that the clocks leave out
 * needs the zone.
 */
import type { Recurrence } from "@todo/contract";
import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { hasTimes, isFinerThanDay, type Rule, readRule } from "./rule.ts";

/** A rule that doesn't fall for so long is taken to fall never. */
const MOST_YEARS = 100;
/** Dates are written with four digits. */
const LAST_YEAR = 9999;

/** What the rule falls on from its start (a key of its own kind) on, in order. Ends with the rule, or a hundred years on. */
export function* occurrences(
  rule: Rule,
  start: string,
  zone: string,
  from: string = start,
): Generator<string, undefined> {
  const { freq, interval, bymonth, byweekno, byyearday, bymonthday, byday, byhour, byminute, bysetpos } =
    rule;
  const until = rule.until && keyOfUntil(rule.until);
  let at = wallClock(from);
  const horizon = at.add({ years: MOST_YEARS });
  const last = until ? wallClock(until.length > 10 ? until : `${until}T23:59`) : horizon;
  const engine = new RRuleTemporal({
    freq,
    interval,
    dtstart: wallClock(start),
    until: Temporal.ZonedDateTime.compare(last, horizon) < 0 ? last : horizon,
    ...(bymonth && { byMonth: bymonth }),
    ...(byweekno && { byWeekNo: byweekno }),
    ...(byyearday && { byYearDay: byyearday }),
    ...(bymonthday && { byMonthDay: bymonthday }),
    ...(byday && { byDay: byday }),
    ...(byhour && { byHour: byhour }),
    ...(byminute && { byMinute: byminute }),
    ...(bysetpos && { bySetPos: bysetpos }),
    ...(rule.wkst && { wkst: rule.wkst }),
    ...(rule.count !== undefined && { count: rule.count }),
  });
  for (let inclusive = true; ; inclusive = false) {
    const next = nextOf(engine, at, inclusive);
    if (!next || next.year > LAST_YEAR) return undefined;
    at = next;
    const key = keyOf(next, hasTimes(rule));
    if (!isFinerThanDay(freq) || isOnTheClock(key, zone)) yield key;
  }
}

/** The first occurrence behind one, not before another point in time, and none of those given. */
export function occurrenceAfter(
  { rrule, starts_on, starts_at, time_zone, except }: Recurrence,
  key: string,
  { notBefore = key, taken = [] }: { notBefore?: string; taken?: string[] } = {},
): string | undefined {
  const rule = readRule(rrule, "recurrence");
  const start = hasTimes(rule) ? `${starts_on}T${starts_at ?? "00:00"}` : starts_on;
  const from = [start, key, notBefore].sort().at(-1);
  const out = new Set([...except, ...taken]);
  for (const next of occurrences(rule, start, time_zone, from)) if (next > key && !out.has(next)) return next;
  return undefined;
}

/** The first occurrence behind the day (or minute) on which the one before was done, counted from there. */
export function occurrenceAfterCompletion(
  { rrule, time_zone }: Recurrence,
  done: string,
  taken: string[] = [],
): string | undefined {
  const { count: _, ...rule } = readRule(rrule, "recurrence");
  for (const next of occurrences(rule, done, time_zone))
    if (next > done && !taken.includes(next)) return next;
  return undefined;
}

/** Date and time of a key; the task's own time where the rule gives dates alone. */
export const dueOf = (key: string, due_time: string | null) => ({
  due_on: key.slice(0, 10),
  due_time: key.slice(11) || due_time,
});

/** From one date to another, in days. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days;

export const addDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** The instant a number of days later at the same time of the wall's clock, in UTC. */
export const addDaysToInstant = (instant: string, days: number, zone: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .add({ days })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });

/** The clock on the wall, as a zone that never changes it. */
const wallClock = (key: string) =>
  Temporal.PlainDateTime.from(key.length > 10 ? key : `${key}T00:00`).toZonedDateTime("UTC");

const keyOf = (at: { toString(): string }, times: boolean) => at.toString().slice(0, times ? 16 : 10);

/** 20260630 → 2026-06-30, 20260630T140000 → 2026-06-30T14:00 */
export const keyOfUntil = (until: string) =>
  until.replace(/^(\d{4})(\d\d)(\d\d)/, "$1-$2-$3").replace(/T(\d\d)(\d\d)\d\dZ?$/, "T$1:$2");

/** False for a time that the clocks leave out: of every hour, the one behind it is that instant already. */
function isOnTheClock(key: string, zone: string): boolean {
  const local = Temporal.PlainDateTime.from(key);
  return local.toZonedDateTime(zone).toPlainDateTime().equals(local);
}

/** Nothing where the engine gave up looking. */
function nextOf(engine: RRuleTemporal, after: Temporal.ZonedDateTime, inclusive: boolean) {
  try {
    return engine.next(after, inclusive);
  } catch (error) {
    if (error instanceof Error && /exceeded/.test(error.message)) return null;
    throw error;
  }
}
