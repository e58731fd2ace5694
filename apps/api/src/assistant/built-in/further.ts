/** “and butter”, “add bread too”: what comes right after an addition goes where that went, and needs no verb. */
import type { Intention, TaskWords } from "@todo/language";
import type { FollowUps } from "../../words/follow-ups.ts";
import type { SaidTask } from "../../words/words.ts";
import { isLook, type PastCall, type PastTurn, tasksIn } from "./conversation.ts";
import { type Add, isAdd, LIKELY, mayNameThings, UNSURE } from "./doubts.ts";
import type { Thread } from "./follow-ups.ts";
import type { Pointed } from "./intentions.ts";
import { isAsking } from "./offers.ts";

interface Place {
  list?: string;
  parent?: SaidTask;
}

export function further(
  said: string,
  plain: Intention[],
  ways: FollowUps,
  { earlier, read }: Thread,
): Intention[] | undefined {
  const words = withoutBesides(said, ways);
  const there = words.replace(ways.same_place, "");
  if (words === said.trim() && there === words) return undefined;
  const place = lastPlace(earlier, there !== words);
  if (!place) return withoutLead(words, said, plain, read);
  const to = ways.own_tasks.test(said) ? {} : place;

  const asked = plain.filter(({ operation }) => operation !== "reject");
  if (asked.length > 0 && (plain.length > asked.length || !plain.every(mayNameThings)))
    return asked.some(isAdd) ? asked.map((one) => (isAdd(one) ? placed(one, to) : one)) : undefined;
  const meant = things(
    there === words ? words : ways.add(ways.puts ? there.replace(ways.puts, "") : there),
    ways,
    read,
  );
  return meant?.map((one) => placed(one, to));
}

/** “and also call Bob”, after something else: the task is called “call Bob” all the same. */
function withoutLead(words: string, said: string, plain: Intention[], read: Thread["read"]) {
  const meant = words !== said.trim() && plain.every(mayNameThings) ? read(words) : [];
  return meant.length > 0 && meant.every((one) => isAdd(one) && one.confidence >= LIKELY) ? meant : undefined;
}

/** Without “and” and “too”. */
export const withoutBesides = (said: string, { besides }: FollowUps) =>
  besides.reduce((left, pattern) => left.replace(pattern, ""), said.trim());

/** What is to be added, be it named as bare things. A clause names none, and of a mere question it is asked whether. */
function things(words: string, ways: FollowUps, read: Thread["read"]): Add[] | undefined {
  const asSaid = read(words);
  const isClause = ways.clause.test(words);
  if (asSaid.every((one): one is Add => isAdd(one) && !(isClause && one.confidence < UNSURE)))
    return asSaid.map(surely);
  const isElse = asSaid.some(
    (one) => !mayNameThings(one) || (one.operation === "reject" && one.reason === "not_about_tasks"),
  );
  const added = isElse || isClause ? [] : (perhapsIn(asSaid) ?? read(ways.add(words)));
  if (added.length === 0 || !added.every(isAdd)) return undefined;
  return /[?؟]$/u.test(words) ? added.map((one) => ({ ...one, confidence: 0 })) : added.map(surely);
}

function perhapsIn([only, ...more]: Intention[]): Add[] | undefined {
  const perhaps = only?.operation === "reject" && more.length === 0 ? only.perhaps : undefined;
  return perhaps?.every(isAdd) ? perhaps : undefined;
}

const surely = (one: Add): Add => ({ ...one, confidence: 1 });
function placed(intention: Add, { list, parent }: Place): Intention {
  const { tasks, ...rest } = intention;
  if (tasks.some((task: TaskWords) => task.list !== undefined)) return intention;
  if (parent) {
    const target: Pointed = { these: [parent] };
    return { ...rest, operation: "add_subtasks", target, tasks };
  }
  return list === undefined ? intention : { ...intention, tasks: tasks.map((task) => ({ ...task, list })) };
}

/** Where the last addition went, when nothing was done since; “there” is also the list that was spoken of otherwise. */
function lastPlace(earlier: PastTurn[], isThere: boolean): Place | undefined {
  const at = earlier.findLastIndex(({ calls }) => calls.length > 0);
  if (earlier.slice(at + 1).some(isAsking)) return undefined;
  const calls = earlier[at]?.calls ?? [];
  const call = calls.findLast(({ tool }) => !isLook(tool)) ?? (isThere ? calls.at(-1) : undefined);
  const task = call && tasksIn(call).at(-1);
  if (!call || !task) return undefined;
  if (!/^add_tasks?$/.test(call.tool))
    return isThere && call.input.list !== undefined && task.list ? { list: task.list.name } : undefined;
  const parent = parentOf(call);
  if (parent !== undefined) return { parent: known(parent, earlier) };
  return task.list ? { list: task.list.name } : {};
}

function parentOf({ input }: PastCall): unknown {
  const task: unknown = Array.isArray(input.tasks) ? input.tasks.at(-1) : input;
  return typeof task === "object" && task && "parent" in task ? task.parent : undefined;
}

/** By the name that it was last heard under. */
function known(ref: unknown, earlier: PastTurn[]): SaidTask {
  const heard = earlier
    .flatMap(({ calls }) => calls.flatMap(tasksIn))
    .findLast(({ id, number }) => id === ref || number === ref);
  return (
    heard ?? { ...(typeof ref === "number" ? { number: ref } : { id: String(ref) }), title: `task ${ref}` }
  );
}
