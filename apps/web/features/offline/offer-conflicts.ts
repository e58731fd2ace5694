/** Changes that met a newer version while they waited: each is put before the person, also after a reload. */
import { addConflict, settleConflict, type WaitingConflict } from "../conflicts/conflict-store.ts";
import { isWholeDeed } from "../tasks/conflict.ts";
import { waitingConflict } from "../tasks/conflict-words.ts";
import { drop, tryAgain } from "./queue.ts";
import type { Queue } from "./waiting.ts";
import { waitingChanges } from "./waiting-store.ts";

/** Answers the end of it. */
export function offerConflicts(): () => void {
  const offered = new Map<string, WaitingConflict>();
  const follow = () => {
    const queue = waitingChanges.get();
    for (const [key, conflict] of conflictsOf(queue)) {
      if (offered.has(key)) continue;
      offered.set(key, conflict);
      addConflict(conflict);
    }
    // In another window the choice was made.
    for (const [key, conflict] of offered) {
      if (queue.some((waiting) => waiting.key === key && waiting.refusal)) continue;
      offered.delete(key);
      settleConflict(conflict);
    }
  };
  follow();
  return waitingChanges.subscribe(follow);
}

const conflictsOf = (queue: Queue): [string, WaitingConflict][] =>
  queue.flatMap(({ key, operation, before, edit = {}, refusal }) => {
    if (!refusal?.atOdds) return [];
    const { current, fields, change } = refusal.atOdds;
    const deed = isWholeDeed(operation) && before ? { deed: { operation, seen: before } } : {};
    const keepMine = () => void tryAgain(key, current);
    const keepTheirs = () => void drop(key);
    return [[key, waitingConflict({ current, edit, ...deed, fields, change }, { keepMine, keepTheirs })]];
  });
