/** Changes that wait for the person to choose between their version and that of others. */
import type { ChangeSince } from "@todo/contract/conflict";
import { createStore } from "../../lib/external-store.ts";
import type { Viewpoint } from "../tasks/due.ts";

/** A field that is at odds, in words. */
export interface Versions {
  name: string;
  /** As the person wants it; of a deed, as they saw it. */
  mine: string;
  theirs: string;
}

export interface WaitingConflict {
  /** What the thing is called; left out: the field that is at odds stands for it. */
  title?: string | undefined;
  /** It isn't edited: this is done to it as a whole. */
  deed?: "complete" | "delete" | undefined;
  /** The latest change of theirs, where it is known. */
  change: ChangeSince | undefined;
  fields: (viewpoint: Viewpoint) => Versions[];
  keepMine: () => void;
  /** Where their version is not only left as it is. */
  keepTheirs?: () => void;
}

export const conflicts = createStore<readonly WaitingConflict[]>([]);

/** The first is shown, the others wait behind it. */
export const addConflict = (conflict: WaitingConflict) => conflicts.set((waiting) => [...waiting, conflict]);

/** The choice was made. */
export function settleConflict(conflict: WaitingConflict) {
  conflicts.set((waiting) => waiting.filter((one) => one !== conflict));
  putOff.delete(conflict);
}

/** Not to be shown for now. */
const putOff = new Set<WaitingConflict>();

export function putOffConflict(conflict: WaitingConflict) {
  settleConflict(conflict);
  putOff.add(conflict);
}

/** All of them, since one toast leads back to them. */
export function showPutOff() {
  conflicts.set((waiting) => [...waiting, ...putOff]);
  putOff.clear();
}
