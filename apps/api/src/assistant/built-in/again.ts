/** “eggs too”, “and the other one”: what was done last is done to a further task. */
import { isDeepStrictEqual } from "node:util";
import type { Intention } from "@todo/language";
import type { FollowUps } from "../../words/follow-ups.ts";
import { asTarget } from "./choice.ts";
import { isLook, type PastTurn } from "./conversation.ts";
import { isPlace } from "./corrections.ts";
import { barely, isAdd } from "./doubts.ts";
import type { Thread } from "./follow-ups.ts";
import { withoutBesides } from "./further.ts";
import type { Pointed } from "./intentions.ts";
import { sameText } from "./match.ts";

export function again(
  said: string,
  plain: Intention[],
  ways: FollowUps,
  thread: Thread,
): Intention[] | undefined {
  const { earlier, read } = thread;
  const same = ways.same.exec(said.trim())?.groups?.title;
  const words = same ?? withoutBesides(said, ways);
  if (words === said.trim() || ways.clause.test(words)) return undefined;
  const isNamed = plain.every(barely) || isThing(words, plain, read) || isPlace(said, plain, ways, thread);
  if (!isNamed) return undefined;
  const deed = deedOf(earlier.at(-1));
  if (!deed) return undefined;
  const repeated = (target: Pointed): Intention => ({ ...deed, target, confidence: 0, spans: {} });
  if (words.replace(ways.rest, "").trim() === "") return [repeated({ rest: true })];
  const targets = read(asTarget(words));
  return targets.every((one) => one.operation === "delete") && targets.length > 0
    ? targets.flatMap((one) => ("target" in one ? [repeated(one.target)] : []))
    : undefined;
}

/** “and milk”, but not “also buy milk”: nobody said a verb. */
const isThing = (words: string, plain: Intention[], read: Thread["read"]) =>
  plain.every((one) => isAdd(one) && one.tasks.every(({ title, when }) => !when && sameText(title, words))) &&
  read(words).every((one) => one.operation === "reject" && !one.perhaps);

type Deed =
  | { operation: "complete" | "reopen" | "delete" }
  | Pick<Extract<Intention, { operation: "reschedule" }>, "operation" | "when" | "due_time" | "clear">
  | Pick<Extract<Intention, { operation: "update" }>, "operation" | "changes">;

/** What the turn did, or would do once it has its yes; nothing when it did several kinds of things. */
function deedOf(turn: PastTurn | undefined): Deed | undefined {
  const calls = turn?.calls.filter(({ tool }) => !isLook(tool)) ?? [];
  const [first, ...more] = calls.map(({ tool, input: { task_id: _, task_ids: __, ...input }, status }) => ({
    deed: tool.replace(/_tasks?$/u, ""),
    input,
    isMeant: status === "succeeded" || status === "waiting",
  }));
  if (!first?.isMeant || more.some((one) => !isDeepStrictEqual(one, first))) return undefined;
  const { deed: operation, input } = first;
  if (operation === "complete" || operation === "reopen" || operation === "delete") return { operation };
  const { due_on, due_time, clear, list, ...others } = input;
  if (Object.keys(others).length > 0) return undefined;
  const time = typeof due_time === "string" ? { due_time } : {};
  if (operation === "reschedule" && clear === true) return { operation, clear };
  if (operation === "reschedule" && typeof due_on === "string")
    return { operation, when: { due_on, ...time } };
  if (operation === "reschedule") return { operation, ...time };
  return operation === "update" && typeof list === "string" ? { operation, changes: { list } } : undefined;
}
