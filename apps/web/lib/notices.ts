/** What the person is told and hasn't dealt with yet, whether the stream or the service worker brought it. */
import type { LiveNotice } from "@todo/contract/chat";
import { createStore } from "./external-store.ts";

export type Notice = Pick<LiveNotice, "id" | "kind" | "late" | "task">;

/** Ids that are remembered, lest what was dealt with comes again. */
const REMEMBERED = 200;

export const notices = createStore<readonly Notice[]>([]);
const settled = new Set<string>();

/** Once, however often and from wherever it comes. */
export function tellNotice({ id, kind, late, task }: Notice) {
  if (settled.has(id)) return;
  notices.set((told) => (told.some((one) => one.id === id) ? told : [...told, { id, kind, late, task }]));
}

/** Dealt with, in this window or elsewhere. */
export function settleNotice(id: string) {
  settled.add(id);
  if (settled.size > REMEMBERED) settled.delete([...settled][0] ?? id);
  notices.set((told) => told.filter((one) => one.id !== id));
}
