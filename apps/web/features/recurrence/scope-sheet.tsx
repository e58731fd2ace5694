"use client";
/** This one, this and later ones, or all? Nothing is changed until it is said. */
import { useEffect, useRef } from "react";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { settleScope, type WaitingEdit } from "./scope-store.ts";
import { scopesOf } from "./scopes-of.ts";

export function ScopeSheet({ waiting }: { waiting: WaitingEdit }) {
  const t = useMessages();
  const { task, edit, choose } = waiting;
  const settle = () => settleScope(waiting);
  const likeliest = useRef<HTMLButtonElement>(null);
  // Enter, which ended the edit, answers the question too.
  useEffect(() => likeliest.current?.focus(), []);

  return (
    <Sheet title={t("which.title")} open onClose={settle}>
      <div className="flex flex-col gap-2">
        <p className="mb-1 text-ink-2 wrap-anywhere">{t("which.lead", { title: task.title })}</p>
        {scopesOf(edit).map((occurrences, index) => (
          <Button
            key={occurrences}
            ref={index === 0 ? likeliest : undefined}
            kind={index === 0 ? "primary" : "plain"}
            className="w-full"
            onClick={() => {
              settle();
              choose(occurrences);
            }}
          >
            {t(`which.${occurrences}`)}
          </Button>
        ))}
        <Button kind="quiet" className="w-full" onClick={settle}>
          {t("which.keep")}
        </Button>
      </div>
    </Sheet>
  );
}
