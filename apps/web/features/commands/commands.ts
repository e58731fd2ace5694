/**
 * The one list of commands. The listener, the tooltips, the palette, the sheet
 * that `?` opens and the settings all read it. Keys are the usual ones; which
 * hold in this browser says key-map.ts.
 */
import type { MessageKey } from "../../messages/messages.ts";

export interface Command {
  id: string;
  /** Blank: only in the palette. */
  keys: string;
  label: MessageKey;
  /** It is about the task that has the focus, or those selected. */
  onTask?: true;
  /** Makes no sense in the palette, which takes the focus. */
  keyOnly?: true;
}

export const commands = [
  { id: "palette", keys: "mod+k", label: "command.palette", keyOnly: true },
  { id: "add", keys: "q", label: "command.add" },
  { id: "search", keys: "/", label: "command.search" },
  { id: "assistant", keys: "c", label: "command.assistant" },
  { id: "next", keys: "j", label: "command.next", keyOnly: true },
  { id: "previous", keys: "k", label: "command.previous", keyOnly: true },
  { id: "complete", keys: "x", label: "command.complete", onTask: true },
  { id: "edit", keys: "e", label: "command.edit", onTask: true },
  { id: "schedule", keys: "s", label: "command.schedule", onTask: true },
  { id: "priority", keys: "p", label: "command.priority", onTask: true },
  { id: "label", keys: "l", label: "command.label", onTask: true },
  { id: "move", keys: "m", label: "command.move", onTask: true },
  { id: "select", keys: "X", label: "command.select", onTask: true },
  { id: "selectAll", keys: "mod+a", label: "command.selectAll" },
  { id: "undo", keys: "mod+z", label: "command.undo" },
  { id: "redo", keys: "mod+shift+z", label: "command.redo" },
  { id: "filter", keys: "f", label: "command.filter" },
  { id: "newList", keys: "", label: "command.newList" },
  { id: "newConversation", keys: "", label: "command.newConversation" },
  { id: "conversations", keys: "", label: "command.conversations" },
  { id: "navigation", keys: "", label: "command.navigation" },
  { id: "assistantColumn", keys: "", label: "command.assistantColumn" },
  { id: "theme", keys: "", label: "command.theme" },
  { id: "density", keys: "", label: "command.density" },
  { id: "back", keys: "Escape", label: "command.back", keyOnly: true },
  { id: "help", keys: "?", label: "command.help" },
] as const satisfies Command[];

export type CommandId = (typeof commands)[number]["id"];

/** How keys are written in tooltips and in the sheet. */
export function writtenKeys(keys: string, apple = false): string {
  if (keys === "Escape") return "Esc";
  // A capital is a letter with Shift; beside a modifier letters are written as on the key.
  const written = keys
    .replace(/^\p{Lu}$/u, "shift+$&")
    .replace(/(?<=\+)\p{Ll}$/u, (key) => key.toUpperCase());
  return apple
    ? written.replace("mod+", "⌘").replace("shift+", "⇧")
    : written.replace("mod+", "Ctrl ").replace("shift+", "Shift ");
}
