"use client";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { t } from "../../lib/messages/account.ts";
import { Button } from "../../ui/button.tsx";
import { inputClasses } from "../../ui/field.tsx";

export function ShownKey({ secret, onDone }: { secret: string; onDone: () => void }) {
  const [copied, setCopied] = useState(false);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      setCopied(true);
    } catch {
      // Without leave for the clipboard the text can still be selected and copied by hand.
    }
  };

  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-2">{t("keys.shownOnce")}</p>
      <input
        readOnly
        aria-label={t("keys.secret")}
        value={secret}
        onFocus={(event) => event.target.select()}
        className={`${inputClasses} w-full font-mono text-small`}
      />
      <div className="flex items-center justify-end gap-2">
        <span role="status" className="me-auto text-small text-ink-2">
          {copied && t("keys.copied")}
        </span>
        <Button onClick={() => void copy()}>
          {copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
          {t("action.copy")}
        </Button>
        <Button kind="primary" onClick={onDone}>
          {t("action.done")}
        </Button>
      </div>
    </div>
  );
}
