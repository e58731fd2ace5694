/** What the assistant did, read off its tool calls: one deed per thing that was changed. */
import type { ToolCall } from "@todo/contract/conversations";
import { type OperationName, routes } from "@todo/contract/routes";
import type { Failure, Task } from "@todo/contract/tasks";
import type { Refused } from "../../lib/errors.ts";

export interface Deed {
  key: string;
  operation: string;
  /** The entity's id, to find its change in the journal. */
  id: string;
  name: string;
  /** The task as it became, where it is one. */
  task: Task | undefined;
  undo: string;
}

export interface Misdeed {
  key: string;
  operation: string;
  refused: Refused;
}

interface Output extends Partial<Task>, Partial<Refused> {
  name?: string;
  tasks?: Task[];
  failures?: Failure[];
  changes?: { id: string; name: string }[];
  detail?: string;
  undo?: string;
}

export function deedsOf(calls: ToolCall[]): Deed[] {
  return calls
    .filter((call) => call.status === "succeeded")
    .flatMap((call) => {
      const output = outputOf(call);
      const { undo } = output;
      if (!undo) return [];
      return thingsIn(output).map(({ id, name, task }, index) => ({
        key: `${call.id}-${index}`,
        operation: call.tool,
        id,
        name,
        task,
        undo,
      }));
    });
}

/** Writes that didn't happen, whole calls or parts of a batch. A read that failed is the model's affair. */
export function misdeedsOf(calls: ToolCall[]): Misdeed[] {
  const all = calls.flatMap((call) => {
    const { failures = [], detail, message = detail ?? "", code = "", reason, params } = outputOf(call);
    const of = (refused: Refused, index = 0) => ({
      key: `${call.id}-x${index}`,
      operation: call.tool,
      refused,
    });
    if (isRead(call.tool)) return [];
    if (call.status === "failed") return [of({ code, reason, params, message })];
    return failures.map(of);
  });
  // A model that tries in vain again and again has still only failed once, for a person.
  return [
    ...new Map(all.map((misdeed) => [`${misdeed.operation} ${misdeed.refused.message}`, misdeed])).values(),
  ];
}

const isRead = (tool: string) => tool in routes && routes[tool as OperationName].startsWith("GET");

const outputOf = ({ output }: ToolCall): Output =>
  typeof output === "object" && output !== null ? (output as Output) : {};

function thingsIn({ tasks, changes, id, title, name, ...rest }: Output) {
  if (tasks) return tasks.map((task) => ({ id: task.id, name: task.title, task }));
  if (changes) return changes.map((change) => ({ ...change, task: undefined }));
  if (!id) return [];
  if (title !== undefined && rest.number !== undefined)
    return [{ id, name: title, task: { ...rest, id, title } as Task }];
  return [{ id, name: name ?? title ?? "", task: undefined }];
}

/** Every group once, the latest first: the order in which they must be taken back. */
export const groupsOf = (deeds: Deed[]) => [...new Set(deeds.map(({ undo }) => undo))].reverse();
