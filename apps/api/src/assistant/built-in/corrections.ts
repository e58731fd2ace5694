/** “no, to my shopping list”, “not Saturday, Sunday”: what was said last was meant otherwise. */
import type { Intention } from "@todo/language";
import type { FollowUps } from "../../words/follow-ups.ts";
import { asTarget } from "./choice.ts";
import { isAdd } from "./doubts.ts";
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
  if (ways.otherwise?.test(said.trim()) && plain.every((one) => one.operation === "reject" || isAdd(one)))
    return [{ operation: "reject", reason: "unclear", wanted: "update", confidence: 1, spans: {} }];
  const place = ways.elsewhere.exec(said.trim())?.groups?.place;
  if (place === undefined || !focus || plain.every(isOfLast)) return undefined;
  const several = !focus.shown && focus.tasks.length > 1;
  return onlyOfLast(read(ways.moveTo(place, several)));
}

/** “actually make it Friday”, right after several were added: “it” is what was said. */
export function ofAllAdded(
  said: string,
  plain: Intention[],
  ways: FollowUps,
  { earlier }: Thread,
): Intention[] | undefined {
  const [call, ...more] = earlier.at(-1)?.calls ?? [];
  const [only, ...others] = plain;
  const isOfSeveral = call?.tool === "add_tasks" && call.status === "succeeded" && more.length === 0;
  if (!isOfSeveral || !ways.rather?.test(said.trim()) || !only || others.length > 0) return undefined;
  return "target" in only && only.target.pronoun === "last"
    ? [{ ...only, target: { pronoun: "last_all" } }]
    : undefined;
}

/** “to Monday at 4”, “in Home”: a day, or a list that is there, and nothing else. */
export function whither(
  said: string,
  plain: Intention[],
  ways: FollowUps,
  { focus, lists, read }: Thread,
): Intention[] | undefined {
  const place = ways.whither?.exec(said.trim())?.groups?.place;
  if (place === undefined || !focus || (focus.shown && focus.tasks.length > 1) || !plain.every(isBare))
    return undefined;
  const meant = onlyOfLast(read(ways.moveTo(place, focus.tasks.length > 1)));
  const isThere = meant?.every(
    (one) =>
      one.operation === "reschedule" ||
      (one.operation === "update" && lists.includes(one.changes.list ?? "")),
  );
  return isThere ? meant : undefined;
}

const isBare = (one: Intention) => one.operation === "reject" || one.operation === "list" || isAdd(one);

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
