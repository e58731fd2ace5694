"use client";
/** Turning single keys off, and giving commands others. */
import { type KeyboardEvent, useState } from "react";
import { useStore } from "../../lib/external-store.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { KeyCap } from "../../ui/key-cap.tsx";
import { Tick } from "../../ui/tick.tsx";
import { type CommandId, commands, writtenKeys } from "../commands/commands.ts";
import { isApple } from "../commands/is-apple.ts";
import { holderOf, isUsable, keepKeys, keyMap, keysOf, usualKeys, withKeys } from "../commands/key-map.ts";
import { keysPressed } from "../commands/match-key.ts";

/** Escape goes one step back, whatever else is changed. */
const changeable = commands.filter(({ id }) => id !== "back");

export function ShortcutSettings() {
  const t = useAccountMessages();
  const map = useStore(keyMap);
  const [changing, setChanging] = useState<CommandId>();
  const [trouble, setTrouble] = useState<string>();
  const isUsual = map.single && Object.keys(map.own).length === 0;

  const begin = (id: CommandId | undefined) => {
    setChanging(id);
    setTrouble(undefined);
  };

  const onKeyDown = (id: CommandId) => (event: KeyboardEvent) => {
    if (changing !== id || event.key === "Tab" || event.nativeEvent.isComposing) return;
    if (["Shift", "Control", "Meta", "Alt"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") return begin(undefined);
    const isBlank = event.key === "Backspace" || event.key === "Delete";
    const keys = isBlank ? "" : keysPressed(event);
    if (keys === undefined || (keys !== "" && !isUsable(keys))) return setTrouble(t("keyboard.unusable"));
    const holder = holderOf(keys, map);
    if (holder && holder !== id) {
      const { label } = commands.find((command) => command.id === holder)!;
      return setTrouble(t("keyboard.taken", { keys: writtenKeys(keys, isApple()), command: t(label) }));
    }
    keepKeys(withKeys(map, id, keys));
    begin(undefined);
  };

  return (
    <>
      <Tick checked={map.single} onChange={(single) => keepKeys({ ...keyMap.get(), single })}>
        {t("keyboard.single")}
      </Tick>
      <details className="group/keys">
        <summary className="w-fit rounded-medium text-accent underline-offset-2 hover:underline">
          {t("keyboard.change")}
        </summary>
        <ul className="mt-2 divide-y divide-hairline rounded-large border border-hairline">
          {changeable.map(({ id, label }) => {
            const keys = keysOf(id, map);
            return (
              <li key={id} className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 px-4 py-1">
                <span>{t(label)}</span>
                <Button
                  kind="quiet"
                  size="small"
                  aria-pressed={changing === id}
                  aria-label={t("keyboard.changeOne", { command: t(label) })}
                  onClick={() => begin(changing === id ? undefined : id)}
                  onKeyDown={onKeyDown(id)}
                  onBlur={() => changing === id && begin(undefined)}
                >
                  {changing === id ? t("keyboard.press") : <Written keys={keys} none={t("keyboard.none")} />}
                </Button>
                {changing === id && (
                  <p
                    role="status"
                    className={trouble ? "w-full text-small text-danger" : "w-full text-small text-ink-2"}
                  >
                    {trouble ?? t("keyboard.how")}
                  </p>
                )}
              </li>
            );
          })}
        </ul>
        {!isUsual && (
          <Button className="mt-3" onClick={() => keepKeys(usualKeys)}>
            {t("keyboard.usual")}
          </Button>
        )}
      </details>
    </>
  );
}

function Written({ keys, none }: { keys: string; none: string }) {
  if (!keys) return <span className="text-ink-2">{none}</span>;
  return (
    <>
      {writtenKeys(keys)
        .split(" ")
        .map((key) => (
          <KeyCap key={key}>{key}</KeyCap>
        ))}
    </>
  );
}
