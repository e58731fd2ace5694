/** The days that weekday words stand for. Monday is 1, Sunday is 7. */
import { firstOfMonth, lastOfMonth, mondayOf, partsOf, weekdayOf } from "./civil.ts";
import { type Days, type DaysAt, dateOfMonth, single } from "./days.ts";
import { nthWeekdayWithin } from "./feasts.ts";

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

/** So many of that weekday from now: "two Sundays from now". */
export const weekdaysAhead =
  (weekday: number, count: number): DaysAt =>
  ({ today }) =>
    single(today + ((weekday - weekdayOf(today) + 6) % 7) + 1 + (count - 1) * 7);

/** The n-th such weekday after (or with a negative n before) other days. */
export const weekdayFrom = (weekday: number, nth: number, { first, last }: Days): Days | undefined =>
  single(
    nth > 0
      ? last + ((weekday - weekdayOf(last) + 6) % 7) + 1 + (nth - 1) * 7
      : first - ((weekdayOf(first) - weekday + 6) % 7) - 1 + (nth + 1) * 7,
  );

/** The n-th such weekday inside of other days; a negative n counts from their end. */
export const weekdayWithin = (weekday: number, nth: number, { first, last }: Days): Days | undefined =>
  single(nthWeekdayWithin(nth, weekday, first, last));

/** "The first Monday of the month": of the next month when this month's is over. */
export const nthInMonth =
  (nth: number, weekday: number): DaysAt =>
  ({ today }) => {
    const { year, month } = partsOf(today);
    const found = [0, 1, 2].map((later) => {
      const first = firstOfMonth(year, month + later);
      return nthWeekdayWithin(nth, weekday, first, lastOfMonth(first));
    });
    return single(found.find((day) => day !== undefined && day >= today));
  };

/** A date that falls on the weekday within two months, else nothing: "Friday 23". */
export const weekdayAndDate =
  (weekday: number, date: number): DaysAt =>
  (clock) => {
    const days = dateOfMonth(date, weekday, 3)(clock);
    return days && weekdayOf(days.due) === weekday ? days : undefined;
  };
