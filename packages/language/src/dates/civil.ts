/**
 * Calendar dates as day numbers: whole days since 1970-01-01. No zone and no
 * clock in here, so arithmetic can't be upset by daylight saving.
 */
export type Day = number;

const msPerDay = 86_400_000;

/** The day number, or nothing when there is no such date (30 February). Months count from 1. */
export function civilDay(year: number, month: number, date: number): Day | undefined {
  if (year < 1000 || year > 9999) return undefined;
  const day = Date.UTC(year, month - 1, date) / msPerDay;
  const parts = partsOf(day);
  return parts.month === month && parts.date === date ? day : undefined;
}

export function partsOf(day: Day) {
  const utc = new Date(day * msPerDay);
  return { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, date: utc.getUTCDate() };
}

/** YYYY-MM-DD */
export const isoOf = (day: Day) => new Date(day * msPerDay).toISOString().slice(0, 10);

/** The day of a YYYY-MM-DD. */
export const dayOf = (iso: string): Day => Date.parse(iso) / msPerDay;

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (day: Day) => ((((day + 3) % 7) + 7) % 7) + 1;

export const mondayOf = (day: Day) => day - weekdayOf(day) + 1;

/** The 31st plus a month is the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  const first = firstOfMonth(year, month + months);
  return Math.min(first + date - 1, lastOfMonth(first));
}

/** Accepts months beyond 12: month 13 is January of the next year. */
export const firstOfMonth = (year: number, month: number): Day => Date.UTC(year, month - 1, 1) / msPerDay;

export function lastOfMonth(day: Day): Day {
  const { year, month } = partsOf(day);
  return firstOfMonth(year, month + 1) - 1;
}

/** Years the ISO spelling has room for. */
export const isWritable = (day: Day) => day >= -354_285 && day <= 2_932_896;
