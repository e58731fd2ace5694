"use client";
/** All conversations, the latest first, or those in which some words were said. */
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { inputClasses } from "../../ui/field.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { useCommand } from "../commands/use-command.ts";
import { ConversationRow } from "./conversation-row.tsx";
import { foundConversationsQuery } from "./queries.ts";

const PAUSE_MS = 200;
const LONGEST = 200;

interface ConversationListProps {
  selected: string | undefined;
  onSelect: (id: string) => void;
  /** The one that was open is no more. */
  onDeleted: () => void;
  onClose: () => void;
}

export function ConversationList({ selected, onSelect, onDeleted, onClose }: ConversationListProps) {
  const t = useMessages();
  const [typed, setTyped] = useState("");
  const [words, setWords] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery({ ...foundConversationsQuery(api, words), placeholderData: keepPreviousData });
  const conversations = data?.pages.flatMap((page) => page.conversations) ?? [];
  useCommand("back", onClose);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    const timer = setTimeout(() => setWords(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  const searched = words === typed.trim();
  /** From the search down the conversations, and back up. */
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("input, [data-opens-conversation]")];
    const { activeElement } = document;
    const at = activeElement instanceof HTMLElement ? stops.indexOf(activeElement) : -1;
    const next = at === -1 || step === 0 ? undefined : stops[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is in it has the focus.
    <div onKeyDown={walk} className="flex min-h-0 flex-1 flex-col">
      <search className="relative mx-4 mt-3 flex items-center">
        <Search aria-hidden className="pointer-events-none absolute start-3 size-4 text-ink-3" />
        <input
          ref={field}
          type="search"
          aria-label={t("conversations.search")}
          placeholder={t("conversations.search")}
          dir={typed ? "auto" : undefined}
          value={typed}
          maxLength={LONGEST}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            const [first] = conversations;
            if (event.key === "Enter" && typed.trim() && searched && first) onSelect(first.id);
            if (event.key !== "Escape") return;
            event.stopPropagation();
            if (typed) setTyped("");
            else onClose();
          }}
          className={`${inputClasses} w-full ps-9`}
        />
      </search>
      {error && !data && (
        <div className="px-4">
          <Trouble sentence={sentenceOf(error, t)} onRetry={() => void refetch()} />
        </div>
      )}
      {!isPending && !error && conversations.length === 0 && (
        <p className="p-4 text-ink-2">
          {words ? t("conversations.noMatch", { words }) : t("conversations.none")}
        </p>
      )}
      {conversations.length > 0 && (
        <div className="scroller flex-1 px-4 py-2">
          <ul aria-label={t("conversations.title")} className="flex flex-col gap-px">
            {conversations.map((conversation) => (
              <ConversationRow
                key={conversation.id}
                conversation={conversation}
                current={conversation.id === selected}
                onSelect={() => onSelect(conversation.id)}
                onDeleted={() => {
                  field.current?.focus();
                  if (conversation.id === selected) onDeleted();
                }}
              />
            ))}
          </ul>
          {hasNextPage && (
            <Button
              size="small"
              kind="quiet"
              disabled={isFetchingNextPage}
              onClick={() => void fetchNextPage()}
            >
              {t("conversations.moreOfThem")}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
