/** The queue from the side of a window: what it does to it, and what it learns from the others. */
import { newKey } from "@todo/contract/attempts";
import type { Task } from "@todo/contract/tasks";
import { browserQueue, hearOthers, tellOthers } from "./browser-queue.ts";
import { again, dropped, goingBy, type Queue, takenBack, type Waiting } from "./waiting.ts";
import { waitingChanges } from "./waiting-store.ts";

/** Of what was sent since the window opened: a toast may still offer to undo it. */
const groups = new Map<string, string>();

export function rememberUndo({ key, firstKey = key }: Waiting, undo: string) {
  for (const name of new Set([key, firstKey])) {
    groups.set(name, undo);
    tellOthers({ type: "undoable", key: name, undo });
  }
}

export async function readQueue() {
  waitingChanges.set(await browserQueue.read());
}

/** What others did with the queue. Once all is forgotten, this window has nothing to do with it any more. */
export const followOthers = (onForgotten: () => void) =>
  hearOthers((told) => {
    if (told.type === "changed") void readQueue();
    if (told.type === "undoable") groups.set(told.key, told.undo);
    if (told.type === "forgotten") onForgotten();
  });

const change = async (update: (queue: Queue) => Queue) =>
  waitingChanges.set(await browserQueue.change(update));

/** Resolves to false where the browser keeps nothing. */
export async function keepForLater(waiting: Waiting): Promise<boolean> {
  await change((queue) => [...queue, waiting]);
  return true;
}

/** Resolves to the group to undo when the change has been sent by now. */
export async function takeBackWaiting(key: string): Promise<string | undefined> {
  let waits = false;
  await change((queue) => {
    waits = !groups.has(key) && goingBy(queue, key) !== undefined;
    return waits ? takenBack(queue, key, newKey()) : queue;
  });
  return waits ? undefined : groups.get(key);
}

export const drop = (key: string) => change((queue) => dropped(queue, key));
export const tryAgain = (key: string, current?: Task) =>
  change((queue) => again(queue, key, newKey(), current));
