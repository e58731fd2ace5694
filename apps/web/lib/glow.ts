/**
 * Which tasks were changed by someone or something else a moment ago. A row
 * glows once when it first shows such a change; what the person's own hand did
 * in this window doesn't glow.
 */
import { createStore, useStore } from "./external-store.ts";

const GLOW_MS = 2_400;
const OWN_HAND_MS = 4_000;

const glowing = createStore<ReadonlySet<string>>(new Set());
const ownHand = new Map<string, number>();

/** Call when this window itself changes a task by hand. */
export function touchedByHand(id: string) {
  ownHand.set(id, Date.now() + OWN_HAND_MS);
}

/** Answers whether any of it came from elsewhere. */
export function markChanged(ids: string[]): boolean {
  const now = Date.now();
  for (const [id, until] of ownHand) if (until < now) ownHand.delete(id);
  const foreign = ids.filter((id) => !ownHand.has(id));
  if (foreign.length === 0) return false;
  glowing.set((current) => new Set([...current, ...foreign]));
  setTimeout(() => {
    glowing.set((current) => new Set([...current].filter((id) => !foreign.includes(id))));
  }, GLOW_MS);
  return true;
}

export const useGlows = (id: string) => useStore(glowing, (ids) => ids.has(id));
