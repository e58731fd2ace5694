"use client";
/** Listens for the keys of all commands, and shows them when asked. */
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { runCommand } from "./commands.ts";
import { commandFor } from "./match-key.ts";
import { useCommand } from "./use-command.ts";

const ShortcutSheet = dynamic(() => import("./shortcut-sheet.tsx").then((module) => module.ShortcutSheet), {
  loading: () => null,
});

export function Shortcuts() {
  const [shown, setShown] = useState(false);
  useCommand("help", () => setShown(true));

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const command = commandFor(event);
      if (!command || isTyping(event.target) || isBehindDialog()) return;
      if (runCommand(command)) event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

  return shown && <ShortcutSheet onClose={() => setShown(false)} />;
}

function isTyping(target: EventTarget | null) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button])"))
  );
}

/** A sheet or an open menu keeps the keys to itself. */
const isBehindDialog = () =>
  document.querySelector('[role="dialog"][data-modal], [role="menu"][data-state="open"]') !== null;
