/**
 * The days that date words stand for. A `Days` is a stretch (one day, a week,
 * a month) with the day on which something due then is due.
 */
import {
  addMonths,
  civilDay,
  type Day,
  firstOfMonth,
  isWritable,
  lastOfMonth,
  mondayOf,
  partsOf,
  weekdayOf,
} from "./civil.ts";
import type { Clock } from "./clock.ts";

export interface Days {
  first: Day;
  last: Day;
  due: Day;
}

/** What words mean once the clock is known; nothing when there is no such day. */
export type DaysAt = (clock: Clock) => Days | undefined;
export type DateUnit = "day" | "week" | "month" | "year";
export type PeriodUnit = "week" | "month" | "quarter" | "year";
export type Edge = "start" | "middle" | "end";

export const single = (day: Day | undefined): Days | undefined =>
  day !== undefined && isWritable(day) ? { first: day, last: day, due: day } : undefined;

export const daysFromToday =
  (days: number): DaysAt =>
  ({ today }) =>
    single(today + days);

/** Without a year, the next such date from today on; with a weekday beside it, the next that falls on it. */
export const monthAndDate =
  (month: number, date: number, year?: number, weekday?: number): DaysAt =>
  ({ today }) => {
    if (year !== undefined) return single(civilDay(year, month, date));
    const current = partsOf(today).year;
    // 29 February may be up to eight years away, a weekday confirms one of the next two.
    const candidates = Array.from({ length: 9 }, (_, later) => civilDay(current + later, month, date));
    return single(firstFit(candidates, today, weekday, 2));
  };

/** The next month that has such a date, from today on. */
export const dateOfMonth =
  (date: number, weekday?: number, months = 13): DaysAt =>
  ({ today }) => {
    const { year, month } = partsOf(today);
    const candidates = Array.from({ length: months }, (_, later) => {
      const first = firstOfMonth(year, month + later);
      return date >= 1 && first + date - 1 <= lastOfMonth(first) ? first + date - 1 : undefined;
    });
    return single(firstFit(candidates, today, weekday, 5));
  };

/** A weekday that fits none of the nearest was a slip. */
function firstFit(candidates: (Day | undefined)[], today: Day, weekday: number | undefined, nearest: number) {
  const ahead = candidates.filter((day) => day !== undefined && day >= today);
  const fits = (day: Day | undefined) => day !== undefined && weekdayOf(day) === weekday;
  return ahead.slice(0, nearest).find(fits) ?? ahead[0];
}

/** "3/4": the order of the locale, unless only the other one is a date. */
export const slashed =
  (left: number, right: number, year?: number): DaysAt =>
  (clock) => {
    const dayMonth = monthAndDate(right, left, year);
    const monthDay = monthAndDate(left, right, year);
    return clock.day_first ? (dayMonth(clock) ?? monthDay(clock)) : (monthDay(clock) ?? dayMonth(clock));
  };

/** Some units after today, or after another day. */
export const unitsAfter =
  (amount: number, unit: DateUnit, start: DaysAt = daysFromToday(0)): DaysAt =>
  (clock) => {
    const days = start(clock);
    if (!days || amount >= 100_000) return undefined;
    const count = Math.round(amount);
    if (unit === "day" || unit === "week") return single(days.due + count * (unit === "week" ? 7 : 1));
    return single(addMonths(days.due, unit === "month" ? count : count * 12));
  };

/** This (0), next (1) or last (-1) week, month, quarter or year. Due at its start when it is still to come, else at its end. */
export const period =
  (unit: PeriodUnit, away: number, edge?: Edge): DaysAt =>
  ({ today }) => {
    const { first, last } = bounds(today, unit, away);
    return { first, last, due: atEdge({ first, last }, edge ?? (away > 0 ? "start" : "end")) };
  };

function bounds(today: Day, unit: PeriodUnit, away: number) {
  if (unit === "week") {
    const first = mondayOf(today) + away * 7;
    return { first, last: first + 6 };
  }
  const { year, month } = partsOf(today);
  if (unit === "month") {
    const first = firstOfMonth(year, month + away);
    return { first, last: lastOfMonth(first) };
  }
  if (unit === "quarter") {
    const first = firstOfMonth(year, month - ((month - 1) % 3) + away * 3);
    return { first, last: firstOfMonth(year, month - ((month - 1) % 3) + away * 3 + 3) - 1 };
  }
  return { first: firstOfMonth(year + away, 1), last: firstOfMonth(year + away + 1, 1) - 1 };
}

/** Where in a stretch something is due. */
export function atEdge({ first, last }: Pick<Days, "first" | "last">, edge: Edge): Day {
  if (edge === "middle") return Math.floor((first + last) / 2);
  return edge === "start" ? first : last;
}

/** A whole month by name; without a year, the next one that isn't over. */
export const namedMonth =
  (month: number, year?: number): DaysAt =>
  ({ today }) => {
    const now = partsOf(today);
    const first = firstOfMonth(year ?? (month < now.month ? now.year + 1 : now.year), month);
    return { first, last: lastOfMonth(first), due: year === undefined ? Math.max(first, today) : first };
  };

/** A whole year by number. */
export const namedYear =
  (year: number): DaysAt =>
  () => {
    const first = firstOfMonth(year, 1);
    return { first, last: firstOfMonth(year + 1, 1) - 1, due: first };
  };

/** Quarter 1 to 4; without a year, the next one that isn't over. */
export const namedQuarter =
  (quarter: number, year?: number): DaysAt =>
  ({ today }) => {
    const at = (its: number) => ({
      first: firstOfMonth(its, quarter * 3 - 2),
      last: firstOfMonth(its, quarter * 3 + 1) - 1,
    });
    const now = at(year ?? partsOf(today).year);
    const { first, last } = year === undefined && now.last < today ? at(partsOf(today).year + 1) : now;
    return { first, last, due: year === undefined ? Math.max(first, today) : first };
  };

/** The same stretch, due at another place in it. */
export const edgeOf =
  (days: DaysAt, edge: Edge): DaysAt =>
  (clock) => {
    const stretch = days(clock);
    return stretch && { ...stretch, due: atEdge(stretch, edge) };
  };

/** From today to the end of a stretch, or the stretch when it is to come. */
export const restOf =
  (days: DaysAt): DaysAt =>
  (clock) => {
    const stretch = days(clock);
    return stretch && { ...stretch, due: Math.max(stretch.first, clock.today) };
  };

export const weekend =
  (away: number): DaysAt =>
  ({ today }) => {
    const saturday = mondayOf(today) + away * 7 + 5;
    return { first: saturday, last: saturday + 1, due: Math.max(saturday, away === 0 ? today : saturday) };
  };
