"use client";
/** Which conversation this is and what can be done with it, which brain is at work, and the way to the others. */
import { useQuery } from "@tanstack/react-query";
import type { Conversation } from "@todo/contract/conversations";
import { History, SquarePen } from "lucide-react";
import { api } from "../../lib/api.ts";
import { profileQuery } from "../../lib/queries.ts";
import type { Say } from "../../messages/messages.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { CommandIconButton } from "../commands/command-icon-button.tsx";
import { ColumnButton } from "../navigation/column-buttons.tsx";
import { ConversationMenu } from "./conversation-menu.tsx";

interface AssistantHeaderProps {
  conversation: Pick<Conversation, "id" | "title" | "version"> | undefined;
  choosing: boolean;
  onChoose: () => void;
  onNew: () => void;
  /** It was deleted. */
  onLeave: () => void;
}

export function AssistantHeader({ conversation, choosing, onChoose, onNew, onLeave }: AssistantHeaderProps) {
  const t = useMessages();
  const { data: profile } = useQuery(profileQuery(api));

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
      <CommandIconButton label={t("command.newConversation")} command="newConversation" onClick={onNew}>
        <SquarePen aria-hidden className="size-4.5" />
      </CommandIconButton>
      <CommandIconButton
        label={t("command.conversations")}
        command="conversations"
        aria-pressed={choosing}
        onClick={onChoose}
      >
        <History aria-hidden className="size-4.5" />
      </CommandIconButton>
      <ColumnButton column="assistant" label={t("assistant.hide")} className="max-lg:hidden" />
    </header>
  );
}

const brainOf = (t: Say, assistant: string) =>
  assistant === "Built-in" ? t("assistant.builtIn") : t("assistant.model", { model: assistant });
