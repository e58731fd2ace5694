/**
 * The one list of commands. The listener, the tooltips, the palette, the menus,
 * the sheet that `?` opens and the settings all read it. Keys are the usual
 * ones; which hold in this browser says key-map.ts.
 */
import type { MessageKey } from "../../messages/messages.ts";

export interface Command {
  id: string;
  /** Blank: only in the palette and in menus. */
  keys: string;
  label: MessageKey;
  /** It is about those selected, or about the task that has the focus: its `row` alone, or its panel as well. */
  onTask?: "row" | "panel";
  /** Of one open task alone: with some selected it does nothing, and neither for a task that is done. */
  ofOne?: true;
  /** Means it as well while a row has the focus, and can't be changed. */
  inRow?: string;
  /** Makes no sense in the palette, which takes the focus. */
  keyOnly?: true;
  /** Something goes by it: menus say so by its colour. */
  danger?: true;
}

export const commands = [
  { id: "palette", keys: "mod+k", label: "command.palette", keyOnly: true },
  { id: "add", keys: "q", label: "command.add" },
  { id: "search", keys: "/", label: "command.search" },
  { id: "assistant", keys: "c", label: "command.assistant" },
  { id: "next", keys: "j", inRow: "ArrowDown", label: "command.next", keyOnly: true },
  { id: "previous", keys: "k", inRow: "ArrowUp", label: "command.previous", keyOnly: true },
  { id: "first", keys: "", inRow: "Home", label: "command.first", keyOnly: true },
  { id: "last", keys: "", inRow: "End", label: "command.last", keyOnly: true },
  { id: "complete", keys: "x", label: "command.complete", onTask: "panel" },
  { id: "edit", keys: "e", label: "command.edit", onTask: "panel" },
  { id: "schedule", keys: "s", label: "command.schedule", onTask: "row" },
  { id: "priority", keys: "p", label: "command.priority", onTask: "row" },
  { id: "label", keys: "l", label: "command.label", onTask: "row" },
  { id: "move", keys: "m", label: "command.move", onTask: "row" },
  { id: "snooze", keys: "b", label: "reminder.snooze", onTask: "panel", ofOne: true },
  { id: "remind", keys: "r", label: "reminder.add", onTask: "panel", ofOne: true },
  { id: "delete", keys: "#", label: "task.delete", onTask: "panel", danger: true },
  { id: "restore", keys: "", label: "command.restore", onTask: "panel" },
  { id: "deleteForGood", keys: "", label: "trash.deleteForGood", onTask: "row", danger: true },
  { id: "select", keys: "X", label: "command.select", onTask: "row" },
  { id: "selectAll", keys: "mod+a", label: "command.selectAll" },
  { id: "undo", keys: "mod+z", label: "command.undo" },
  { id: "redo", keys: "mod+shift+z", label: "command.redo" },
  { id: "filter", keys: "f", label: "command.filter" },
  { id: "saveFilter", keys: "", label: "filter.save" },
  { id: "saveFilterChange", keys: "", label: "filter.saveChange" },
  { id: "renameFilter", keys: "", label: "filter.rename" },
  { id: "filterUp", keys: "", label: "filter.moveUp" },
  { id: "filterDown", keys: "", label: "filter.moveDown" },
  { id: "deleteFilter", keys: "", label: "filter.delete", danger: true },
  { id: "newList", keys: "", label: "command.newList" },
  { id: "renameList", keys: "", label: "list.rename" },
  { id: "deleteList", keys: "", label: "list.delete", danger: true },
  { id: "renameLabel", keys: "", label: "label.rename" },
  { id: "deleteLabel", keys: "", label: "label.delete", danger: true },
  { id: "emptyTrash", keys: "", label: "trash.empty", danger: true },
  { id: "newConversation", keys: "", label: "command.newConversation" },
  { id: "conversations", keys: "", label: "command.conversations" },
  { id: "renameConversation", keys: "", label: "conversations.rename" },
  { id: "exportConversation", keys: "", label: "conversations.export" },
  { id: "deleteConversation", keys: "", label: "conversations.delete", danger: true },
  { id: "renameChannel", keys: "", label: "channel.rename" },
  { id: "enableChannel", keys: "", label: "channel.enable" },
  { id: "disableChannel", keys: "", label: "channel.disable" },
  { id: "removeChannel", keys: "", label: "channel.remove", danger: true },
  { id: "navigation", keys: "", label: "command.navigation" },
  { id: "assistantColumn", keys: "", label: "command.assistantColumn" },
  { id: "theme", keys: "", label: "command.theme" },
  { id: "density", keys: "", label: "command.density" },
  { id: "signOut", keys: "", label: "sign.out" },
  { id: "back", keys: "Escape", label: "command.back", keyOnly: true },
  { id: "help", keys: "?", label: "command.help" },
] as const satisfies Command[];

export type CommandId = (typeof commands)[number]["id"];

export const commandOf = (id: CommandId) => commands.find((command) => command.id === id)!;

const names: Record<string, string> = { Escape: "Esc", ArrowDown: "↓", ArrowUp: "↑" };

/** How keys are written in tooltips and in the sheet. */
export function writtenKeys(keys: string, apple = false): string {
  const named = names[keys];
  if (named) return named;
  // A capital is a letter with Shift; beside a modifier letters are written as on the key.
  const written = keys
    .replace(/^\p{Lu}$/u, "shift+$&")
    .replace(/(?<=\+)\p{Ll}$/u, (key) => key.toUpperCase());
  return apple
    ? written.replace("mod+", "⌘").replace("shift+", "⇧")
    : written.replace("mod+", "Ctrl ").replace("shift+", "Shift ");
}
