"use client";
import { useEffect, useRef } from "react";
import type { CommandId } from "./commands.ts";
import { type Handler, register } from "./registry.ts";

/**
 * Lets a component answer a command for as long as it is shown and has a
 * handler: nothing where the command doesn't apply, so that the palette doesn't
 * offer it. Return false to leave the key to others.
 */
export function useCommand(id: CommandId, handler: Handler | undefined) {
  const answers = handler !== undefined;
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => (answers ? register(id, (given) => latest.current?.(given)) : undefined), [id, answers]);
}
