"use client";
/** Keys that select, and keys that open a menu for what is selected, or for the row that has the focus. */
import { useCommand } from "../commands/use-command.ts";
import { usePlace } from "../navigation/use-place.ts";
import { type BulkMenu, bulkMenu, selectAll, selectClick, selection } from "./selection.ts";

const focusedId = () => document.activeElement?.closest<HTMLElement>("[data-task]")?.dataset.task;

export function useSelectionKeys() {
  const { view } = usePlace();
  // What lies in the trash is brought back first.
  const menu = (id: BulkMenu) => (view?.kind === "trash" ? undefined : () => openMenu(id));
  useCommand("select", () => {
    const id = focusedId();
    if (!id) return false;
    selectClick(id, selection.get().ids.size > 0);
    return true;
  });
  useCommand("selectAll", () => {
    if (!document.querySelector("[data-task]")) return false;
    selectAll();
    // The browser marks all text where the key is pressed before the page is alive.
    getSelection()?.removeAllRanges();
    return true;
  });
  useCommand("schedule", menu("schedule"));
  useCommand("priority", menu("priority"));
  useCommand("label", menu("label"));
  useCommand("move", menu("move"));
}

function openMenu(menu: BulkMenu): boolean {
  if (selection.get().ids.size === 0) {
    const id = focusedId();
    if (!id) return false;
    selectClick(id, false);
  }
  bulkMenu.set(menu);
  return true;
}
