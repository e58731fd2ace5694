"use client";
/** One answer: what it did, what it asks, what it says, and how it ended. */
import { useQueryClient } from "@tanstack/react-query";
import type { Message } from "@todo/contract/conversations";
import { RotateCw } from "lucide-react";
import { memo } from "react";
import { refusalIn, sentenceOf } from "../../lib/errors.ts";
import { useStore } from "../../lib/external-store.ts";
import { hurry } from "../../lib/pause.ts";
import type { Say } from "../../messages/messages.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { AnswerButtons } from "./answer-buttons.tsx";
import { besidesAnswers } from "./answers-in.ts";
import { ApprovalCard, type Decision } from "./approval-card.tsx";
import { besidesCards } from "./besides-cards.ts";
import { doingSentence } from "./doing.ts";
import { Markdown } from "./markdown.tsx";
import { ToolCard } from "./tool-card.tsx";
import { isRunning, type Turn } from "./turn.ts";
import { answerApproval, awayStore, retry } from "./turn-store.ts";

interface AnswerProps {
  turn: Turn;
  /** As it is stored; nothing before the first part of it is. */
  message: Message | undefined;
  /** Another turn is under way, so nothing else can be begun. */
  busy: boolean;
  /** Only the last answer can be tried again. */
  latest: boolean;
}

export const Answer = memo(function Answer({ turn, message, busy, latest }: AnswerProps) {
  const t = useMessages();
  const queries = useQueryClient();
  const running = isRunning(turn);
  const away = useStore(awayStore);
  const asks = latest && turn.phase === "finished";
  const said = asks ? besidesAnswers(turn.text) : besidesCards(turn.text, turn.approvals);

  const decide = (id: string, decision: Decision) => {
    const stored = message ?? storedFrom(turn);
    if (stored) answerApproval(queries, stored, id, decision);
  };

  return (
    <div className="flex flex-col items-start gap-3">
      {turn.calls.length > 0 && <ToolCard calls={turn.calls} />}
      {said && <Markdown text={said} />}
      {turn.approvals.map((approval) =>
        approval.status === "pending" ? (
          <ApprovalCard
            key={approval.id}
            approval={approval}
            busy={busy || running}
            onDecide={(decision) => decide(approval.id, decision)}
          />
        ) : (
          approval.status === "rejected" &&
          !turn.text && (
            <p key={approval.id} className="text-small text-ink-2">
              {t("approval.rejected")}
            </p>
          )
        ),
      )}
      {asks && <AnswerButtons text={turn.text} disabled={busy} />}
      {running && !away && (
        <p className="flex items-center gap-2 text-small text-ink-2">
          <span aria-hidden="true" className="size-1.5 animate-breathe rounded-full bg-accent" />
          {doingSentence(t, turn)}
        </p>
      )}
      {running && away && (
        <div role="status" className="flex flex-col items-start gap-2">
          <p className="text-small text-ink-2">
            {t(turn.phase === "sending" ? "assistant.notSent" : "assistant.away")}
          </p>
          <Button size="small" onClick={hurry}>
            <RotateCw aria-hidden className="size-4" />
            {t("action.tryAgain")}
          </Button>
        </div>
      )}
      {turn.phase === "cancelled" && <p className="text-small text-ink-2">{t("assistant.stopped")}</p>}
      {turn.phase === "failed" && !latest && <p className="text-small text-ink-2">{t("assistant.broke")}</p>}
      {turn.phase === "failed" && latest && (
        <div role="alert" className="flex flex-col items-start gap-2">
          <p className="text-danger">{failureOf(turn, t)}</p>
          {turn.run_id && (
            <Button size="small" disabled={busy} onClick={() => retry(queries, message)}>
              <RotateCw aria-hidden className="size-4" />
              {t("action.tryAgain")}
            </Button>
          )}
        </div>
      )}
    </div>
  );
});

function failureOf({ failure }: Turn, t: Say): string {
  if (failure?.error) return sentenceOf(failure.error, t);
  if (!failure?.message) return t("assistant.failed");
  // Of its model the server tells in the person's language, and more than a code does.
  return failure.code.startsWith("model_") ? failure.message : refusalIn(failure, t);
}

/** The streamed turn as a message, for a yes that comes before the stored one was read. */
function storedFrom(turn: Turn): Message | undefined {
  if (!turn.run_id) return undefined;
  return {
    id: turn.run_id,
    role: "assistant",
    text: turn.text,
    run_id: turn.run_id,
    status: "waiting",
    tool_calls: turn.calls,
    approvals: turn.approvals,
    created_at: new Date().toISOString(),
  };
}
