/** Stretches of days as people say them: “this week”, “from Monday, 2 March to tomorrow”, “before Friday, 6 March”. */
import { type Moment, sayDay } from "../dates.ts";
import { moved, nearStretch } from "../stretches.ts";
import type { SaidDays } from "../words.ts";

/** Empty without a day. */
export function sayDays({ on, before, after }: SaidDays = {}, moment: Moment): string {
  if (on) return sayDay(on, moment);
  if (after && before) {
    // The ends are the days around the stretch; people name the days in it.
    const [first, last] = [moved(after, 1), moved(before, -1)];
    const near = nearStretch(first, last, moment);
    if (near) return `${near.away === 0 ? "this" : near.away > 0 ? "next" : "last"} ${near.name}`;
    return `from ${sayDay(first, moment)} to ${sayDay(last, moment)}`;
  }
  if (after) return `after ${sayDay(after, moment)}`;
  return before ? `before ${sayDay(before, moment)}` : "";
}
