"use client";
/** The selected conversation, joined with the turn under way. */
import { useQuery } from "@tanstack/react-query";
import { AppError } from "@todo/contract/errors";
import { useEffect, useMemo } from "react";
import { api } from "../../lib/api.ts";
import { useStore } from "../../lib/external-store.ts";
import { conversationQuery } from "../../lib/queries.ts";
import { itemsOf } from "./conversation-items.ts";
import { isRunning } from "./turn.ts";
import { conversationStore, selectConversation, turnStore } from "./turn-store.ts";

const POLL_MS = 1_000;

export function useConversation(initial: string | undefined) {
  const chosen = useStore(conversationStore);
  const turn = useStore(turnStore);
  const id = chosen === null ? initial : chosen;
  const own = turn !== undefined && isRunning(turn);

  useEffect(() => {
    conversationStore.set((current) => (current === null ? initial : current));
  }, [initial]);

  const { data, error, isPending, refetch } = useQuery({
    ...conversationQuery(api, id ?? ""),
    enabled: id !== undefined && !own,
    // A run that another window or an earlier page began is followed by looking again.
    refetchInterval: ({ state }) =>
      state.data?.messages.some(({ status }) => status === "running") ? POLL_MS : false,
  });

  const gone = error instanceof AppError && error.code === "not_found";
  useEffect(() => {
    if (gone) selectConversation(undefined);
  }, [gone]);

  const messages = id === undefined ? undefined : data?.messages;
  const items = useMemo(() => itemsOf(messages ?? [], turn, id), [messages, turn, id]);
  const last = items.at(-1);
  return {
    id,
    title: id === undefined ? undefined : data?.title,
    items,
    /** Here or in another window; only one turn at a time can be under way. */
    running: own || (last?.role === "assistant" && isRunning(last.turn)),
    loading: id !== undefined && isPending && items.length === 0,
    error: gone || data ? null : error,
    retry: () => void refetch(),
  };
}
