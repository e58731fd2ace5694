/** What was spoken of last: “it”, “those”, “the second one” point there. */
import type { SaidTask } from "../../words/words.ts";
import { type PastCall, type PastTurn, tasksIn } from "./conversation.ts";

export interface Focus {
  tasks: SaidTask[];
  /** They were read out as a list; otherwise something was done to them. */
  shown: boolean;
}

/** Of the latest turn that was about tasks. */
export function focusOf(turns: PastTurn[]): Focus | undefined {
  for (const { calls } of turns.toReversed()) {
    const focus = focusOfCalls(calls);
    if (focus) return focus;
  }
  return undefined;
}

export function focusOfCalls(calls: PastCall[]): Focus | undefined {
  const done = calls.filter(({ tool }) => !isLook(tool)).flatMap(tasksIn);
  if (done.length > 0) return { tasks: latest(done), shown: false };
  const shown = calls
    .filter(({ id, tool }) => tool === "list_tasks" && !/^find\d*_/.test(id))
    .flatMap(tasksIn);
  return shown.length > 0 ? { tasks: inOrder(shown), shown: true } : undefined;
}

/** The order they are read out in: what is to be done first. */
export const inOrder = (tasks: SaidTask[]) => [
  ...tasks.filter(({ status }) => status !== "completed"),
  ...tasks.filter(({ status }) => status === "completed"),
];

const isLook = (tool: string) => /^(list|get)_|^history$/.test(tool);

/** A task that two calls touched stands where it was last. */
function latest(tasks: SaidTask[]): SaidTask[] {
  const keys = tasks.map(({ id, number }) => id ?? number);
  return tasks.filter((_, index) => keys.lastIndexOf(keys[index]) === index);
}
