"use client";
/** What a question of the assistant can be answered with, to be tapped. */
import { useQueryClient } from "@tanstack/react-query";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { type Answer, answersIn } from "./answers-in.ts";
import { send } from "./turn-store.ts";

export function AnswerButtons({ text, disabled }: { text: string; disabled: boolean }) {
  const t = useMessages();
  const queries = useQueryClient();
  const answers = answersIn(text);
  if (answers.length === 0) return null;

  const words = (answer: Answer) => (answer.kind === "choice" ? answer.text : t(`answer.${answer.kind}`));
  return (
    <ul aria-label={t("answer.label")} className="flex w-full flex-wrap gap-2">
      {answers.map((answer) => {
        const said = answer.kind === "choice" ? answer.number : words(answer);
        return (
          <li key={said} className="max-w-full">
            <Button
              size="small"
              disabled={disabled}
              className="max-w-full"
              // Said by its number, since two tasks may have the same name.
              onClick={() => send(queries, said)}
            >
              {answer.kind === "choice" && <span className="tabular text-ink-3">{answer.number}</span>}
              <bdi className="truncate">{words(answer)}</bdi>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
