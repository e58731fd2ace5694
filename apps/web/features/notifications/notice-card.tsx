"use client";
/** One reminder, with what one does about it. It stays until it is answered. */
import { useQueryClient } from "@tanstack/react-query";
import { Bell, X } from "lucide-react";
import { useEffect, useState } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import type { Notice } from "../../lib/notices.ts";
import { shortTime } from "../../lib/short-time.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { floating } from "../../ui/floating.ts";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { useGo } from "../navigation/use-place.ts";
import { undoLater } from "../tasks/undo.ts";
import { useViewpoint } from "../tasks/use-viewpoint.ts";
import { settleEverywhere } from "./settle.ts";
import { takeTurn } from "./turn.ts";

const SNOOZE_MINUTES = 10;
const EARLIER_MS = 120_000;

export function NoticeCard({ notice }: { notice: Notice }) {
  const t = useMessages();
  const go = useGo();
  const queries = useQueryClient();
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const { id, task, late } = notice;
  const since = useTimeOf(notice);

  useEffect(() => {
    const stop = new AbortController();
    void takeTurn(id, stop.signal, () => setShown(true));
    return () => stop.abort();
  }, [id]);

  if (!shown) return null;

  /** The card goes when it is done; where it can't be done it stays. */
  const answer = async (send: Promise<{ undo: string }>, said: string) => {
    setBusy(true);
    try {
      await send;
      showToast({ text: said, action: undoLater(queries, t, send) });
      settleEverywhere(id);
    } catch (error) {
      showTrouble(sentenceOf(error, t));
      setBusy(false);
    }
  };
  const open = () => {
    settleEverywhere(id);
    if (task) go.openTask(task.number);
    else go.to("/today");
  };

  return (
    <article
      {...floating}
      aria-label={t("notice.reminder")}
      className="pointer-events-auto flex w-full max-w-96 animate-rise flex-col gap-2 rounded-large bg-raised py-2.5 ps-4 pe-2 text-ink shadow-float"
    >
      <div className="flex items-start gap-2.5">
        <span className="flex h-[1lh] items-center">
          <Bell aria-hidden className="size-4 text-accent" />
        </span>
        <p className="line-clamp-3 min-w-0 flex-1 font-medium wrap-anywhere">
          <bdi>{task ? task.title : t("notice.digest")}</bdi>
        </p>
        <IconButton label={t("action.dismiss")} className="-my-1.5" onClick={() => settleEverywhere(id)}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      {late && <p className="text-small text-ink-2">{t("notice.late")}</p>}
      {!late && since && <p className="text-small text-ink-2">{t("notice.earlier", { time: since })}</p>}
      <div className="flex flex-wrap gap-2 pe-2">
        {task && (
          <>
            <Button
              size="small"
              kind="primary"
              disabled={busy}
              onClick={() =>
                void answer(
                  api.complete_task({ task_id: task.id }),
                  t("toast.completed", { title: task.title }),
                )
              }
            >
              {t("notice.complete")}
            </Button>
            <Button
              size="small"
              disabled={busy}
              onClick={() =>
                void answer(
                  api.snooze_reminder({ task_id: task.id, minutes: SNOOZE_MINUTES }),
                  t("notice.snoozed"),
                )
              }
            >
              {t("notice.snooze")}
            </Button>
          </>
        )}
        <Button size="small" kind={task ? "quiet" : "primary"} onClick={open}>
          {t("notice.open")}
        </Button>
      </div>
    </article>
  );
}

/** When it came, unless that is now. */
function useTimeOf({ sent_at }: Notice): string | undefined {
  const { now, zone, locale } = useViewpoint();
  if (!sent_at || now.getTime() - Date.parse(sent_at) < EARLIER_MS) return undefined;
  const clock = new Intl.DateTimeFormat(locale, { ...shortTime(locale), timeZone: zone });
  return clock.format(new Date(sent_at));
}
