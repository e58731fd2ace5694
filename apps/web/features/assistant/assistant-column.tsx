"use client";
/** The assistant: what programs ask leave for, the conversation, and the composer. */
import dynamic from "next/dynamic";
import { useState } from "react";
import { sentenceOf } from "../../lib/errors.ts";
import { t } from "../../lib/messages/translate.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { AssistantHeader } from "./assistant-header.tsx";
import { Composer } from "./composer.tsx";
import { Log } from "./log.tsx";
import { ProgramApprovals } from "./program-approvals.tsx";
import { Starters } from "./starters.tsx";
import { selectConversation, stop } from "./turn-store.ts";
import { useConversation } from "./use-conversation.ts";

const ConversationList = dynamic(
  () => import("./conversation-list.tsx").then((module) => module.ConversationList),
  { loading: () => null },
);

export function AssistantColumn({ initialConversation }: { initialConversation: string | undefined }) {
  const [choosing, setChoosing] = useState(false);
  const { id, title, items, running, loading, error, retry } = useConversation(initialConversation);
  const lastSaid = items.findLast((item) => item.role === "user");
  const empty = items.length === 0 && !loading && !error;

  const select = (wanted: string | undefined) => {
    selectConversation(wanted);
    setChoosing(false);
  };

  return (
    <section aria-label={t("assistant.title")} className="flex h-full min-h-0 flex-col">
      <AssistantHeader
        title={title}
        choosing={choosing}
        onChoose={() => setChoosing(!choosing)}
        onNew={() => select(undefined)}
      />
      {choosing ? (
        <ConversationList selected={id} onSelect={select} onClose={() => setChoosing(false)} />
      ) : (
        <>
          <ProgramApprovals />
          <Log key={id ?? "new"} items={items} running={running}>
            {error && <Trouble sentence={sentenceOf(error)} onRetry={retry} />}
            {empty && (
              <div className="flex flex-col items-start gap-4 py-2">
                <p className="text-ink-2">{t("assistant.hello")}</p>
                <Starters />
              </div>
            )}
          </Log>
          <Composer
            running={running}
            onStop={stop}
            lastSaid={lastSaid?.role === "user" ? lastSaid.text : undefined}
          />
        </>
      )}
    </section>
  );
}
