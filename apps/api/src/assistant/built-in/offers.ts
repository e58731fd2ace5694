/**
 * Asking back instead of guessing. What is hardly a request is offered, and a
 * yes accepts it; what is a request but lacks its task is asked for, and the
 * next message gives it.
 */
import { type Intention, quickAdd } from "@todo/language";
import { followUps, wordsOf } from "../../words/languages.ts";
import type { ModelTurn } from "../models.ts";
import type { PastTurn } from "./conversation.ts";
import { type Add, UNSURE } from "./doubts.ts";
import { points } from "./pointers.ts";

/** The last answer, planned anew. */
interface Before {
  say: string;
  offer?: Intention[];
}

/** The tasks to offer, when there is no more in the message than a doubtful wish to add them. */
export function offerIn(intentions: Intention[]): Add | undefined {
  const [only, ...more] = intentions;
  if (!only || more.length > 0) return undefined;
  if (only.operation === "add") return only.confidence < UNSURE ? only : undefined;
  const [perhaps] = only.operation === "reject" ? (only.perhaps ?? []) : [];
  return perhaps?.operation === "add" ? perhaps : undefined;
}

/** "I fixed the sink" is about a task only if there is such a task, so it is looked for. */
export function attempted(intention: Intention): Intention[] {
  const { perhaps } = intention.operation === "reject" ? intention : {};
  return perhaps?.every((each) => "target" in each || each.operation === "ask_done")
    ? perhaps.map(tentative)
    : [intention];
}

const tentative = (intention: Intention): Intention => ({ ...intention, confidence: 0 });

/** Whether the last answer was a question of ours without choices. */
export const isAsking = (last: PastTurn | undefined) =>
  last?.calls.length === 0 && /[?؟]/u.test(last.answer) && !last.answer.includes("\n");

/** What the message means as the answer to what was asked last; nothing when nothing was asked, or something else is meant. */
export function answeredBy(
  said: string,
  understood: Intention[],
  { say, offer }: Before,
  turn: ModelTurn,
): Intention[] | undefined {
  const agrees =
    understood.some(({ operation }) => operation === "yes") || followUps.some(({ take }) => take.test(said));
  if (offer && agrees) return offer.map((each) => ({ ...each, confidence: 1 }));

  const isNew = understood.some(({ operation }) => operation !== "reject" && operation !== "add");
  if (isNew || say !== wordsOf(turn.language).askFor.add()) return undefined;
  const { now, time_zone, lists, labels } = turn;
  const { task } = quickAdd(said, { now, time_zone, context: { lists, labels } });
  return points(task.title) ? undefined : [{ operation: "add", tasks: [task], confidence: 1, spans: {} }];
}
