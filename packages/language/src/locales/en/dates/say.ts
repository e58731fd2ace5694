/** How English date phrases are written down: a pattern over the words of calendar and clock, and what it stands for. */
import type { Days } from "../../../dates/days.ts";
import { compile, type Value } from "../../../text/pattern.ts";
import type { DatePhrase } from "../../locale.ts";
import { calendarClasses } from "../calendar.ts";

export type Values = Record<string, Value>;

export const say = (source: string, meaning: Omit<DatePhrase, "pattern">): DatePhrase => ({
  pattern: compile(source, calendarClasses),
  ...meaning,
});

export const num = (values: Values, name: string) => Number(values[name]);
/** Nothing when the words didn't say it. */
export const maybe = (values: Values, name: string) =>
  values[name] === undefined ? undefined : Number(values[name]);

/** "5", "5th", "fifth", "twenty fifth". */
export const DATE = "(#dateTens (#nthOnes|#ones)|#date)";
/** "5th", "fifth", "twenty fifth"; not "5". */
export const NTH = "(#dateTens #nthOnes|#nth)";
export const dateIn = (values: Values) =>
  maybe(values, "date") ??
  maybe(values, "nth") ??
  num(values, "dateTens") + (maybe(values, "nthOnes") ?? num(values, "ones"));

/** "second", "last", "second to last": from the end when negative. */
export const COUNTED = "(#nth [to|from] [the] #last|#nth|#last|#count to #last)";
export function countedIn(values: Values): number {
  const nth = maybe(values, "nth") ?? maybe(values, "count");
  return values.last === undefined ? num(values, "nth") : -(nth ?? 1);
}

export const TOMORROW =
  "(tomorrow|tomorow|tommorow|tommorrow|tomorrrow|tmrw|tmrow|tmr|tmw|tmo|tomo|tmoro|2moro|2morrow|2mrw)";

/** A phrase that must be followed by days, and what it makes of them. */
export const onDays = (
  shift: (values: Values, days: Days) => Days | undefined,
): Pick<DatePhrase, "onto"> => ({
  onto: { needs: "days", shift: (values, { days }) => (days ? { days: shift(values, days) } : undefined) },
});

/** A phrase that must be followed by a time, and by how many minutes it moves it. */
export const onTime = (shift: (values: Values) => number): Pick<DatePhrase, "onto"> => ({
  onto: {
    needs: "time",
    shift: (values, { time }) =>
      time && { time: { ...time, minutes: (time.minutes + shift(values) + 1440) % 1440 } },
  },
});
