"use client";
/** A secret that is shown this once: to copy, then to let go. */
import { Check, Copy } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { inputClasses } from "../../ui/field.tsx";

interface ShownSecretProps {
  secret: string;
  lead: string;
  label: string;
  onDone: () => void;
  /** What else can be done with it. */
  children?: ReactNode;
}

export function ShownSecret({ secret, lead, label, onDone, children }: ShownSecretProps) {
  const t = useAccountMessages();
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
      <p className="text-ink-2">{lead}</p>
      <input
        readOnly
        aria-label={label}
        value={secret}
        onFocus={(event) => event.target.select()}
        className={`${inputClasses} w-full font-mono text-small`}
      />
      <div className="flex flex-wrap items-center justify-end gap-2">
        <span role="status" className="me-auto text-small text-ink-2">
          {copied && t("keys.copied")}
        </span>
        {children}
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
