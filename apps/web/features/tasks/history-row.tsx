"use client";
/** One change of the task, with why it was made where somebody asked for it. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { HistoryEntry } from "@todo/contract/journal";
import { describeRecurrence } from "@todo/language/recurrence/describe";
import { Redo2, Undo2 } from "lucide-react";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { classes } from "../../lib/class-names.ts";
import { isWide } from "../../lib/media.ts";
import { labelsQuery, listsQuery } from "../../lib/queries.ts";
import type { Say } from "../../messages/messages.ts";
import { useManner, useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { changeInWords } from "../assistant/change-words.ts";
import { selectConversation } from "../assistant/turn-store.ts";
import { useColumns } from "../navigation/columns.tsx";
import { useGo } from "../navigation/use-place.ts";
import { useReminderWords } from "../reminders/use-reminder-words.ts";
import { didVerb } from "./did.ts";
import { momentInWords, timesAndPlaceInWords } from "./history-words.ts";
import type { WayBack } from "./taken-back.ts";
import { doAgain, takeBack } from "./undo.ts";
import { useViewpoint } from "./use-viewpoint.ts";

export function HistoryRow({ entry, wayBack }: { entry: HistoryEntry; wayBack: WayBack }) {
  const t = useMessages();
  const queries = useQueryClient();
  const go = useGo();
  const columns = useColumns();
  const viewpoint = useViewpoint();
  const [busy, setBusy] = useState(false);
  const { data: lists = [] } = useQuery(listsQuery(api));
  const { data: labels = [] } = useQuery(labelsQuery(api));
  const { at, operation, surface, sentence, conversation_id, run_id, undo, change } = entry;
  const isOver = wayBack === "undone" || wayBack === "redone";
  const reminder = useReminderWords();
  const { language } = useManner();
  const words = [
    ...changeInWords(change, { ...viewpoint, lists, labels }).map((fields) => t("card.change", fields)),
    ...timesAndPlaceInWords(change, {
      ...viewpoint,
      rule: (rule) => describeRecurrence(rule, language) ?? t("repeat.custom"),
      reminder,
    }),
  ];

  const openConversation = (id: string) => {
    selectConversation(id, run_id ?? undefined);
    if (isWide()) columns.open("assistant");
    else go.toPane("assistant");
  };

  const back = async () => {
    setBusy(true);
    await (wayBack === "redo" ? doAgain : takeBack)(queries, t, undo);
    setBusy(false);
  };

  return (
    <li className="flex flex-col gap-0.5 py-2">
      <div className="flex items-start justify-between gap-2">
        <p className={classes("min-w-0", isOver && "text-ink-2 line-through")}>{didVerb(t, operation)}</p>
        {isOver ? (
          <span className="text-small text-ink-2">{t(`card.${wayBack}`)}</span>
        ) : (
          wayBack && (
            <Button
              kind="quiet"
              size="small"
              className="-my-1.5"
              disabled={busy}
              aria-label={t(`history.${wayBack}`, { change: didVerb(t, operation) })}
              onClick={() => void back()}
            >
              {wayBack === "redo" ? (
                <Redo2 aria-hidden className="size-4" />
              ) : (
                <Undo2 aria-hidden className="size-4" />
              )}
              {t(`action.${wayBack}`)}
            </Button>
          )
        )}
      </div>
      {words.map((sentence) => (
        <p key={sentence} className="line-clamp-4 text-small wrap-anywhere">
          {sentence}
        </p>
      ))}
      <p className="text-small text-ink-2">
        <time dateTime={at}>{momentInWords(at, viewpoint)}</time> · {whoDid(t, surface)}
      </p>
      {conversation_id && (
        <button
          type="button"
          onClick={() => openConversation(conversation_id)}
          className="self-start text-start text-small text-accent underline-offset-2 wrap-anywhere hover:underline max-lg:min-h-11"
        >
          <span className="sr-only">{t("history.why")} </span>
          <bdi className="line-clamp-3">
            {sentence ? t("quoted", { title: sentence }) : t("history.openConversation")}
          </bdi>
        </button>
      )}
    </li>
  );
}

function whoDid(t: Say, surface: string): string {
  const key = `by.${surface}` as const;
  return t(t.knows(key) ? key : "by.rest");
}
