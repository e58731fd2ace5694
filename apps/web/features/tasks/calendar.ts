/**
 * Calendar arithmetic on `YYYY-MM-DD` and `HH:MM`. A date has no zone; only
 * `dayIn` and `instantOf` know of zones. In a daylight-saving gap the later
 * reading holds, in an overlap the first, as on the server.
 */
const DAY_MS = 86_400_000;

const utc = (day: string) => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: string, days: number) =>
  new Date(utc(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Positive when `to` is later. */
export const daysBetween = (from: string, to: string) => Math.round((utc(to) - utc(from)) / DAY_MS);

/** 0 is Sunday. */
export const weekdayOf = (day: string) => new Date(utc(day)).getUTCDay();

/** The wall clock of a zone at an instant. */
export function wallClock(instant: Date, zone: string): { day: string; time: string } {
  const parts = Object.fromEntries(
    formatterOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return {
    day: `${parts.year?.padStart(4, "0")}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}`,
  };
}

export const dayIn = (instant: Date, zone: string) => wallClock(instant, zone).day;

/** The instant at which the clocks of a zone show this day and time. */
export function instantOf(day: string, time: string, zone: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const first = wanted - offsetMs(wanted - DAY_MS, zone);
  const second = wanted - offsetMs(wanted + DAY_MS, zone);
  const fits = [first, second].filter((candidate) => candidate + offsetMs(candidate, zone) === wanted);
  return new Date(fits.length > 0 ? Math.min(...fits) : Math.max(first, second));
}

/** How far the zone's clocks are ahead of UTC at an instant. */
function offsetMs(instant: number, zone: string): number {
  const { day, time } = wallClock(new Date(instant), zone);
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(instant / 60_000) * 60_000;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    const options: Intl.DateTimeFormatOptions = {
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    };
    try {
      formatter = new Intl.DateTimeFormat("en-US", { ...options, timeZone: zone });
    } catch {
      // A zone this browser doesn't know yet is shown as UTC rather than not at all.
      formatter = new Intl.DateTimeFormat("en-US", { ...options, timeZone: "UTC" });
    }
    formatters.set(zone, formatter);
  }
  return formatter;
}
