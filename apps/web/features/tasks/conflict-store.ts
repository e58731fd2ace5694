/** Edits that wait for the person to choose between their words and those of others. */
import { createStore } from "../../lib/external-store.ts";
import type { EditConflict } from "./conflict.ts";

export interface WaitingConflict extends EditConflict {
  keepMine: () => void;
  /** Where their words are not only left as they are. */
  keepTheirs?: () => void;
}

export const conflicts = createStore<readonly WaitingConflict[]>([]);

/** The first is shown, the others wait behind it. */
export const addConflict = (conflict: WaitingConflict) => conflicts.set((waiting) => [...waiting, conflict]);

export const settleConflict = (conflict: WaitingConflict) =>
  conflicts.set((waiting) => waiting.filter((one) => one !== conflict));
