"use client";
/** The apps that were let in by OAuth: what each may, since when, and the way to disconnect it. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { enumerate } from "../../messages/enumerate.ts";
import { useAccountMessages, useManner } from "../../messages/use-messages.tsx";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { connectionsQuery } from "./queries.ts";
import { RevocableRow } from "./revocable-row.tsx";
import { useDates } from "./use-dates.ts";

export function ConnectedApps() {
  const t = useAccountMessages();
  const { locale } = useManner();
  const queries = useQueryClient();
  const { day } = useDates();
  const { data: apps, error, refetch } = useQuery(connectionsQuery(api));

  const disconnect = useMutation({
    mutationFn: (app: { id: string; name: string }) => api.revoke_connection({ connection_id: app.id }),
    onSuccess: (_, { name }) => showToast({ text: t("apps.disconnected", { name }) }),
    onError: (failure) => showTrouble(sentenceOf(failure, t)),
    onSettled: () => queries.invalidateQueries(connectionsQuery(api)),
  });

  if (error && !apps) return <Trouble sentence={sentenceOf(error, t)} onRetry={() => void refetch()} />;
  if (!apps) return null;
  if (apps.length === 0) return <p className="text-ink-2">{t("apps.none")}</p>;

  return (
    <ul
      aria-label={t("apps.title")}
      className="divide-y divide-hairline rounded-large border border-hairline"
    >
      {apps.map(({ id, name: given, scopes, connected_at, last_used_at }) => {
        const name = given || t("consent.unnamed");
        return (
          <RevocableRow
            key={id}
            title={<span className="font-medium">{name}</span>}
            facts={[
              enumerate(
                scopes.map((scope) => t(`scope.${scope}`)),
                locale,
              ),
              t("apps.connected", { date: day(connected_at) }),
              last_used_at ? t("keys.lastUsed", { date: day(last_used_at) }) : t("keys.neverUsed"),
            ]}
            revoke={{
              text: t("apps.disconnect"),
              named: t("apps.disconnectNamed", { name }),
              now: t("apps.disconnectNow"),
            }}
            busy={disconnect.isPending}
            onRevoke={() => disconnect.mutate({ id, name })}
          />
        );
      })}
    </ul>
  );
}
