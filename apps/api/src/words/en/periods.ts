/** Stretches of days as people say them: “this week”, “from Monday, 2 March to tomorrow”, “before Friday, 6 March”. */
import { dateIn, type Moment, sayDay } from "../dates.ts";
import type { SaidDays } from "../words.ts";

/** Empty without a day. */
export function sayDays({ on, before, after }: SaidDays = {}, moment: Moment): string {
  if (on) return sayDay(on, moment);
  if (after && before) {
    // The ends are the days around the stretch; people name the days in it.
    const [first, last] = [moved(after, 1), moved(before, -1)];
    return nameOf(first, last, moment) ?? `from ${sayDay(first, moment)} to ${sayDay(last, moment)}`;
  }
  if (after) return `after ${sayDay(after, moment)}`;
  return before ? `before ${sayDay(before, moment)}` : "";
}

const moved = (day: string, by: number) =>
  new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);

const aways = [
  ["this", 0],
  ["next", 1],
  ["last", -1],
] as const;

/** Nothing when the days are no week, month or year that is near. */
function nameOf(first: string, last: string, { now, time_zone }: Moment): string | undefined {
  const today = dateIn(time_zone, now);
  for (const [name, stretch] of Object.entries(stretches)) {
    const near = aways.find(([, away]) => stretch(today, away).join() === `${first},${last}`);
    if (near) return `${near[0]} ${name}`;
  }
  return undefined;
}

const stretches: Record<string, (today: string, away: number) => [first: string, last: string]> = {
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
