/** What calls about tasks have in common: how they name a task, how many they take, and reading one whole. */
import type { OperationName } from "@todo/contract";
import type { SaidTask } from "../../words/words.ts";
import { type PastCall, tasksIn } from "./conversation.ts";
import type { Desk } from "./desk.ts";

export type Call = { name: string; tool: OperationName; input: Record<string, unknown> };

export const refOf = ({ number, id }: SaidTask) => number ?? id!;
export const numbered = (name: string, index: number) => (index === 0 ? name : `${name}${index + 1}`);

/** An operation takes at most 200 tasks. */
export const inBatches = <One>(refs: One[]) =>
  Array.from({ length: Math.ceil(refs.length / 200) }, (_, n) => refs.slice(n * 200, n * 200 + 200));

export const readTasks = (refs: (string | number)[], desk: Desk): PastCall[] =>
  desk.ask(
    refs.map((task_id, index) => ({ name: numbered("read", index), tool: "get_task", input: { task_id } })),
  );

/** A task of which no more than its number or name is known is read first: its labels stay, its day stays. One that isn't there is left out. */
export function wholeTasks(tasks: SaidTask[], desk: Desk): SaidTask[] {
  const unread = tasks.filter(({ due_on }) => due_on === undefined);
  if (unread.length === 0) return tasks;
  const read = readTasks(unread.map(refOf), desk);
  const found = new Map(unread.map((task, index) => [task, tasksIn(read[index]!)[0]]));
  return tasks.flatMap((task) => (found.has(task) ? (found.get(task) ?? []) : task));
}
