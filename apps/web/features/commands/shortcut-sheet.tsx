"use client";
import { t } from "../../lib/messages/translate.ts";
import { KeyCap } from "../../ui/key-cap.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { commands, keysOf } from "./commands.ts";

export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);
  return (
    <Sheet title={t("shortcuts.title")} open onClose={onClose}>
      <dl className="grid gap-0.5">
        {commands.map(({ id, label }) => (
          <div key={id} className="flex min-h-9 items-center justify-between gap-6">
            <dt>{t(label)}</dt>
            <dd className="flex gap-1">
              {keysOf(id, apple)
                .split(" ")
                .map((key) => (
                  <KeyCap key={key}>{key}</KeyCap>
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
