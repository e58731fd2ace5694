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
  const shown = commands.flatMap((command) => {
    const { id, label } = command;
    const usual = keysOf(id, map);
    const keys = [
      ...(usual ? writtenKeys(usual, isApple()).split(" ") : []),
      ...("inRow" in command ? [writtenKeys(command.inRow)] : []),
    ];
    return keys.length > 0 ? [{ id, label, keys }] : [];
  });
  return (
    <Sheet title={t("command.help")} open wide onClose={onClose}>
      <dl className="gap-x-12 lg:columns-2">
        {shown.map(({ id, label, keys }) => (
          <div key={id} className="flex min-h-9 break-inside-avoid items-center justify-between gap-6">
            <dt>{t(label)}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
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
