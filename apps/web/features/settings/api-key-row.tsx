"use client";
/** One key. Revoking asks first: unlike everything else it can't be taken back. */
import type { ApiKey } from "@todo/contract/access";
import { useState } from "react";
import { t } from "../../lib/messages/translate.ts";
import { Button } from "../../ui/button.tsx";
import { useViewpoint } from "../tasks/use-viewpoint.ts";

interface ApiKeyRowProps {
  apiKey: ApiKey;
  busy: boolean;
  onRevoke: () => void;
}

export function ApiKeyRow({ apiKey, busy, onRevoke }: ApiKeyRowProps) {
  const [asking, setAsking] = useState(false);
  const { locale, zone } = useViewpoint();
  const { name, start, scopes, auto_approve, expires_at, last_used_at } = apiKey;
  const date = (instant: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: zone }).format(new Date(instant));

  const facts = [
    scopes.map((scope) => t(`scope.${scope}`)).join(", "),
    expires_at ? t("keys.expires", { date: date(expires_at) }) : t("keys.neverExpires"),
    last_used_at ? t("keys.lastUsed", { date: date(last_used_at) }) : t("keys.neverUsed"),
    auto_approve && t("keys.autoApproves"),
  ].filter(Boolean);

  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0">
        <p className="wrap-anywhere">
          <span className="font-medium">{name}</span> <code className="text-small text-ink-2">{start}…</code>
        </p>
        <p className="text-small text-ink-2">{facts.join(" · ")}</p>
      </div>
      {asking ? (
        <span className="flex gap-2">
          <Button size="small" kind="danger" disabled={busy} onClick={onRevoke}>
            {t("keys.revokeNow")}
          </Button>
          <Button size="small" onClick={() => setAsking(false)}>
            {t("keys.keep")}
          </Button>
        </span>
      ) : (
        <Button
          size="small"
          kind="quiet"
          aria-label={t("keys.revokeNamed", { name })}
          onClick={() => setAsking(true)}
        >
          {t("keys.revoke")}
        </Button>
      )}
    </li>
  );
}
