"use client";
/** The assistant: what programs ask leave for, the conversation, and the composer. */
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { sentenceOf } from "../../lib/errors.ts";
import { insist } from "../../lib/insist.ts";
import { isWide } from "../../lib/media.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { runWhenAnswered } from "../commands/registry.ts";
import { useCommand } from "../commands/use-command.ts";
import { useColumns } from "../navigation/columns.tsx";
import { useGo } from "../navigation/use-place.ts";
import { AssistantHeader } from "./assistant-header.tsx";
import { Composer } from "./composer.tsx";
import { Log } from "./log.tsx";
import { ProgramApprovals } from "./program-approvals.tsx";
import { Starters } from "./starters.tsx";
import { selectConversation, stop } from "./turn-store.ts";
import { useConversation } from "./use-conversation.ts";

const ConversationList = dynamic(
  () => insist(() => import("./conversation-list.tsx").then((module) => module.ConversationList)),
  { loading: () => null },
);

export function AssistantColumn({ initialConversation }: { initialConversation: string | undefined }) {
  const t = useMessages();
  const columns = useColumns();
  const go = useGo();
  const [choosing, setChoosing] = useState(false);
  const { id, conversation, items, earlier, running, loading, error, retry } =
    useConversation(initialConversation);
  const said = items.flatMap((item) => (item.role === "user" ? [item.text] : []));
  const empty = items.length === 0 && !loading && !error;

  // Another conversation may be asked for from elsewhere, as from a task's history.
  useEffect(() => {
    if (id !== undefined) setChoosing(false);
  }, [id]);

  const show = () => {
    if (isWide()) columns.open("assistant");
    else go.toPane("assistant");
  };
  const begin = () => {
    show();
    select(undefined);
    runWhenAnswered("assistant");
  };
  useCommand("newConversation", begin);
  useCommand("conversations", () => {
    show();
    setChoosing(true);
  });

  const select = (wanted: string | undefined) => {
    selectConversation(wanted);
    setChoosing(false);
  };

  return (
    <section aria-label={t("assistant.title")} className="flex h-full min-h-0 flex-col">
      <AssistantHeader
        conversation={conversation}
        choosing={choosing}
        onChoose={() => setChoosing(!choosing)}
        onNew={begin}
        onLeave={() => select(undefined)}
      />
      {choosing ? (
        <ConversationList
          selected={id}
          onSelect={(wanted) => {
            select(wanted);
            // On a phone that would bring up the keyboard over what is to be read.
            if (isWide()) runWhenAnswered("assistant");
          }}
          onDeleted={() => selectConversation(undefined)}
          onClose={() => setChoosing(false)}
        />
      ) : (
        <>
          <ProgramApprovals />
          <Log key={id ?? "new"} items={items} earlier={earlier} running={running}>
            {error && <Trouble sentence={sentenceOf(error, t)} onRetry={retry} />}
            {empty && (
              <div className="flex flex-col items-start gap-4 py-2">
                <p className="text-balance text-ink-2">{t("assistant.hello")}</p>
                <Starters />
              </div>
            )}
          </Log>
          <Composer running={running} onStop={stop} said={said} />
        </>
      )}
    </section>
  );
}
