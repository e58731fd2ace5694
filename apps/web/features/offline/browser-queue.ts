/**
 * The queue as this browser keeps it: in IndexedDB, one for all windows. It
 * belongs to one person; nobody else's session may send it.
 */
import { createStore, del, delMany, get, set, update } from "idb-keyval";
import { forgetNotices } from "../../lib/notices.ts";
import { SHELL_CACHE } from "../../service-worker/shell.ts";
import { forgetUse } from "../commands/recent-use.ts";
import type { QueueStore } from "./replay.ts";
import type { Queue } from "./waiting.ts";

const database = createStore("todo-offline", "kept");

/** The windows tell each other that the queue is another, or that all was forgotten. */
const CHANNEL = "todo-offline";
export type Told =
  | { type: "changed" }
  | { type: "forgotten" }
  | { type: "undoable"; key: string; undo: string };

const channel = new BroadcastChannel(CHANNEL);
export const tellOthers = (told: Told) => channel.postMessage(told);

const listeners = new Set<(told: Told) => void>();
channel.onmessage = ({ data }: MessageEvent<Told>) => {
  for (const hear of listeners) hear(data);
};

export function hearOthers(hear: (told: Told) => void): () => void {
  listeners.add(hear);
  return () => listeners.delete(hear);
}

export const browserQueue: QueueStore = {
  read: async () => (await get<Queue>("queue", database)) ?? [],
  async change(change) {
    let queue: Queue = [];
    await update<Queue>(
      "queue",
      (stored = []) => {
        queue = change(stored);
        return queue;
      },
      database,
    );
    tellOthers({ type: "changed" });
    return queue;
  },
};

/** What was read last, so that it can be shown. */
export const readKept = () => get<unknown>("cache", database);
export const writeKept = (kept: unknown) => set("cache", kept, database);

/** Where the changes lie of a person whose session ended before they were sent, while somebody else is signed in. */
const asideOf = (person: string) => `queue of ${person}`;

/**
 * Makes the store this person's. Of what another left behind only the changes
 * that nobody has sent yet stay, apart, until that person is here again.
 */
export async function claimFor(person: string): Promise<void> {
  const owner = await get<string>("person", database);
  if (owner !== undefined && owner !== person) {
    const unsent = await browserQueue.read();
    if (unsent.length > 0) await set(asideOf(owner), unsent, database);
    await forgetAll();
  }
  await set("person", person, database);
  const own = await get<Queue>(asideOf(person), database);
  if (!own) return;
  await browserQueue.change((queue) => [...own, ...queue]);
  await del(asideOf(person), database);
}

/** Nothing of the person stays in this browser: neither changes nor tasks nor reminders nor habits nor the page that was kept. */
export async function forgetAll(): Promise<void> {
  tellOthers({ type: "forgotten" });
  // This window, too, must not write anything any more.
  for (const hear of listeners) hear({ type: "forgotten" });
  forgetUse();
  forgetNotices();
  await delMany(["queue", "cache", "person"], database);
  const names = (await globalThis.caches?.keys()) ?? [];
  await Promise.all(names.filter((name) => name.startsWith(SHELL_CACHE)).map((name) => caches.delete(name)));
}
