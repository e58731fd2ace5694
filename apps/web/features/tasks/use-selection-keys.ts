"use client";
/** Keys that select, and keys that open a menu for what is selected, or for the row that has the focus. */
import { useCommand } from "../commands/use-command.ts";
import { type BulkMenu, bulkMenu, selectAll, selectClick, selection } from "./selection.ts";

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
    return true;
  });
  useCommand("schedule", () => openMenu("schedule"));
  useCommand("priority", () => openMenu("priority"));
  useCommand("label", () => openMenu("label"));
  useCommand("move", () => openMenu("move"));
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
