/** “no, to my shopping list”, “not Saturday, Sunday”: what was said last was meant otherwise. */
import type { Intention } from "@todo/language";
import type { FollowUps } from "../../words/follow-ups.ts";
import { asTarget } from "./choice.ts";
import type { Thread } from "./follow-ups.ts";
import { withoutBesides } from "./further.ts";

export function correction(
  said: string,
  plain: Intention[],
  ways: FollowUps,
  { focus, read }: Thread,
): Intention[] | undefined {
  const right = ways.instead?.exec(said.trim())?.groups?.right;
  if (right !== undefined) return onlyOfLast(read(right));
  const place = ways.elsewhere.exec(said.trim())?.groups?.place;
  if (place === undefined || !focus || plain.every(isOfLast)) return undefined;
  const several = !focus.shown && focus.tasks.length > 1;
  return onlyOfLast(read(ways.moveTo(place, several)));
}

const onlyOfLast = (meant: Intention[]) => (meant.every(isOfLast) ? meant : undefined);
const isOfLast = (one: Intention) => "target" in one && one.target.pronoun !== undefined;

/** “the second”, after a list, is one of its rows before it is a day; and nothing was said of what to do with it. */
export const placeInList = (
  said: string,
  plain: Intention[],
  ways: FollowUps,
  thread: Thread,
): Intention[] | undefined =>
  isPlace(said, plain, ways, thread)
    ? [{ operation: "reject", reason: "unclear", wanted: "update", confidence: 1, spans: {} }]
    : undefined;

/** In words: “the second one”. */
const LONGEST_PLACE = 3;

export function isPlace(said: string, plain: Intention[], ways: FollowUps, { focus, read }: Thread): boolean {
  const [only, ...more] = plain;
  if (only?.operation !== "reschedule" || only.target.pronoun !== "last" || more.length > 0) return false;
  const words = withoutBesides(said, ways);
  if (Object.keys(only.spans).join() !== "due" || words.split(/\s+/u).length > LONGEST_PLACE) return false;
  const [pointed] = read(asTarget(words));
  const at = pointed && "target" in pointed ? pointed.target.ordinal : undefined;
  const count = focus?.listed?.length ?? 0;
  return at !== undefined && count > 1 && Math.abs(at) <= count;
}
