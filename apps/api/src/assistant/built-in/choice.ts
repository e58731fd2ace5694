/** The answer to “which one?”: “the second”, “2”, “both”, or a title among those that were offered. */
import { type Intention, interpret, type Reference } from "@todo/language";
import type { SaidTask } from "../../words/words.ts";
import type { ModelTurn } from "../models.ts";
import type { PastTurn } from "./conversation.ts";
import { closest, sameText, stems, withWords } from "./match.ts";
import type { Question } from "./requests.ts";

export interface Choice {
  tasks: SaidTask[];
  /** The answer fits all of these and doesn't say that several are meant. */
  isUnclear: boolean;
}

/** Nothing when the message is about something else. */
export function chosen(
  said: string,
  understood: Intention[],
  { candidates }: Question,
  turn: ModelTurn,
): Choice | undefined {
  const exactly = candidates.filter(({ title }) => sameText(title, said));
  const named = exactly.length > 0 ? exactly : withWords(said, candidates);
  if (named.length > 0) return { tasks: named, isUnclear: named.length > 1 };
  const day = bareDay(understood);
  if (!day && !understood.every(mayPoint)) return undefined;
  const pointed = targetsIn(said, turn).map((target) => ({
    isUnclear: !speaksOfMany(target),
    tasks: amongThese(target, candidates),
  }));
  const dated = day ? candidates.filter(({ due_on }) => due_on === day) : [];
  const choices = [...pointed, { tasks: dated, isUnclear: true }].filter(({ tasks }) => tasks.length > 0);
  if (choices.length === 0) return undefined;
  return {
    tasks: [...new Set(choices.flatMap(({ tasks }) => tasks))],
    isUnclear: choices.some(({ tasks, isUnclear }) => isUnclear && tasks.length > 1),
  };
}

/** “the one in Groceries” sounds like a search. */
const mayPoint = ({ operation, confidence }: Intention) =>
  operation === "reject" || operation === "list" || confidence <= UNSURE;

/** A bare phrase could always be a new task; after a question it is rather the answer. */
const UNSURE = 0.7;

/** “the one on Friday”, “Friday”, “the second”: no more than a day, or what sounds like one. */
function bareDay(understood: Intention[]): string | undefined {
  const [only, ...more] = understood;
  if (!only || more.length > 0) return undefined;
  if (only.operation === "add") return only.confidence > UNSURE ? undefined : only.tasks[0]?.when?.due_on;
  const isBare =
    only.operation === "reschedule" && Object.keys(only.spans).every((span) => span !== "target");
  return isBare && only.target.pronoun === "last" ? only.when?.due_on : undefined;
}

/** The interpreter knows how people point at things; it needs only a verb to hear it as such. */
const targetsIn = (said: string, { now, time_zone, lists, labels }: ModelTurn): Reference[] =>
  interpret(asTarget(said), { now, time_zone, context: { lists, labels } }).flatMap((intention) =>
    intention.operation === "delete" ? intention.target : [],
  );

const speaksOfMany = ({ numbers, first, last, pronoun, every }: Reference) =>
  every === true || pronoun === "last_all" || (numbers ?? first ?? last) !== undefined;

export const asTarget = (said: string) => `delete ${said.trim().replace(/[.!]+$/, "")}`;

export function amongThese({ except, ...target }: Reference, candidates: SaidTask[]): SaidTask[] {
  if (except) {
    const not = amongThese(target, candidates);
    const rest = candidates.filter((task) => !not.includes(task));
    // Of three, two are left: that is no answer yet.
    return not.length > 0 && rest.length === 1 ? rest : [];
  }
  const { numbers, by_number, ordinal, first, last, pronoun, every, text, list, due } = target;
  if (numbers)
    return numbers.flatMap(
      (number) =>
        (by_number ? undefined : candidates[number - 1]) ??
        candidates.filter((task) => task.number === number),
    );
  if (ordinal !== undefined) return candidates.slice(ordinal > 0 ? ordinal - 1 : ordinal).slice(0, 1);
  if (first !== undefined) return candidates.slice(0, first);
  if (last !== undefined) return candidates.slice(-last);
  if (pronoun === "last_all" || (every && !text)) return candidates;
  if (text) return alike(text, candidates);
  if (list)
    return candidates.filter((task) => (task.list?.name ?? "inbox").toLowerCase() === list.toLowerCase());
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
