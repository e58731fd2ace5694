"use client";
/** Where the person is signed in, and the way to end that from here. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { OutputOf } from "@todo/contract/contract";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import type { SayAll } from "../../messages/messages.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { browserIn } from "./browser-words.ts";
import { sessionsQuery } from "./queries.ts";
import { RevocableRow } from "./revocable-row.tsx";
import { useDates } from "./use-dates.ts";

type Session = OutputOf<"list_sessions">["sessions"][number];

export function Sessions() {
  const t = useAccountMessages();
  const queries = useQueryClient();
  const { moment } = useDates();
  const { data: sessions, error, refetch } = useQuery(sessionsQuery(api));
  const settled = {
    onError: (failure: Error) => showTrouble(sentenceOf(failure, t)),
    onSettled: () => queries.invalidateQueries(sessionsQuery(api)),
  };

  const end = useMutation({
    mutationFn: (session: { id: string; name: string }) => api.revoke_session({ session_id: session.id }),
    onSuccess: (_, { name }) => showToast({ text: t("sessions.ended", { name }) }),
    ...settled,
  });
  const endOthers = useMutation({
    mutationFn: () => api.revoke_other_sessions(),
    onSuccess: ({ revoked }) => showToast({ text: t("sessions.endedOthers", { count: revoked }) }),
    ...settled,
  });

  if (error && !sessions) return <Trouble sentence={sentenceOf(error, t)} onRetry={() => void refetch()} />;
  if (!sessions) return null;
  const others = sessions.filter(({ current }) => !current);

  return (
    <>
      <ul
        aria-label={t("sessions.title")}
        className="divide-y divide-hairline rounded-large border border-hairline"
      >
        {sessions
          .filter(({ current }) => current)
          .map((session) => (
            <li key={session.id} className="px-4 py-3">
              <p>
                {nameOf(session, t)} <span className="text-small text-accent">{t("sessions.current")}</span>
              </p>
              <p className="text-small text-ink-2">{session.address}</p>
            </li>
          ))}
        {others.map((session) => {
          const name = nameOf(session, t);
          return (
            <RevocableRow
              key={session.id}
              title={name}
              facts={[session.address ?? false, t("sessions.since", { date: moment(session.created_at) })]}
              revoke={{
                text: t("sign.out"),
                named: t("sessions.endNamed", { name }),
                now: t("sessions.endNow"),
              }}
              busy={end.isPending}
              onRevoke={() => end.mutate({ id: session.id, name })}
            />
          );
        })}
      </ul>
      {others.length > 1 && (
        <Button className="self-start" disabled={endOthers.isPending} onClick={() => endOthers.mutate()}>
          {t("sessions.endOthers")}
        </Button>
      )}
    </>
  );
}

function nameOf({ user_agent }: Session, t: SayAll): string {
  const found = browserIn(user_agent ?? "");
  return found ? t("sessions.browser", found) : user_agent || t("sessions.unknown");
}
