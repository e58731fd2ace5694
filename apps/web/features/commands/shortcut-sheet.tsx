"use client";
import { useStore } from "../../lib/external-store.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { KeyCap } from "../../ui/key-cap.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { ViewLink } from "../navigation/view-link.tsx";
import { commands, writtenKeys } from "./commands.ts";
import { isApple } from "./is-apple.ts";
import { keyMap, keysOf } from "./key-map.ts";

export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useMessages();
  const map = useStore(keyMap);
  const shown = commands.flatMap(({ id, label }) => {
    const keys = keysOf(id, map);
    return keys ? [{ id, label, keys }] : [];
  });
  return (
    <Sheet title={t("command.help")} open onClose={onClose}>
      <dl className="grid gap-0.5">
        {shown.map(({ id, label, keys }) => (
          <div key={id} className="flex min-h-9 items-center justify-between gap-6">
            <dt>{t(label)}</dt>
            <dd className="flex gap-1">
              {writtenKeys(keys, isApple())
                .split(" ")
                .map((key) => (
                  <KeyCap key={key}>{key}</KeyCap>
                ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="pt-3 text-small text-ink-2">
        <ViewLink href="/settings#keyboard" onClick={onClose} className="underline underline-offset-2">
          {t("shortcuts.change")}
        </ViewLink>
      </p>
    </Sheet>
  );
}
