"use client";
/** What a connected program wants to do and may not without a yes. It belongs to no conversation, so it stands on top. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { client } from "../../lib/client.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { refresh } from "../../lib/live.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { showTrouble } from "../../ui/toast-store.ts";
import { ApprovalCard, type Decision } from "./approval-card.tsx";
import { approvalsQuery } from "./queries.ts";

const POLL_MS = 15_000;

export function ProgramApprovals() {
  const t = useMessages();
  const queries = useQueryClient();
  const [busy, setBusy] = useState<string>();
  const { data: approvals = [] } = useQuery({ ...approvalsQuery(api), refetchInterval: POLL_MS });
  const waiting = approvals.filter(
    ({ conversation_id, status }) => conversation_id === null && status === "pending",
  );
  if (waiting.length === 0) return null;

  const decide = async (id: string, decision: Decision) => {
    setBusy(id);
    try {
      await client.answerApproval(id, decision);
    } catch (error) {
      showTrouble(sentenceOf(error, t));
    } finally {
      setBusy(undefined);
      refresh(queries, ["approvals", "tasks", "lists", "labels", "history"]);
    }
  };

  return (
    <section
      aria-label={t("approval.waiting")}
      className="scroller flex max-h-[50%] shrink-0 flex-col gap-3 border-b border-hairline p-3"
    >
      {waiting.map((approval) => (
        <ApprovalCard
          key={approval.id}
          approval={approval}
          busy={busy === approval.id}
          asker={t("approval.fromProgram")}
          onDecide={(decision) => void decide(approval.id, decision)}
        />
      ))}
    </section>
  );
}
