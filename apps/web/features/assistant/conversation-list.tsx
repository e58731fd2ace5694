"use client";
/** All conversations, the latest first. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { t } from "../../lib/messages/translate.ts";
import { conversationsQuery } from "../../lib/queries.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { useCommand } from "../commands/use-command.ts";
import { ConversationRow } from "./conversation-row.tsx";

interface ConversationListProps {
  selected: string | undefined;
  onSelect: (id: string | undefined) => void;
  onClose: () => void;
}

export function ConversationList({ selected, onSelect, onClose }: ConversationListProps) {
  const { data = [], error, isPending, refetch } = useQuery(conversationsQuery(api));
  const list = useRef<HTMLUListElement>(null);
  useCommand("back", onClose);
  useEffect(() => list.current?.querySelector<HTMLElement>("button")?.focus(), []);

  if (error && data.length === 0)
    return (
      <div className="px-4">
        <Trouble sentence={sentenceOf(error)} onRetry={() => void refetch()} />
      </div>
    );
  if (!isPending && data.length === 0) return <p className="p-4 text-ink-2">{t("conversations.none")}</p>;

  return (
    <ul ref={list} aria-label={t("conversations.title")} className="scroller flex flex-1 flex-col gap-px p-2">
      {data.map((conversation) => (
        <ConversationRow
          key={conversation.id}
          conversation={conversation}
          current={conversation.id === selected}
          onSelect={() => onSelect(conversation.id)}
          onDeleted={() => conversation.id === selected && onSelect(undefined)}
        />
      ))}
    </ul>
  );
}
