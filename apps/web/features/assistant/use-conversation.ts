"use client";
/** The selected conversation, joined with the turn under way, whichever window began it. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { AppError } from "@todo/contract/errors";
import { useEffect, useMemo } from "react";
import { api } from "../../lib/api.ts";
import { useStore } from "../../lib/external-store.ts";
import { refresh } from "../../lib/live.ts";
import { itemsOf } from "./conversation-items.ts";
import { listenToOtherWindows } from "./other-windows.ts";
import { conversationQuery } from "./queries.ts";
import { isRunning } from "./turn.ts";
import {
  conversationStore,
  join,
  selectConversation,
  sendUnsent,
  shownStore,
  turnStore,
} from "./turn-store.ts";

/** How soon an answer is noticed that began on another machine and changes nothing; what it changes is announced. */
const POLL_MS = 10_000;

export function useConversation(initial: string | undefined) {
  const chosen = useStore(conversationStore);
  const queries = useQueryClient();
  const turn = useStore(turnStore);
  const shown = useStore(shownStore);
  const id = chosen === null ? initial : chosen;
  const busy = turn !== undefined && isRunning(turn);
  const own = busy && turn.conversation_id === id;

  useEffect(() => {
    if (conversationStore.get() !== null) return;
    conversationStore.set(initial);
    sendUnsent(queries);
  }, [initial, queries]);

  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    ...conversationQuery(api, id ?? "", shown),
    // What is shown already stays while earlier messages are on their way.
    placeholderData: (before) => (before?.id === id ? before : undefined),
    enabled: id !== undefined && !own,
    refetchInterval: POLL_MS,
  });

  useEffect(() => listenToOtherWindows(() => refresh(queries, ["conversations", "conversation"])), [queries]);

  const open = data?.open_runs.findLast(({ status }) => status === "running")?.run_id;
  useEffect(() => {
    if (id === undefined || open === undefined || busy) return;
    join(
      queries,
      id,
      open,
      data?.messages.find(({ role, run_id }) => role === "assistant" && run_id === open),
    );
  }, [queries, id, open, busy, data]);

  const gone = error instanceof AppError && error.code === "not_found";
  useEffect(() => {
    if (gone) selectConversation(undefined);
  }, [gone]);

  const messages = id === undefined ? undefined : data?.messages;
  const items = useMemo(() => itemsOf(messages ?? [], turn, id), [messages, turn, id]);
  const last = items.at(-1);
  return {
    id,
    /** Of one that is new, or on its way, nothing is known. */
    conversation: id === undefined ? undefined : data,
    items,
    /** What came before these; nothing when these are all. */
    earlier: id !== undefined && data?.earlier ? { loading: isPlaceholderData } : undefined,
    /** Only one turn at a time can be under way. */
    running: busy || (last?.role === "assistant" && isRunning(last.turn)),
    loading: id !== undefined && isPending && items.length === 0,
    error: gone || data ? null : error,
    retry: () => void refetch(),
  };
}
