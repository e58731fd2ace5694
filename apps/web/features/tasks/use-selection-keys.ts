"use client";
/** Keys that select, and the menus of values for what is selected, or for the row that has the focus. */
import { useCommand } from "../commands/use-command.ts";
import type { GivenEdit } from "./given.ts";
import { bulkMenu, selectAll, selectClick, selection } from "./selection.ts";

const focusedId = () => document.activeElement?.closest<HTMLElement>("[data-task]")?.dataset.task;

export function useSelectionKeys() {
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
}

export function openMenu(menu: GivenEdit["command"]): boolean {
  if (selection.get().ids.size === 0) {
    const id = focusedId();
    if (!id) return false;
    selectClick(id, false);
    selection.set((current) => ({ ...current, forMenu: true }));
  }
  bulkMenu.set(menu);
  return true;
}
