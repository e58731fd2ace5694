/** The one list of keyboard commands. The listener, the tooltips and the sheet that `?` opens all read it. */
import { createStore } from "../../lib/external-store.ts";
import type { MessageKey } from "../../lib/messages/translate.ts";

export const commands = [
  { id: "add", keys: "q", label: "command.add" },
  { id: "search", keys: "/", label: "command.search" },
  { id: "assistant", keys: "c", label: "command.assistant" },
  { id: "next", keys: "j", label: "command.next" },
  { id: "previous", keys: "k", label: "command.previous" },
  { id: "complete", keys: "x", label: "command.complete" },
  { id: "edit", keys: "e", label: "command.edit" },
  { id: "undo", keys: "mod+z", label: "command.undo" },
  { id: "redo", keys: "mod+shift+z", label: "command.redo" },
  { id: "back", keys: "Escape", label: "command.back" },
  { id: "help", keys: "?", label: "command.help" },
] as const satisfies { id: string; keys: string; label: MessageKey }[];

export type CommandId = (typeof commands)[number]["id"];

/** Returns false when it had nothing to do, so that the key keeps its own meaning. */
export type Handler = () => unknown;

/** The latest to register comes first: what lies on top answers. */
const handlers = createStore<ReadonlyMap<CommandId, readonly Handler[]>>(new Map());

export function register(id: CommandId, handler: Handler): () => void {
  handlers.set((current) => new Map(current).set(id, [handler, ...(current.get(id) ?? [])]));
  return () =>
    handlers.set((current) =>
      new Map(current).set(
        id,
        (current.get(id) ?? []).filter((one) => one !== handler),
      ),
    );
}

/** True when some handler took it. */
export function runCommand(id: CommandId): boolean {
  return (handlers.get().get(id) ?? []).some((handler) => handler() !== false);
}

/** How a key is written in tooltips and in the sheet. */
export function keysOf(id: CommandId, apple = false): string {
  const { keys } = commands.find((command) => command.id === id)!;
  if (keys === "Escape") return "Esc";
  return apple
    ? keys.replace("mod+", "⌘").replace("shift+", "⇧").replace(/z$/, "Z")
    : keys.replace("mod+", "Ctrl ").replace("shift+", "Shift ").replace(/z$/, "Z");
}
