/** Which tasks of the view are selected. One selection a window; another view begins without one. */
import { createStore, useStore } from "../../lib/external-store.ts";
import type { GivenEdit } from "./given.ts";

export interface Selection {
  ids: ReadonlySet<string>;
  /** Where a range begins: the task that was selected last by itself. */
  anchor: string | undefined;
  /** Rows show boxes to tick, also while none is. */
  choosing: boolean;
  /** All are meant, and more are on their way: they are selected as they come. */
  growing: boolean;
  /** It was made by the key of a menu, and ends with the menu. */
  forMenu?: true;
}

export const noSelection: Selection = { ids: new Set(), anchor: undefined, choosing: false, growing: false };

export const selection = createStore<Selection>(noSelection);

/** The command whose menu stands open for the selected tasks. */
export const bulkMenu = createStore<GivenEdit["command"] | undefined>(undefined);

export const useSelecting = () => useStore(selection, ({ choosing }) => choosing);
export const useSelected = (id: string) => useStore(selection, ({ ids }) => ids.has(id));

/** The tasks as they are shown, for ranges, and whether the view has more. The list that shows them keeps it true. */
let shown: readonly string[] = [];
let hasMore = false;

export function showInOrder(order: readonly string[], more: boolean) {
  shown = order;
  hasMore = more;
  selection.set((current) => (current.growing ? allOf(order, more) : kept(current, order)));
}

/** The rest can't be read: what is selected by now is all that is. */
export const endGrowing = () =>
  selection.set((current) => (current.growing ? { ...current, growing: false } : current));

/** A click, or a key: one task, or with `range` all from the last one to it. */
export const selectClick = (id: string, range: boolean) =>
  selection.set((current) => (range ? extended(current, id, shown) : toggled(current, id)));

export const selectAll = () => selection.set(allOf(shown, hasMore));

export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id, choosing: true, growing: false };
}

/** All from the anchor to this one, in the order shown; without an anchor that is there, this one. */
export function extended(current: Selection, id: string, order: readonly string[]): Selection {
  const from = current.anchor === undefined ? -1 : order.indexOf(current.anchor);
  const to = order.indexOf(id);
  const chosen = { choosing: true, growing: false };
  if (from === -1 || to === -1) return { ids: new Set([...current.ids, id]), anchor: id, ...chosen };
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...current.ids, ...range]), anchor: current.anchor, ...chosen };
}

export const allOf = (order: readonly string[], more: boolean): Selection => ({
  ids: new Set(order),
  anchor: order[0],
  choosing: true,
  growing: more,
});

/** Without what is no longer shown. */
export function kept(current: Selection, order: readonly string[]): Selection {
  const shown = new Set(order);
  const ids = [...current.ids].filter((id) => shown.has(id));
  return ids.length === current.ids.size ? current : { ...current, ids: new Set(ids) };
}
