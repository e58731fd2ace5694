/** Calendar dates and wall-clock times as they are at an instant in a zone, and the other way round. */
import { Temporal } from "temporal-polyfill";

export function localDate(instant: Date, timeZone: string): string {
  return localDateTime(instant, timeZone).slice(0, 10);
}

/** To the minute: 2026-01-05T09:00. sv-SE writes ISO order, with a space between. */
export function localDateTime(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" })
    .format(instant)
    .replace(" ", "T");
}

/** The time on that day; in a gap of the clocks the later reading, in an overlap the first unless it is to be the later. */
export const zonedTime = (
  date: string,
  time: string,
  timeZone: string,
  disambiguation: "compatible" | "earlier" | "later" = "compatible",
): Temporal.ZonedDateTime =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone, { disambiguation });

/** The same as an instant in UTC: 2026-01-05T09:00:00.000Z. */
export const instantAt = (date: string, time: string, timeZone: string): string =>
  zonedTime(date, time, timeZone).toInstant().toString({ fractionalSecondDigits: 3 });
