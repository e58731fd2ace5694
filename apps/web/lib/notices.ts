/**
 * What the person is told and hasn't dealt with yet, whether the stream or the
 * service worker brought it. It is kept in this browser, so that a reminder
 * outlives a reload.
 */
import type { LiveNotice } from "@todo/contract/chat";
import { createStore } from "./external-store.ts";

export type Notice = Pick<LiveNotice, "id" | "kind" | "late" | "task"> & Partial<Pick<LiveNotice, "sent_at">>;

/** Ids that are remembered, lest what was dealt with comes again. */
const REMEMBERED = 200;
/** What nobody dealt with for so long isn't shown again. */
const KEPT_MS = 86_400_000;
/** A browser that has never heard anything asks for so long: it may have been opened by the reminder itself. */
const FIRST_LOOK_MS = 60_000;
const NAME = "todo-notices";

interface Kept {
  person: string;
  /** When a window here last heard the stream, ms since 1970. */
  heardAt: number;
  told: readonly Notice[];
  settled: readonly string[];
}

export const notices = createStore<readonly Notice[]>([]);
const settled = new Set<string>();
/** Nothing is kept before it is known whose it is. */
let person: string | undefined;
let heardAt = 0;

/** Once, however often and from wherever it comes. */
export function tellNotice({ id, kind, late, task, sent_at }: Notice) {
  if (settled.has(id) || notices.get().some((one) => one.id === id)) return;
  notices.set((told) => [...told, { id, kind, late, task, ...(sent_at && { sent_at }) }]);
  noteHeard();
}

/** Dealt with, in this window or elsewhere. */
export function settleNotice(id: string) {
  remember(id);
  notices.set((told) => told.filter((one) => one.id !== id));
  keep();
}

function remember(id: string) {
  settled.add(id);
  if (settled.size > REMEMBERED) settled.delete([...settled][0] ?? id);
}

/** Brings back what this browser keeps of the person, and says since when the stream is to be asked, ms since 1970. */
export function restoreNotices(now: string): number {
  const kept = read();
  const isFresh = kept?.person === now && Date.now() - kept.heardAt < KEPT_MS;
  heardAt = isFresh ? kept.heardAt : Date.now() - FIRST_LOOK_MS;
  if (isFresh) {
    for (const id of kept.settled) remember(id);
    notices.set((told) => [...kept.told.filter(({ id }) => !told.some((one) => one.id === id)), ...told]);
  }
  person = now;
  return heardAt;
}

/** At this moment the stream is heard: a window that opens later asks for what came after. */
export function noteHeard() {
  heardAt = Date.now();
  keep();
}

function keep() {
  if (!person) return;
  const kept: Kept = { person, heardAt, told: notices.get(), settled: [...settled] };
  try {
    localStorage.setItem(NAME, JSON.stringify(kept));
  } catch {
    // Where nothing may be stored, the stream tells the last minute again.
  }
}

export function forgetNotices() {
  person = undefined;
  try {
    localStorage.removeItem(NAME);
  } catch {
    // Nothing could be stored, either.
  }
}

function read(): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? "null");
    return isKept(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

const isKept = (kept: unknown): kept is Kept =>
  typeof kept === "object" &&
  kept !== null &&
  "person" in kept &&
  "heardAt" in kept &&
  typeof kept.heardAt === "number" &&
  "told" in kept &&
  Array.isArray(kept.told) &&
  "settled" in kept &&
  Array.isArray(kept.settled);
