/** Words that do no more than point: “the rest”, “the others”, “it”. They name nothing that could be added. */
import type { Intention } from "@todo/language";
import type { FollowUps } from "../../words/follow-ups.ts";
import { followUps } from "../../words/languages.ts";
import { type Add, isAdd, mayNameThings } from "./doubts.ts";
import type { Thread } from "./follow-ups.ts";
import type { Pointed } from "./intentions.ts";

/** “push the rest to Monday”: read as if those were meant, and then they are those that are left. */
export function theRest(
  said: string,
  plain: Intention[],
  ways: FollowUps,
  { read }: Pick<Thread, "read">,
): Intention[] | undefined {
  const [words] = ways.rest.exec(said) ?? [];
  if (words === undefined) return undefined;
  const put = said.replace(ways.rest, ways.those).trim();
  if (ways.look.test(put)) {
    const filter: Pointed = { rest: true };
    return [{ operation: "list", filter, confidence: 1, spans: {} }];
  }
  const meant = read(put);
  if (meant.some((one) => pointsAtThose(one) || isPointer(one))) return meant.map(left);
  const moved = movedTo(put, ways, read);
  if (moved) return moved.map(left);
  const isTitle = plain.some((one) => titlesOf(one).some((title) => words.includes(title)));
  return isTitle
    ? [{ operation: "reject", reason: "unclear", wanted: "add", confidence: 1, spans: {} }]
    : undefined;
}

/** “and it tomorrow”, “both to Friday”: a day, and no word of what is to be done. */
export function dayAlone(
  said: string,
  plain: Intention[],
  ways: FollowUps,
  { focus, read }: Thread,
): Intention[] | undefined {
  return focus && plain.every(mayNameThings) ? movedTo(said.trim(), ways, read) : undefined;
}

function movedTo(said: string, ways: FollowUps, read: Thread["read"]): Intention[] | undefined {
  const { what, when } = ways.moved.exec(said)?.groups ?? {};
  if (what === undefined || when === undefined) return undefined;
  const moved = read(ways.move(what, when));
  return moved.every(({ operation }) => operation === "reschedule") ? moved : undefined;
}

const pointsAtThose = (one: Intention) => "target" in one && one.target.pronoun === "last_all";

function left(intention: Intention): Intention {
  if (!("target" in intention) || intention.target.pronoun !== "last_all") return intention;
  const { pronoun: _, ...more } = intention.target;
  const target: Pointed = { ...more, rest: true };
  return { ...intention, target };
}

const titlesOf = (one: Intention) => (isAdd(one) ? one.tasks.map(({ title }) => title) : []);
export const points = (title: string) => followUps.some((ways) => ways.points.test(title.trim()));
/** “add it”, taken for a title as a whole, is no better. */
const saysNothing = (title: string) => points(title) || followUps.some((ways) => ways.take.test(title));
const isPointer = (one: Intention) => titlesOf(one).some(saysNothing);

/** What would be added under the name of “it” is asked for. */
export function withoutPointer(said: string, intention: Intention): Intention[] {
  if ("target" in intention && points(intention.target.text ?? "")) return [{ ...intention, target: {} }];
  if (intention.operation === "reject" && points(said.replace(/[\s.!?؟۔]+$/u, "")))
    return [{ ...asked(intention), wanted: "update" }];
  const [perhaps, ...more] = intention.operation === "reject" ? (intention.perhaps ?? []) : [];
  const adding = perhaps && more.length === 0 ? perhaps : intention;
  if (!isAdd(adding) || !names(adding).some((name) => saysNothing(name) && !isQuoted(said, name)))
    return [intention];
  return [{ ...asked(adding), wanted: "add" }];
}

const asked = ({ confidence }: Intention) => ({
  operation: "reject" as const,
  reason: "unclear" as const,
  confidence,
  spans: {},
});

/** Of tasks, and of the lists they would be put on. */
const names = ({ tasks }: Add) => tasks.flatMap(({ title, list = [] }) => [title, list].flat());

const isQuoted = (said: string, title: string) => /["“”«»‘]/u.test(said) && !said.trim().startsWith(title);
