"use client";
/** Addresses at which other calendars read the tasks, and the way in for their files. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, Upload } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { insist } from "../../lib/insist.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { feedsQuery } from "./queries.ts";
import { RevocableRow } from "./revocable-row.tsx";
import { useDates } from "./use-dates.ts";

const NewFeed = dynamic(() => insist(() => import("./new-feed.tsx").then((module) => module.NewFeed)), {
  loading: () => null,
});
const ImportCalendar = dynamic(
  () => insist(() => import("./import-calendar.tsx").then((module) => module.ImportCalendar)),
  { loading: () => null },
);

export function Feeds() {
  const t = useAccountMessages();
  const queries = useQueryClient();
  const { day } = useDates();
  const [open, setOpen] = useState<"new" | "import">();
  const { data: feeds, error, refetch } = useQuery(feedsQuery(api));

  const revoke = useMutation({
    mutationFn: (feed: { id: string; name: string }) => api.revoke_feed({ feed_id: feed.id }),
    onSuccess: (_, { name }) => showToast({ text: t("keys.revoked", { name }) }),
    onError: (failure) => showTrouble(sentenceOf(failure, t)),
    onSettled: () => queries.invalidateQueries(feedsQuery(api)),
  });

  if (error && !feeds) return <Trouble sentence={sentenceOf(error, t)} onRetry={() => void refetch()} />;

  return (
    <>
      {feeds && feeds.length > 0 && (
        <ul
          aria-label={t("feeds.title")}
          className="divide-y divide-hairline rounded-large border border-hairline"
        >
          {feeds.map(({ id, name, kind, list, last_read_at }) => (
            <RevocableRow
              key={id}
              title={<span className="font-medium">{name}</span>}
              facts={[
                list?.name ?? t("feeds.allLists"),
                t(`feeds.${kind}`),
                last_read_at ? t("feeds.lastRead", { date: day(last_read_at) }) : t("feeds.neverRead"),
              ]}
              revoke={{
                text: t("keys.revoke"),
                named: t("keys.revokeNamed", { name }),
                now: t("feeds.revokeNow"),
              }}
              busy={revoke.isPending}
              onRevoke={() => revoke.mutate({ id, name })}
            />
          ))}
        </ul>
      )}
      {feeds?.length === 0 && <p className="text-ink-2">{t("feeds.none")}</p>}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setOpen("new")}>
          <Plus aria-hidden className="size-4" />
          {t("feeds.new")}
        </Button>
        <Button onClick={() => setOpen("import")}>
          <Upload aria-hidden className="size-4" />
          {t("feeds.import")}
        </Button>
      </div>
      {open === "new" && <NewFeed onClose={() => setOpen(undefined)} />}
      {open === "import" && <ImportCalendar onClose={() => setOpen(undefined)} />}
    </>
  );
}
