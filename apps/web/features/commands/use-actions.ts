"use client";
/** What can be done just now, with its picture and its key. */
import type { Task } from "@todo/contract/tasks";
import type { LucideIcon } from "lucide-react";
import { useStore } from "../../lib/external-store.ts";
import { isWide } from "../../lib/media.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { commandIcons } from "./command-icons.ts";
import { type Command, type CommandId, commands } from "./commands.ts";
import type { Entry } from "./entries.ts";
import { keyMap, keysOf } from "./key-map.ts";
import { handlersOf, isAnswered } from "./registry.ts";

export interface Action extends Entry {
  id: CommandId;
  icon: LucideIcon;
  /** Blank: it has no key. */
  keys: string;
}

/** On a phone there are no columns, and rows are as high as a finger needs them. */
const ofWide = new Set<CommandId>(["navigation", "assistantColumn", "density"]);

const suits = ({ onTask, ofOne }: Command, there: Command["onTask"], task: Task | undefined) =>
  (!onTask || there === "row" || there === onTask) && (!ofOne || task !== undefined);

/**
 * `onTask`: where the focus is, if it is on a task; with some selected that is as good as a row. `task`: the one that
 * has it, if it is to be done.
 */
export function useActions(onTask: Command["onTask"], task: Task | undefined): Action[] {
  const t = useMessages();
  const map = useStore(keyMap);
  // Some parts of the page come alive while the palette is open.
  useStore(handlersOf);
  return commands.flatMap((command) => {
    if ("keyOnly" in command || !suits(command, onTask, task)) return [];
    const { id, label } = command;
    if (!isAnswered(id) || (ofWide.has(id) && !isWide())) return [];
    return [{ key: `do ${id}`, id, text: t(label), icon: commandIcons[id], keys: keysOf(id, map) }];
  });
}
