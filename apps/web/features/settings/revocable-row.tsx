"use client";
/** Something that may come in as this person. Taking that away asks first: unlike everything else it can't be taken back. */
import { type ReactNode, useState } from "react";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";

interface RevocableRowProps {
  title: ReactNode;
  facts: (string | false)[];
  /** On the button that asks; `named` says the same aloud with the name. */
  revoke: { text: string; named: string; now: string };
  busy: boolean;
  onRevoke: () => void;
}

export function RevocableRow({ title, facts, revoke, busy, onRevoke }: RevocableRowProps) {
  const t = useAccountMessages();
  const [asking, setAsking] = useState(false);

  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0">
        <p className="wrap-anywhere">
          <bdi>{title}</bdi>
        </p>
        <p className="text-small text-ink-2">{facts.filter(Boolean).join(" · ")}</p>
      </div>
      {asking ? (
        <span className="flex gap-2">
          <Button size="small" kind="danger" disabled={busy} onClick={onRevoke}>
            {revoke.now}
          </Button>
          <Button size="small" onClick={() => setAsking(false)}>
            {t("keys.keep")}
          </Button>
        </span>
      ) : (
        <Button size="small" kind="quiet" aria-label={revoke.named} onClick={() => setAsking(true)}>
          {revoke.text}
        </Button>
      )}
    </li>
  );
}
