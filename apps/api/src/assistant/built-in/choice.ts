/** The answer to “which one?”: “the second”, “2”, “both”, or a title among those that were offered. */
import { type Intention, interpret, type Reference } from "@todo/language";
import type { SaidTask } from "../../words/words.ts";
import type { ModelTurn } from "../models.ts";
import type { PastTurn } from "./conversation.ts";
import { closest, sameText, stems } from "./match.ts";
import type { Question } from "./requests.ts";

/** The tasks chosen; nothing when the message is about something else. */
export function chosen(
  said: string,
  understood: Intention[],
  { candidates }: Question,
  turn: ModelTurn,
): SaidTask[] | undefined {
  const named = candidates.filter(({ title }) => sameText(title, said));
  if (named.length > 0) return named;
  if (understood.some(({ operation, confidence }) => operation !== "reject" && confidence > UNSURE))
    return undefined;
  const tasks = [...pointedAt(said, candidates, turn), ...onTheDay(understood, candidates)];
  return tasks.length > 0 ? [...new Set(tasks)] : undefined;
}

/** A bare phrase could always be a new task; after a question it is rather the answer. */
const UNSURE = 0.7;

/** “the one on Friday” */
const onTheDay = (understood: Intention[], candidates: SaidTask[]) =>
  understood.flatMap((intention) => {
    const day = intention.operation === "add" ? intention.tasks[0]?.when?.due_on : undefined;
    return day ? candidates.filter(({ due_on }) => due_on === day) : [];
  });

/** The interpreter knows how people point at things; it needs only a verb to hear it as such. */
function pointedAt(said: string, candidates: SaidTask[], { now, time_zone }: ModelTurn): SaidTask[] {
  const intentions = interpret(asTarget(said), { now, time_zone });
  return intentions.flatMap((intention) =>
    intention.operation === "delete" ? amongThese(intention.target, candidates) : [],
  );
}

const asTarget = (said: string) => `delete ${said.trim().replace(/[.!]+$/, "")}`;

function amongThese({ except, ...target }: Reference, candidates: SaidTask[]): SaidTask[] {
  if (except) {
    const not = amongThese(target, candidates);
    const rest = candidates.filter((task) => !not.includes(task));
    // Of three, two are left: that is no answer yet.
    return not.length > 0 && rest.length === 1 ? rest : [];
  }
  const { numbers, ordinal, first, last, pronoun, every, text, due } = target;
  if (numbers)
    return numbers.flatMap(
      (number) => candidates[number - 1] ?? candidates.filter((task) => task.number === number),
    );
  if (ordinal !== undefined) return candidates.slice(ordinal > 0 ? ordinal - 1 : ordinal).slice(0, 1);
  if (first !== undefined) return candidates.slice(0, first);
  if (last !== undefined) return candidates.slice(-last);
  if (pronoun === "last_all" || (every && !text)) return candidates;
  if (text) return alike(text, candidates);
  return due?.on ? candidates.filter(({ due_on }) => due_on === due.on) : [];
}

/** “no, the other one” */
export const pointsAtOther = (said: string, { now, time_zone }: ModelTurn) =>
  said
    .split(/[,.;!]/)
    .flatMap((part) => interpret(asTarget(part), { now, time_zone }))
    .some((intention) => intention.operation === "delete" && intention.target.other);

/** Of two, the one that the calls didn't take. */
export function leftOver({ candidates }: Question, { calls }: PastTurn): SaidTask | undefined {
  const taken = new Set(calls.flatMap(({ input }) => [input.task_id, input.task_ids].flat()));
  const left = candidates.filter(({ id, number }) => !taken.has(number) && !taken.has(id));
  return candidates.length === 2 && left.length === 1 ? left[0] : undefined;
}

function alike(text: string, candidates: SaidTask[]): SaidTask[] {
  const wanted = stems(text);
  const sharing = candidates.filter(({ title }) => stems(title).some((word) => wanted.includes(word)));
  return sharing.length > 0 ? closest(text, sharing) : [];
}
