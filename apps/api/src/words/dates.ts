/** Dates said as people say them, in the person's zone. */
import { instantAt, localDate, localDateTime } from "../tasks/local-time.ts";

export interface Moment {
  now: Date;
  time_zone: string;
}

export interface Due {
  due_on?: string | null;
  due_time?: string | null;
  /** The zone that `due_time` is meant in; the person's own when left out. */
  time_zone?: string | null;
}

/** “today”, “tomorrow at 17:00”, “Friday, 27 November”, “3 March 2027 at 09:00”; empty without a date. */
export function sayDue(due: Due, moment: Moment): string {
  const { due_on, due_time } = inPersonsZone(due, moment);
  if (!due_on) return "";
  const day = sayDay(due_on, moment);
  return due_time ? `${day} at ${due_time}` : day;
}

/** An instant as the person's calendar and clock show it. */
export function onPersonsClock(instant: string, { time_zone }: Moment): Due {
  const at = new Date(instant);
  return { due_on: dateIn(time_zone, at), due_time: timeIn(time_zone, at) };
}

export function sayDay(date: string, { now, time_zone }: Moment): string {
  const today = dateIn(time_zone, now);
  const distance = daysAway(date, { now, time_zone });
  if (distance === 0) return "today";
  if (distance === 1) return "tomorrow";
  if (distance === -1) return "yesterday";
  const [year] = date.split("-");
  const said = weekdayAndDay.format(new Date(`${date}T12:00:00Z`)).replace(" ", ", ");
  return year === today.slice(0, 4) ? said : `${said} ${Number(year)}`;
}

/** How many days after the person's today a YYYY-MM-DD is. */
export const daysAway = (date: string, { now, time_zone }: Moment) =>
  (Date.parse(date) - Date.parse(dateIn(time_zone, now))) / DAY;

/** YYYY-MM-DD as it is there at that instant. */
export const dateIn = (timeZone: string, instant: Date) => localDate(instant, timeZone);

export const timeIn = (timeZone: string, instant: Date) => localDateTime(instant, timeZone).slice(11);

const DAY = 86_400_000;

const weekdayAndDay = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  timeZone: "UTC",
});

/** A wall-clock time of another zone becomes what the person's own clock shows then. */
export function inPersonsZone({ due_on, due_time, time_zone }: Due, moment: Moment): Due {
  if (!due_on || !due_time || !time_zone || time_zone === moment.time_zone) {
    return { due_on: due_on ?? null, due_time: due_time ?? null };
  }
  const instant = new Date(instantAt(due_on, due_time, time_zone));
  return { due_on: dateIn(moment.time_zone, instant), due_time: timeIn(moment.time_zone, instant) };
}
