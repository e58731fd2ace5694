"use client";
/**
 * What happened to the open task, latest first: who or what changed it, from which sentence, and the way back; and what
 * was sent of its reminders.
 */
import { useInfiniteQuery } from "@tanstack/react-query";
import { happened } from "@todo/contract/happened";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { DeliveryRow } from "../reminders/delivery-row.tsx";
import { HistoryRow } from "./history-row.tsx";
import { taskHistoryQuery } from "./queries.ts";
import { wayBackOf } from "./taken-back.ts";

export function TaskHistory({ number }: { number: number }) {
  const t = useMessages();
  const [shown, setShown] = useState(false);
  return (
    <section aria-labelledby="task-history" className="flex flex-col gap-1.5">
      <h3 id="task-history" className="text-small font-medium">
        <button
          type="button"
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
          className="-mx-2 min-h-8 rounded-medium px-2 text-ink-2 hover:bg-hover hover:text-ink max-lg:min-h-11"
        >
          {t(shown ? "history.hide" : "history.show")}
        </button>
      </h3>
      {shown && <Entries number={number} />}
    </section>
  );
}

function Entries({ number }: { number: number }) {
  const t = useMessages();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    taskHistoryQuery(api, number),
  );
  const entries = data?.pages.flatMap((page) => page.entries);
  if (error && !entries) return <Trouble sentence={sentenceOf(error, t)} onRetry={() => void refetch()} />;
  if (!entries) return null;
  const deliveries = data?.pages.flatMap((page) => page.deliveries) ?? [];

  return (
    <>
      <ol
        aria-label={t("history.title")}
        tabIndex={-1}
        data-takes-focus=""
        className="flex flex-col divide-y divide-hairline"
      >
        {happened(entries, deliveries).map(({ entry, delivery }) =>
          entry ? (
            <HistoryRow key={entry.seq} entry={entry} wayBack={wayBackOf(entry, entries)} />
          ) : (
            <DeliveryRow key={`${delivery.id} ${delivery.channel}`} delivery={delivery} />
          ),
        )}
      </ol>
      {hasNextPage && (
        <Button
          size="small"
          className="self-start"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t("history.more")}
        </Button>
      )}
    </>
  );
}
