/** The calls that add tasks as they were worded. */
import type { OperationName } from "@todo/contract";
import type { TaskWords } from "@todo/language";
import type { Moment } from "../../words/dates.ts";
import { dayOf } from "./day.ts";

/** `more` is given to each: the task that they are sub-tasks of. */
export function adding(
  tasks: TaskWords[],
  moment: Moment,
  more: Record<string, unknown> = {},
): { tool: OperationName; input: Record<string, unknown> }[] {
  const inputs = tasks.map((task) => ({ ...toInput(task, moment), ...more }));
  const [only] = inputs;
  if (only && inputs.length === 1) return [{ tool: "add_task", input: only }];
  return batchesOf(inputs).map((input) => ({ tool: "add_tasks", input }));
}

/** An operation adds at most 100 tasks. */
const batchesOf = (inputs: object[]) =>
  Array.from({ length: Math.ceil(inputs.length / 100) }, (_, n) => ({
    tasks: inputs.slice(n * 100, n * 100 + 100),
  }));

const LONGEST_TITLE = 200;

export function toInput({ when, due_time, ...task }: TaskWords, moment: Moment): Record<string, unknown> {
  const due = when ?? (due_time ? { due_on: dayOf(due_time, moment), due_time } : {});
  if (task.title.length <= LONGEST_TITLE) return { ...task, ...due };
  const description = task.description ? `${task.title}\n\n${task.description}` : task.title;
  return { ...task, title: `${task.title.slice(0, LONGEST_TITLE - 1)}…`, description, ...due };
}
