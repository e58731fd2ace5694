"use client";
/** Which conversation this is and what can be done with it, which brain is at work, and the way to the others. */
import { useQuery } from "@tanstack/react-query";
import type { Conversation } from "@todo/contract/conversations";
import { History, PanelRight, SquarePen } from "lucide-react";
import { api } from "../../lib/api.ts";
import { profileQuery } from "../../lib/queries.ts";
import type { Say } from "../../messages/messages.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { IconButton } from "../../ui/button.tsx";
import { useColumns } from "../navigation/columns.tsx";
import { ConversationMenu } from "./conversation-menu.tsx";

interface AssistantHeaderProps {
  conversation: Pick<Conversation, "id" | "title" | "version"> | undefined;
  choosing: boolean;
  onChoose: () => void;
  /** For a new conversation. */
  onLeave: () => void;
}

export function AssistantHeader({ conversation, choosing, onChoose, onLeave }: AssistantHeaderProps) {
  const t = useMessages();
  const { data: profile } = useQuery(profileQuery(api));
  const columns = useColumns();

  return (
    <header className="flex min-h-14 items-center gap-0.5 border-b border-hairline py-1 ps-4 pe-2 max-lg:min-h-16">
      <div className="min-w-0 flex-1">
        <h2 className="truncate font-semibold">
          <bdi>{choosing ? t("conversations.title") : (conversation?.title ?? t("assistant.title"))}</bdi>
        </h2>
        {profile && <p className="truncate text-small text-ink-2">{brainOf(t, profile.assistant)}</p>}
      </div>
      {conversation && !choosing && (
        <ConversationMenu key={conversation.id} conversation={conversation} inSight onDeleted={onLeave} />
      )}
      <IconButton label={t("conversations.new")} onClick={onLeave}>
        <SquarePen aria-hidden className="size-4.5" />
      </IconButton>
      <IconButton label={t("conversations.title")} aria-pressed={choosing} onClick={onChoose}>
        <History aria-hidden className="size-4.5" />
      </IconButton>
      <IconButton
        label={t("assistant.hide")}
        className="max-lg:hidden"
        onClick={() => columns.toggle("assistant")}
      >
        <PanelRight aria-hidden className="size-4.5" />
      </IconButton>
    </header>
  );
}

const brainOf = (t: Say, assistant: string) =>
  assistant === "Built-in" ? t("assistant.builtIn") : t("assistant.model", { model: assistant });
