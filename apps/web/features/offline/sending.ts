/** Sends what waits as soon as there is a network, in one window at a time. */
import { newKey } from "@todo/contract/attempts";
import type { CallOptions } from "@todo/contract/client";
import { AppError } from "@todo/contract/errors";
import { api } from "../../lib/api.ts";
import { connected } from "../../lib/live.ts";
import { backoffMs } from "../../lib/pause.ts";
import { browserQueue } from "./browser-queue.ts";
import { readQueue, rememberUndo } from "./queue.ts";
import { type Answer, type QueueStore, replay } from "./replay.ts";
import { nextToSend, type Waiting } from "./waiting.ts";
import { waitingChanges } from "./waiting-store.ts";

const LOCK = "todo-offline";
const FIRST_PAUSE_MS = 2_000;

type Call = (input: Record<string, unknown>, options: CallOptions) => Promise<Answer>;

/** Answers the end of it. `person` is whose changes they are. */
export function startSending(
  person: string,
  onAnswer: (waiting: Waiting, answer: Answer) => void,
): () => void {
  let stopped = false;
  let busy = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const start = async () => {
    clearTimeout(timer);
    if (stopped || busy || !navigator.onLine || !nextToSend(waitingChanges.get())) return;
    busy = true;
    const obstacle = await alone(() => sendAll(person, onAnswer)).finally(() => {
      busy = false;
    });
    failures = obstacle ? failures + 1 : 0;
    if (obstacle && obstacle.code !== "unauthenticated")
      timer = setTimeout(
        start,
        Math.max(backoffMs(failures, FIRST_PAUSE_MS), (obstacle.retryAfterSeconds ?? 0) * 1_000),
      );
  };
  const soon = () => void start();
  const unwatch = [connected.subscribe(soon), waitingChanges.subscribe(soon)];
  window.addEventListener("online", soon);
  soon();

  return () => {
    stopped = true;
    clearTimeout(timer);
    for (const end of unwatch) end();
    window.removeEventListener("online", soon);
  };
}

/** On pages without a secure origin there are no locks; the keys still see to it that nothing happens twice. */
const alone = <Result>(work: () => Promise<Result>): Promise<Result> =>
  navigator.locks ? navigator.locks.request(LOCK, work) : work();

async function sendAll(
  person: string,
  onAnswer: (waiting: Waiting, answer: Answer) => void,
): Promise<AppError | undefined> {
  const obstacle = await whoseSession(person);
  if (obstacle) return obstacle;
  const store: QueueStore = {
    read: browserQueue.read,
    async change(update) {
      const queue = await browserQueue.change(update);
      waitingChanges.set(queue);
      return queue;
    },
  };
  // Another window may have sent some meanwhile.
  await readQueue();
  return replay({
    store,
    newKey,
    async send(waiting) {
      const { operation, input, key } = waiting;
      // Which operation it is was checked when it was put there.
      const answer = await (api[operation] as unknown as Call)(input, { idempotencyKey: key });
      // Before it leaves the queue: whoever wants it back finds it in the one or the other.
      rememberUndo(waiting, answer.undo);
      return answer;
    },
    onAnswer,
  });
}

/** Another may have signed in since in another window: then nothing is sent. */
async function whoseSession(person: string): Promise<AppError | undefined> {
  try {
    const { id } = await api.get_profile({});
    return id === person ? undefined : new AppError("unauthenticated", "Somebody else is signed in.");
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
