/** What was spoken of last: “it”, “those”, “the second one” point there. */
import type { Reference } from "@todo/language";
import type { SaidTask } from "../../words/words.ts";
import { isLook, type PastCall, type PastTurn, tasksIn } from "./conversation.ts";

export interface Focus {
  tasks: SaidTask[];
  /** They were read out as a list; otherwise something was done to them. */
  shown: boolean;
  /**
   * What was read out last, in that order: “the third one” and “3” count there, also when something was done to some of
   * it since. Nothing once something else was spoken of.
   */
  listed?: SaidTask[];
  /** What was spoken of together last, added or read out, and what of it nothing was done to since: “the rest”. */
  group?: SaidTask[];
  rest?: SaidTask[];
}

/** Of the turns before. */
export const focusOf = (turns: PastTurn[]): Focus | undefined =>
  turns.reduce<Focus | undefined>(
    (before, { calls, answer }) => focusAfter(calls, before, answer),
    undefined,
  );

/** Without an answer yet, a list stands as it was found. */
export function focusAfter(calls: PastCall[], before: Focus | undefined, answer = ""): Focus | undefined {
  const done = calls
    .filter(({ tool }) => !isLook(tool))
    .flatMap((call) => (isLeft(call) ? namedIn(call, calls, before) : tasksIn(call)));
  const looked = calls.filter(({ id, tool }) => tool === "get_task" && id.startsWith("show"));
  const tasksSeen = looked.flatMap(tasksIn);
  if (done.length === 0 && tasksSeen.length > 0) {
    const listed = before?.listed && isAmong(tasksSeen, before.listed) ? before.listed : tasksSeen;
    return { ...before, tasks: tasksSeen, shown: tasksSeen.length > 1, listed };
  }
  if (done.length > 0) {
    const tasks = latest(done);
    const listed = before?.listed;
    const kept = listed && isAmong(tasks, listed) && { listed };
    return { tasks, shown: false, ...kept, ...groupAfter(calls, tasks, before) };
  }
  const found = calls
    .filter(({ id, tool }) => tool === "list_tasks" && !/^(find|twice)\d*_/.test(id))
    .flatMap(tasksIn);
  const tasks = asReadOut(inOrder(found), answer);
  return tasks.length > 0 ? { tasks, shown: true, listed: tasks, group: tasks, rest: tasks } : before;
}

/** As long as it goes on about tasks of the group; what was taken back was not done. */
function groupAfter(calls: PastCall[], tasks: SaidTask[], before: Focus | undefined): Partial<Focus> {
  const { group, rest = [] } = before ?? {};
  if (!group || !isAmong(tasks, group) || tasks.length === group.length)
    return tasks.length > 1 ? { group: tasks, rest: tasks } : {};
  const takenBack = keysOf(calls.filter(({ tool }) => tool === "undo").flatMap(tasksIn));
  const done = keysOf(tasks);
  const left = keysOf(rest);
  return {
    group,
    rest: group.filter((task) => {
      const key = keyOf(task);
      return takenBack.has(key) || (left.has(key) && !done.has(key));
    }),
  };
}

/** How many rows are read out; further ones are only counted. */
const READ_OUT = 10;

/** A list may have been read out in part: what was done today, of all that is done. */
function asReadOut(found: SaidTask[], answer: string): SaidTask[] {
  const rows = answer.match(/^\d+\. .*$/gmu)?.map((row) => row.replace(/^\d+\. /u, "")) ?? [];
  const rest = [...found];
  const read = rows.flatMap((row) => {
    const at = rest.findIndex(({ title }) => row === title || row.startsWith(`${title} (`));
    return at < 0 ? [] : rest.splice(at, 1);
  });
  return read.length === 0 || read.length >= READ_OUT ? [...read, ...rest] : read;
}

/** The tasks that numbers point at: places in the list that was read out last, unless said with a “#”. */
export const atNumbers = ({ numbers = [], by_number }: Reference, focus: Focus | undefined): SaidTask[] =>
  numbers.map((number) => {
    const row = by_number || number > READ_OUT ? undefined : focus?.listed?.[number - 1];
    return row ?? { number, title: `task ${number}` };
  });

/** The order they are read out in: what is to be done first. */
export const inOrder = (tasks: SaidTask[]) => [
  ...tasks.filter(({ status }) => status !== "completed"),
  ...tasks.filter(({ status }) => status === "completed"),
];

/** It waits for a yes, or got a no: what it names was spoken of all the same. */
const isLeft = ({ status }: PastCall) => status === "waiting" || status === "rejected";

function namedIn({ input }: PastCall, calls: PastCall[], before: Focus | undefined): SaidTask[] {
  const { task_id, task_ids = [task_id] } = input;
  const refs: unknown[] = Array.isArray(task_ids) ? task_ids : [];
  const seen = [...(before?.tasks ?? []), ...(before?.listed ?? []), ...calls.flatMap(tasksIn)];
  return refs.flatMap((ref): SaidTask[] => {
    const task = seen.findLast(({ id, number }) => id === ref || number === ref);
    if (task) return [task];
    return typeof ref === "number" ? [{ number: ref, title: `task ${ref}` }] : [];
  });
}

const keyOf = ({ id, number }: SaidTask) => id ?? number;

const keysOf = (tasks: SaidTask[]) => new Set(tasks.map(keyOf));

const isAmong = (tasks: SaidTask[], listed: SaidTask[]) => {
  const keys = keysOf(listed);
  return tasks.every((task) => keys.has(keyOf(task)));
};

/** A task that two calls touched stands where it was last. */
function latest(tasks: SaidTask[]): SaidTask[] {
  const keys = tasks.map(keyOf);
  return tasks.filter((_, index) => keys.lastIndexOf(keys[index]) === index);
}
