/**
 * Changes that wait for the network, in the order in which they were made, and
 * what becomes of them. Pure. A task that was added meanwhile goes by an id of
 * its own; once the server has given the real one, it is put wherever a later
 * change names the other.
 */
import type { ChangeSince } from "@todo/contract/conflict";
import type { ErrorCode } from "@todo/contract/errors";
import type { Task } from "@todo/contract/tasks";
import type { Refused } from "../../lib/errors.ts";
import type { EditedField } from "../tasks/conflict.ts";
import type { Edit } from "../tasks/task-edit.ts";

export type WaitingOperation =
  | "add_task"
  | "update_task"
  | "complete_task"
  | "reopen_task"
  | "delete_task"
  | "restore_task"
  | "undo";

export interface Waiting {
  /** Its Idempotency-Key, and what it is called here. */
  key: string;
  /** What it was called before it was sent anew; by that a toast knows it. */
  firstKey?: string;
  operation: WaitingOperation;
  input: Record<string, unknown>;
  /** The task as the person saw it; null: it is added. */
  before: Task | null;
  /** As they want it; null: it leaves. */
  after: Task | null;
  /** What an edit is about, so that it can be held against a newer version. */
  edit?: Edit | undefined;
  /** It was sent once, so it may have happened. */
  sent: boolean;
  /** The key of the change that it takes back. */
  undoes?: string;
  refusal?: Refusal;
}

/** Why the server didn't take it. The person drops it, or has it sent again. */
export interface Refusal extends Refused {
  code: ErrorCode;
  /** Of a change that met a newer version: what they changed stands against it. */
  atOdds?: { current: Task; fields: EditedField[]; change?: ChangeSince | undefined };
}

export type Queue = readonly Waiting[];

export const taskOf = ({ before, after }: Waiting): Task => {
  const task = before ?? after;
  if (!task) throw new Error("A change is about a task.");
  return task;
};

/** The first that can be sent: not refused, and not built upon one that was. */
export function nextToSend(queue: Queue): Waiting | undefined {
  const stuck: Waiting[] = [];
  for (const waiting of queue) {
    if (!waiting.refusal && !stuck.some((one) => buildsUpon(waiting, one))) return waiting;
    stuck.push(waiting);
  }
  return undefined;
}

/** It takes the other back, or names the task that the other adds. */
const buildsUpon = (waiting: Waiting, other: Waiting): boolean =>
  waiting.undoes === other.key || (other.operation === "add_task" && names(waiting, taskOf(other).id));

/** A temporary id is random, so it stands nowhere but where it is meant. */
const names = (waiting: Waiting, temporary: string) => JSON.stringify(waiting).includes(temporary);

export const markSent = (queue: Queue, key: string): Queue => replaced(queue, key, { sent: true });

/** It happened: it leaves, and what builds upon it learns what the server made of it. */
export function answered(queue: Queue, key: string, answer: Partial<Task> & { undo?: string }): Queue {
  const done = queue.find((waiting) => waiting.key === key);
  if (!done) return queue;
  const rest = queue.filter((waiting) => waiting !== done);
  const { id } = taskOf(done);
  return rest.map((waiting) => {
    const later =
      waiting.undoes === key && answer.undo ? { ...waiting, input: { undo: answer.undo } } : waiting;
    if (done.operation === "add_task") return names(later, id) ? named(later, id, answer) : later;
    return taskOf(later).id === id ? newer(later, done, answer) : later;
  });
}

/** A version that came about by the person's own change alone is one they know. */
function newer(later: Waiting, done: Waiting, { version }: Partial<Task>): Waiting {
  const { version: known } = done.input;
  if (version === undefined || known === undefined || later.input.version !== known) return later;
  return { ...later, input: { ...later.input, version } };
}

function named(later: Waiting, temporary: string, { id = "", number, version }: Partial<Task>): Waiting {
  const isAboutIt = taskOf(later).id === temporary;
  const renamed: Waiting = JSON.parse(JSON.stringify(later).replaceAll(temporary, id));
  if (!isAboutIt) return renamed;
  const known = { ...(number !== undefined && { number }), ...(version !== undefined && { version }) };
  return {
    ...renamed,
    input: "version" in renamed.input ? { ...renamed.input, version } : renamed.input,
    before: renamed.before && { ...renamed.before, ...known },
    after: renamed.after && { ...renamed.after, ...known },
  };
}

export const refused = (queue: Queue, key: string, refusal: Refusal): Queue =>
  replaced(queue, key, { refusal });

/** Sent anew as another request: under its old key it was decided upon. */
export function again(queue: Queue, key: string, newKey: string, current?: Task): Queue {
  return queue.map((waiting) => {
    if (waiting.undoes === key) return { ...waiting, undoes: newKey };
    if (waiting.key !== key) return waiting;
    const { refusal: _, ...kept } = waiting;
    const next = { ...kept, key: newKey, firstKey: waiting.firstKey ?? key, sent: false };
    return current ? rebased(next, current) : next;
  });
}

/** The same wish for a newer version of the task. */
function rebased(waiting: Waiting, current: Task): Waiting {
  const after = waiting.after && { ...current, ...differences(waiting.before, waiting.after) };
  return { ...waiting, before: current, after, input: { ...waiting.input, version: current.version } };
}

/** Given up, with all that builds upon it. */
export function dropped(queue: Queue, key: string): Queue {
  const gone = queue.find((waiting) => waiting.key === key);
  if (!gone) return queue;
  return queue.filter((waiting) => waiting !== gone && !buildsUpon(waiting, gone));
}

/** The change that goes by this key, or did before it was sent anew. */
export const goingBy = (queue: Queue, key: string): Waiting | undefined =>
  queue.find((waiting) => waiting.key === key || waiting.firstKey === key);

/** Taken back before it was sent, or when it was refused, it is simply dropped; afterwards the undo waits behind it. */
export function takenBack(queue: Queue, key: string, newKey: string): Queue {
  const waiting = goingBy(queue, key);
  if (!waiting || queue.some(({ undoes }) => undoes === waiting.key)) return queue;
  if (!waiting.sent || waiting.refusal) return dropped(queue, waiting.key);
  const undo: Waiting = {
    key: newKey,
    operation: "undo",
    input: {},
    before: waiting.after,
    after: waiting.before,
    sent: false,
    undoes: waiting.key,
  };
  return [...queue, undo];
}

/** The fields that a change sets. */
export function differences(before: Task | null, after: Task): Partial<Task> {
  if (!before) return after;
  return Object.fromEntries(
    Object.entries(after).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(before, field)),
    ),
  );
}

const replaced = (queue: Queue, key: string, change: Partial<Waiting>): Queue =>
  queue.map((waiting) => (waiting.key === key ? { ...waiting, ...change } : waiting));
