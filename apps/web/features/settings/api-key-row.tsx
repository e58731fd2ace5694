"use client";
/** One key: what it may, until when, and when it was used. */
import type { ApiKey } from "@todo/contract/access";
import { enumerate } from "../../messages/enumerate.ts";
import { useAccountMessages, useManner } from "../../messages/use-messages.tsx";
import { RevocableRow } from "./revocable-row.tsx";
import { useDates } from "./use-dates.ts";

interface ApiKeyRowProps {
  apiKey: ApiKey;
  busy: boolean;
  onRevoke: () => void;
}

export function ApiKeyRow({ apiKey, busy, onRevoke }: ApiKeyRowProps) {
  const t = useAccountMessages();
  const { locale } = useManner();
  const { day } = useDates();
  const { name, start, scopes, auto_approve, expires_at, last_used_at } = apiKey;

  return (
    <RevocableRow
      title={
        <>
          <bdi className="font-medium">{name}</bdi> <code className="text-small text-ink-2">{start}…</code>
        </>
      }
      facts={[
        enumerate(
          scopes.map((scope) => t(`scope.${scope}`)),
          locale,
        ),
        expires_at ? t("keys.expires", { date: day(expires_at) }) : t("keys.neverExpires"),
        last_used_at ? t("keys.lastUsed", { date: day(last_used_at) }) : t("keys.neverUsed"),
        auto_approve && t("keys.autoApproves"),
      ]}
      revoke={{ text: t("keys.revoke"), named: t("keys.revokeNamed", { name }), now: t("keys.revokeNow") }}
      busy={busy}
      onRevoke={onRevoke}
    />
  );
}
