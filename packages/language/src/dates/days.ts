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

const single = (day: Day | undefined): Days | undefined =>
  day !== undefined && isWritable(day) ? { first: day, last: day, due: day } : undefined;

export const daysFromToday =
  (days: number): DaysAt =>
  ({ today }) =>
    single(today + days);

/** The next one after today: on a Friday, "Friday" is in a week. */
export const comingWeekday =
  (weekday: number): DaysAt =>
  ({ today }) =>
    single(today + ((weekday - weekdayOf(today) + 6) % 7) + 1);

/** Of this week if it is still to come, or today. */
export const thisWeekday =
  (weekday: number): DaysAt =>
  ({ today }) =>
    single(today + ((weekday - weekdayOf(today) + 7) % 7));

/** Of the week that starts next Monday. */
export const weekdayInWeeks =
  (weekday: number, weeks: number): DaysAt =>
  ({ today }) =>
    single(mondayOf(today) + weeks * 7 + weekday - 1);

export const lastWeekday =
  (weekday: number): DaysAt =>
  ({ today }) =>
    single(today - ((weekdayOf(today) - weekday + 6) % 7) - 1);

/** Without a year, the next such date from today on. */
export const monthAndDate =
  (month: number, date: number, year?: number): DaysAt =>
  ({ today }) => {
    if (year !== undefined) return single(civilDay(year, month, date));
    const current = partsOf(today).year;
    // 29 February may be up to eight years away.
    for (let candidate = current; candidate <= current + 8; candidate += 1) {
      const day = civilDay(candidate, month, date);
      if (day !== undefined && day >= today) return single(day);
    }
    return undefined;
  };

/** The next month that has such a date, from today on. */
export const dateOfMonth =
  (date: number): DaysAt =>
  ({ today }) => {
    const { year, month } = partsOf(today);
    for (let later = 0; later <= 12; later += 1) {
      const first = firstOfMonth(year, month + later);
      const day = first + date - 1;
      if (date >= 1 && day <= lastOfMonth(first) && day >= today) return single(day);
    }
    return undefined;
  };

/** "3/4": the order of the locale, unless only the other one is a date. */
export const slashed =
  (left: number, right: number, year?: number): DaysAt =>
  (clock) => {
    const dayMonth = monthAndDate(right, left, year);
    const monthDay = monthAndDate(left, right, year);
    return clock.day_first ? (dayMonth(clock) ?? monthDay(clock)) : (monthDay(clock) ?? dayMonth(clock));
  };

const addUnits = (day: Day, amount: number, unit: DateUnit): Day => {
  if (unit === "day") return day + amount;
  if (unit === "week") return day + amount * 7;
  return addMonths(day, unit === "month" ? amount : amount * 12);
};

/** Some units after today, or after another day. */
export const unitsAfter =
  (amount: number, unit: DateUnit, start: DaysAt = daysFromToday(0)): DaysAt =>
  (clock) => {
    const days = start(clock);
    return days && amount < 100_000 ? single(addUnits(days.due, Math.round(amount), unit)) : undefined;
  };

/** This (0), next (1) or last (-1) week, month or year. Due at its start when it is still to come, else at its end. */
export const period =
  (unit: "week" | "month" | "year", away: number, edge?: "start" | "end"): DaysAt =>
  ({ today }) => {
    const { first, last } = bounds(today, unit, away);
    return { first, last, due: (edge ?? (away > 0 ? "start" : "end")) === "start" ? first : last };
  };

function bounds(today: Day, unit: "week" | "month" | "year", away: number) {
  if (unit === "week") {
    const first = mondayOf(today) + away * 7;
    return { first, last: first + 6 };
  }
  const { year, month } = partsOf(today);
  if (unit === "month") {
    const first = firstOfMonth(year, month + away);
    return { first, last: lastOfMonth(first) };
  }
  return { first: firstOfMonth(year + away, 1), last: firstOfMonth(year + away + 1, 1) - 1 };
}

/** A whole month by name, the next one that isn't over. */
export const namedMonth =
  (month: number): DaysAt =>
  ({ today }) => {
    const now = partsOf(today);
    const first = firstOfMonth(month < now.month ? now.year + 1 : now.year, month);
    return { first, last: lastOfMonth(first), due: Math.max(first, today) };
  };

export const weekend =
  (away: number): DaysAt =>
  ({ today }) => {
    const saturday = mondayOf(today) + away * 7 + 5;
    return { first: saturday, last: saturday + 1, due: Math.max(saturday, away === 0 ? today : saturday) };
  };
