"use client";
import { createStore, useStore } from "../../lib/external-store.ts";
import type { CommandId } from "./commands.ts";

/** As tooltips say them; blank where a command has none. The list of commands comes after the page and fills it. */
export const writtenHere = createStore<ReadonlyMap<CommandId, string>>(new Map());

/** A command's key as tooltips say it; nothing where it has none, or while it isn't known. */
export const useKeys = (id: CommandId): string | undefined =>
  useStore(writtenHere, (written) => written.get(id)) || undefined;
