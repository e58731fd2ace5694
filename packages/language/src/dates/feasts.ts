/**
 * Days of the year that have a name and move: Easter and what hangs on it,
 * "the fourth Thursday of November", feasts of other calendars.
 */
import { civilDay, type Day, firstOfMonth, lastOfMonth, partsOf, weekdayOf } from "./civil.ts";
import type { DaysAt } from "./days.ts";

/** The day in a year, if there is one. */
export type Feast = (year: number) => Day | undefined;

export const onDate =
  (month: number, date: number): Feast =>
  (year) =>
    civilDay(year, month, date);

/** The n-th weekday of a month (-1 is the last), and some days later. */
export const onNthWeekday =
  (nth: number, weekday: number, month: number, later = 0): Feast =>
  (year) => {
    const first = firstOfMonth(year, month);
    const day = nthWeekdayWithin(nth, weekday, first, lastOfMonth(first));
    return day === undefined ? undefined : day + later;
  };

/** The n-th weekday from the start of a stretch, or with a negative n from its end. */
export function nthWeekdayWithin(nth: number, weekday: number, first: Day, last: Day): Day | undefined {
  const day =
    nth > 0
      ? first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7
      : last - ((weekdayOf(last) - weekday + 7) % 7) + (nth + 1) * 7;
  return nth !== 0 && day >= first && day <= last ? day : undefined;
}

/** Days after Easter Sunday. */
export const onEaster =
  (later = 0): Feast =>
  (year) =>
    easter(year) + later;

/** Gregorian computus of Meeus, Jones and Butcher (Jean Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const shift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - shift + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * correction + 114;
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1) / 86_400_000;
}

/** Days after Orthodox Easter, by the Julian computus of Meeus; 13 days behind until 2099. */
export const onOrthodoxEaster =
  (later = 0): Feast =>
  (year) => {
    const moon = (19 * (year % 19) + 15) % 30;
    const weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    const days = moon + weekday + 114;
    const behind = Math.floor(year / 100) - Math.floor(year / 400) - 2;
    const julian = Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1) / 86_400_000;
    return julian + behind + later;
  };

/** The first day of a year that has this month and date in another calendar; months by number or name, as Intl writes them. */
export const onCalendar =
  (calendar: string, month: string, date: number, later = 0): Feast =>
  (year) => {
    const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
      timeZone: "UTC",
      month: calendar === "hebrew" ? "long" : "numeric",
      day: "numeric",
    });
    const first = firstOfMonth(year, 1);
    for (let day = first; partsOf(day).year === year; ) {
      const parts = format.formatToParts(day * 86_400_000);
      const part = (name: string) => parts.find(({ type }) => type === name)?.value;
      const its = Number(part("day"));
      if (part("month") === month && its === date) return day + later;
      // Months have 29 days at least, so most days needn't be looked at.
      day += its < date ? date - its : Math.max(1, 29 - its);
    }
    return undefined;
  };

/** Without a year, the next one from today on. */
export const feast =
  (of: Feast, year?: number): DaysAt =>
  ({ today }) => {
    const now = partsOf(today).year;
    const candidates = year === undefined ? [now, now + 1, now + 2].map((each) => of(each)) : [of(year)];
    const day = candidates.find((each) => each !== undefined && (year !== undefined || each >= today));
    return day === undefined ? undefined : { first: day, last: day, due: day };
  };
