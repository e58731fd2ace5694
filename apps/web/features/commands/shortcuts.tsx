"use client";
/** Listens for the keys of all commands, and brings up the palette and the sheet of keys. */
import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import { useStore } from "../../lib/external-store.ts";
import { insist } from "../../lib/insist.ts";
import { selection } from "../tasks/selection.ts";
import { rowAround } from "../tasks/task-in-focus.ts";
import { type Command, type CommandId, commands, writtenKeys } from "./commands.ts";
import { runEarlyInput } from "./early-input.ts";
import { isTyping } from "./is-typing.ts";
import { keyMap, keysOf } from "./key-map.ts";
import { commandFor, commandInRow } from "./match-key.ts";
import type { Order } from "./palette.tsx";
import { runCommand } from "./registry.ts";
import { useCommand } from "./use-command.ts";
import { writtenHere } from "./use-keys.ts";

const ShortcutSheet = dynamic(
  () => insist(() => import("./shortcut-sheet.tsx").then((module) => module.ShortcutSheet)),
  {
    loading: () => null,
  },
);
const Palette = dynamic(() => insist(() => import("./palette.tsx").then((module) => module.Palette)), {
  loading: () => null,
});

/** Where the palette opens from, with what it needs to know of that place. */
interface Origin {
  focused: Element | null;
  onTask: Command["onTask"];
  /** What stands in it. */
  words: string;
}

export function Shortcuts() {
  const [shown, setShown] = useState(false);
  const [origin, setOrigin] = useState<Origin>();
  const leftFor = useRef<{ focused: Element | null; order: Order | undefined }>(undefined);
  /** Words that couldn't be added: the palette opens with them again. */
  const refused = useRef("");
  useCommand("help", () => setShown(true));
  useCommand("palette", () => {
    const focused = document.activeElement;
    setOrigin({ focused, onTask: taskAt(focused), words: refused.current });
    refused.current = "";
  });

  const map = useStore(keyMap);
  useEffect(() => {
    writtenHere.set(new Map(commands.map(({ id }) => [id, writtenKeys(keysOf(id, map))])));
  }, [map]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = event.defaultPrevented ? undefined : meantBy(event);
      if (command && runCommand(command)) event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    const giveUp = runEarlyInput(meantBy);
    return () => {
      giveUp();
      document.removeEventListener("keydown", onKeyDown);
    };
  }, []);

  // While the palette is on its way, what is typed are its words already.
  const wanted = origin !== undefined;
  useEffect(() => {
    if (!wanted) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector(PALETTE)) return;
      if (isCharacter(event)) setOrigin((one) => one && { ...one, words: one.words + event.key });
      else if (event.key === "Escape") setOrigin(undefined);
      else if (event.key !== "Enter") return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [wanted]);

  // The palette is gone by now: the focus goes back first, because a command may be about what has it.
  useEffect(() => {
    const left = leftFor.current;
    if (origin || !left) return;
    leftFor.current = undefined;
    const timer = setTimeout(() => {
      if (left.focused instanceof HTMLElement) left.focused.focus();
      if (left.order) runCommand(left.order.id, left.order.given);
    });
    return () => clearTimeout(timer);
  }, [origin]);

  return (
    <>
      {shown && <ShortcutSheet onClose={() => setShown(false)} />}
      {origin && (
        <Palette
          words={origin.words}
          focused={origin.focused}
          onTask={origin.onTask}
          onClose={(order) => {
            leftFor.current = { focused: origin.focused, order };
            setOrigin(undefined);
          }}
          onLeave={() => setOrigin(undefined)}
          onRefused={(words) => {
            refused.current = words;
            // At once, unless the person is busy elsewhere by now.
            if (!isTyping(document.activeElement) && !keepsKeys("palette")) runCommand("palette");
          }}
        />
      )}
    </>
  );
}

/** As cmdk marks it. */
const PALETTE = "[cmdk-root]";

const isCharacter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  [...key].length === 1 && !ctrlKey && !metaKey && !altKey;

function taskAt(focused: Element | null): Command["onTask"] {
  if (selection.get().ids.size > 0 || focused?.closest("[data-task]")) return "row";
  return focused?.closest("[data-open-task]") ? "panel" : undefined;
}

function meantBy(event: KeyboardEvent): CommandId | undefined {
  if (event.isComposing) return undefined;
  const command =
    (isInRow(event.target) ? commandInRow(event) : undefined) ??
    // Whoever keeps a letter down has pressed it once.
    (event.repeat ? undefined : commandFor(event, keyMap.get()));
  if (!command || keepsKeys(command)) return undefined;
  return isTyping(event.target) && command !== "palette" ? undefined : command;
}

const isInRow = (target: EventTarget | null) => target instanceof Element && rowAround(target) !== null;

/** A sheet or an open menu keeps the keys to itself; over an open task the palette still comes up. */
const keepsKeys = (command: CommandId) =>
  document.querySelector(
    `[role="dialog"][data-modal]${command === "palette" ? ":not([data-modal=task])" : ""}, [role="menu"][data-state="open"]`,
  ) !== null;
