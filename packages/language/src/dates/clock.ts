/**
 * What the clock on the wall shows in a zone, and which order a locale writes
 * dates in. Everything that needs Intl is here.
 */
import type { Day } from "./civil.ts";

export interface Clock {
  today: Day;
  /** Minutes since local midnight. */
  minutes: number;
  /** The local day and minute some minutes from now, counted in real time: safe over daylight-saving changes. */
  after: (minutes: number) => { day: Day; minutes: number };
  /**
   * The instant at which the clock shows a day and minute; where it is put forward over them the later
   * reading, where it is put back the first one.
   */
  instantOf: (day: Day, minutes: number) => Date;
  /** "3/4" is the third of April. */
  day_first: boolean;
  /** The evening is written 22:30. */
  all_hours: boolean;
}

const msPerMinute = 60_000;
const minutesOfDay = 1440;

export function readClock(now: Date, time_zone: string, locale = "en-US"): Clock {
  const local = (instant: Date) => {
    const field = Object.fromEntries(
      zoneFormat(time_zone)
        .formatToParts(instant)
        .map(({ type, value }) => [type, Number(value)]),
    );
    return {
      day: Date.UTC(field.year!, field.month! - 1, field.day!) / 86_400_000,
      minutes: field.hour! * 60 + field.minute!,
    };
  };
  const { day: today, minutes } = local(now);
  return {
    today,
    minutes,
    instantOf(day, minutes) {
      const wall = day * minutesOfDay + minutes;
      // What the clock is ahead by well before and well behind any change of it.
      const [first, other] = [-minutesOfDay, minutesOfDay].map((away) => {
        const shown = local(new Date((wall + away) * msPerMinute));
        return wall - (shown.day * minutesOfDay + shown.minutes - wall - away);
      }) as [number, number];
      const shows = (instant: number) => {
        const shown = local(new Date(instant * msPerMinute));
        return shown.day * minutesOfDay + shown.minutes === wall;
      };
      return new Date((shows(first) || !shows(other) ? first : other) * msPerMinute);
    },
    after: (later) => local(new Date(now.getTime() + later * msPerMinute)),
    day_first: dayComesFirst(locale),
    all_hours: countsAllHours(locale),
  };
}

const zoneFormat = remembered(
  (timeZone) =>
    new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    }),
);

const dayComesFirst = remembered((locale) => {
  const order = new Intl.DateTimeFormat(locale, { dateStyle: "short" })
    .formatToParts()
    .map(({ type }) => type);
  return order.indexOf("day") < order.indexOf("month");
});

const countsAllHours = remembered(
  (locale) => new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions().hour12 === false,
);

/** Making a formatter costs more than reading a sentence. */
function remembered<Result>(make: (key: string) => Result) {
  const made = new Map<string, Result>();
  return (key: string): Result => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const result = make(key);
    made.set(key, result);
    return result;
  };
}
