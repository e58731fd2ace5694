/** What is to be left out of each approval that waits. Outside React: a card that is built anew shows what was ticked in it. */
import { createStore } from "../../lib/external-store.ts";

export const leftOut = createStore<ReadonlyMap<string, ReadonlySet<string>>>(new Map());

export function leaveOut(approval: string, target: string, out: boolean) {
  leftOut.set((current) => {
    const next = new Set(current.get(approval));
    if (out) next.add(target);
    else next.delete(target);
    return new Map(current).set(approval, next);
  });
}
