/** Sends what waits, one after the other. What it reads and writes is the browser's queue, which other windows share. */
import { AppError } from "@todo/contract/errors";
import type { Task } from "@todo/contract/tasks";
import { latestChangeOf } from "../conflicts/latest-change.ts";
import { fieldsBetween } from "../tasks/conflict.ts";
import {
  again,
  answered,
  markSent,
  nextToSend,
  type Queue,
  type Refusal,
  refused,
  type Waiting,
} from "./waiting.ts";

export interface QueueStore {
  read(): Promise<Queue>;
  /** As one step; resolves to what it became. */
  change(update: (queue: Queue) => Queue): Promise<Queue>;
}

export type Answer = Partial<Task> & { undo: string };

interface Replay {
  store: QueueStore;
  send: (waiting: Waiting) => Promise<Answer>;
  newKey: () => string;
  onAnswer: (waiting: Waiting, answer: Answer) => void;
}

/** Until nothing can be sent. Resolves to what ended it early: no network, nobody signed in, too much at once. */
export async function replay({ store, send, newKey, onAnswer }: Replay): Promise<AppError | undefined> {
  for (;;) {
    const next = nextToSend(await store.read());
    if (!next) return undefined;
    const { key } = next;
    await store.change((queue) => markSent(queue, key));
    try {
      const answer = await send(next);
      await store.change((queue) => answered(queue, key, answer));
      onAnswer(next, answer);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (passes.has(error.code)) return error;
      const refusal = weigh(next, error);
      await store.change((queue) =>
        "newer" in refusal ? again(queue, key, newKey(), refusal.newer) : refused(queue, key, refusal),
      );
    }
  }
}

/** None of these says anything about the change itself. */
const passes = new Set(["unavailable", "unauthenticated", "too_many_requests"]);

/** Where others changed something else, both changes stand; where they changed the same, the person chooses. */
function weigh(
  waiting: Waiting,
  { code, reason, params, message, conflict }: AppError,
): Refusal | { newer: Task } {
  const refused = { code, reason, params, message };
  if (conflict?.kind !== "task") return refused;
  const { current, changes } = conflict;
  const fields = fieldsBetween(waiting, current);
  if (!fields) return refused;
  if (fields.length === 0) return { newer: current };
  return { ...refused, atOdds: { current, fields, change: latestChangeOf(fields, changes) } };
}
