"use client";
/** What happened to the account, latest first: when, what, and from where. */
import { useInfiniteQuery } from "@tanstack/react-query";
import type { AuditEvent } from "@todo/contract/account";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { auditQuery } from "./queries.ts";
import { useDates } from "./use-dates.ts";

export function AccountEvents() {
  const t = useAccountMessages();
  const [open, setOpen] = useState(false);
  return open ? (
    <Events />
  ) : (
    <Button className="self-start" onClick={() => setOpen(true)}>
      {t("audit.show")}
    </Button>
  );
}

function Events() {
  const t = useAccountMessages();
  const { moment } = useDates();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    auditQuery(api),
  );
  const events = data?.pages.flatMap((page) => page.events);

  if (error && !events) return <Trouble sentence={sentenceOf(error, t)} onRetry={() => void refetch()} />;
  if (!events) return null;
  if (events.length === 0) return <p className="text-ink-2">{t("audit.none")}</p>;

  return (
    <>
      <ul
        aria-label={t("audit.title")}
        className="divide-y divide-hairline rounded-large border border-hairline"
      >
        {events.map((event) => (
          <li key={event.id} className="px-4 py-2.5">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span className="wrap-anywhere">
                {[t(`audit.${event.event}`), nameIn(event)].filter(Boolean).join(": ")}
              </span>
              <time dateTime={event.at} className="text-small text-ink-2 tabular">
                {moment(event.at)}
              </time>
            </p>
            <p className="text-small text-ink-2 wrap-anywhere">
              {[event.address, event.user_agent].filter(Boolean).join(" · ")}
            </p>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button className="self-start" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("audit.more")}
        </Button>
      )}
    </>
  );
}

/** Of the key or the app that it is about. */
const nameIn = ({ details }: AuditEvent) => (typeof details.name === "string" ? details.name : "");
