"use client";
import { useEffect, useRef } from "react";
import type { CommandId } from "./commands.ts";
import { type Handler, register } from "./registry.ts";

/** Lets a component answer a command for as long as it is shown. Return false to leave the key to others. */
export function useCommand(id: CommandId, handler: Handler) {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => register(id, () => latest.current()), [id]);
}
