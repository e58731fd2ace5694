"use client";
/** The keys given to programs: make one, see what there is, take one back. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { insist } from "../../lib/insist.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { ApiKeyRow } from "./api-key-row.tsx";
import { keysQuery } from "./queries.ts";

const NewKey = dynamic(() => insist(() => import("./new-key.tsx").then((module) => module.NewKey)), {
  loading: () => null,
});

export function ApiKeys() {
  const t = useAccountMessages();
  const queries = useQueryClient();
  const [making, setMaking] = useState(false);
  const { data: keys, error, refetch } = useQuery(keysQuery(api));

  const revoke = useMutation({
    mutationFn: (key: { id: string; name: string }) => api.revoke_api_key({ key_id: key.id }),
    onSuccess: (_, { name }) => showToast({ text: t("keys.revoked", { name }) }),
    onError: (failure) => showTrouble(sentenceOf(failure, t)),
    onSettled: () => queries.invalidateQueries(keysQuery(api)),
  });

  if (error && !keys) return <Trouble sentence={sentenceOf(error, t)} onRetry={() => void refetch()} />;

  return (
    <>
      {keys && keys.length > 0 && (
        <ul
          aria-label={t("keys.title")}
          className="divide-y divide-hairline rounded-large border border-hairline"
        >
          {keys.map((key) => (
            <ApiKeyRow
              key={key.id}
              apiKey={key}
              busy={revoke.isPending}
              onRevoke={() => revoke.mutate(key)}
            />
          ))}
        </ul>
      )}
      {keys?.length === 0 && <p className="text-ink-2">{t("keys.none")}</p>}
      <Button className="self-start" onClick={() => setMaking(true)}>
        <Plus aria-hidden className="size-4" />
        {t("keys.new")}
      </Button>
      {making && <NewKey onClose={() => setMaking(false)} />}
    </>
  );
}
