/** What was spoken of last: “it”, “those”, “the second one” point there. */
import type { Reference } from "@todo/language";
import type { SaidTask } from "../../words/words.ts";
import { type PastCall, type PastTurn, tasksIn } from "./conversation.ts";

export interface Focus {
  tasks: SaidTask[];
  /** They were read out as a list; otherwise something was done to them. */
  shown: boolean;
  /**
   * What was read out last, in that order: “the third one” and “3” count there, also when something was done to some of
   * it since. Nothing once something else was spoken of.
   */
  listed?: SaidTask[];
}

/** Of the turns before. */
export const focusOf = (turns: PastTurn[]): Focus | undefined =>
  turns.reduce<Focus | undefined>(
    (before, { calls, answer }) => focusAfter(calls, before, answer),
    undefined,
  );

/** Without an answer yet, a list stands as it was found. */
export function focusAfter(calls: PastCall[], before: Focus | undefined, answer = ""): Focus | undefined {
  const done = calls.filter(({ tool }) => !isLook(tool)).flatMap(tasksIn);
  if (done.length > 0) {
    const tasks = latest(done);
    const listed = before?.listed;
    return { tasks, shown: false, ...(listed && isAmong(tasks, listed) && { listed }) };
  }
  const found = calls
    .filter(({ id, tool }) => tool === "list_tasks" && !/^find\d*_/.test(id))
    .flatMap(tasksIn);
  const tasks = asReadOut(inOrder(found), answer);
  return tasks.length > 0 ? { tasks, shown: true, listed: tasks } : before;
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

const isLook = (tool: string) => /^(list|get)_|^history$/.test(tool);

const keyOf = ({ id, number }: SaidTask) => id ?? number;

const isAmong = (tasks: SaidTask[], listed: SaidTask[]) => {
  const keys = new Set(listed.map(keyOf));
  return tasks.every((task) => keys.has(keyOf(task)));
};

/** A task that two calls touched stands where it was last. */
function latest(tasks: SaidTask[]): SaidTask[] {
  const keys = tasks.map(keyOf);
  return tasks.filter((_, index) => keys.lastIndexOf(keys[index]) === index);
}
