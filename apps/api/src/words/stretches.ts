/** Weeks, months and years that are near: which of them a first and a last day make. */
import { dateIn, type Moment } from "./dates.ts";

export interface Stretch {
  name: "week" | "weekend" | "month" | "year";
  /** This (0), the next (1), the last (-1). */
  away: 0 | 1 | -1;
}

/** Nothing when the days are no week, weekend, month or year that is near. */
export function nearStretch(first: string, last: string, { now, time_zone }: Moment): Stretch | undefined {
  const today = dateIn(time_zone, now);
  for (const name of ["week", "weekend", "month", "year"] as const)
    for (const away of [0, 1, -1] as const)
      if (stretches[name](today, away).join() === `${first},${last}`) return { name, away };
  return undefined;
}

/** Some days after a YYYY-MM-DD. */
export const moved = (day: string, by: number) =>
  new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);

const stretches: Record<Stretch["name"], (today: string, away: number) => [first: string, last: string]> = {
  week: weekOf,
  weekend(today, away) {
    const [, sunday] = weekOf(today, away);
    return [moved(sunday, -1), sunday];
  },
  month(today, away) {
    const [year, month] = today.split("-").map(Number) as [number, number];
    return [dayOf(year, month - 1 + away, 1), dayOf(year, month + away, 0)];
  },
  year(today, away) {
    const year = Number(today.slice(0, 4)) + away;
    return [dayOf(year, 0, 1), dayOf(year, 11, 31)];
  },
};

function weekOf(today: string, away: number): [monday: string, sunday: string] {
  const monday = moved(today, 7 * away - ((new Date(today).getUTCDay() + 6) % 7));
  return [monday, moved(monday, 6)];
}

const dayOf = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
