"use client";
import { useStore } from "../../lib/external-store.ts";
import { type CommandId, writtenKeys } from "./commands.ts";
import { keyMap, keysOf } from "./key-map.ts";

/** A command's key as tooltips say it; nothing where it has none. */
export function useKeys(id: CommandId): string | undefined {
  const map = useStore(keyMap);
  return writtenKeys(keysOf(id, map)) || undefined;
}
