"use client";
/** Where one writes to the assistant. Words that could not be sent stay here. */
import { useQueryClient } from "@tanstack/react-query";
import { ArrowUp, Square } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { classes } from "../../lib/class-names.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { useStore } from "../../lib/external-store.ts";
import { isWide } from "../../lib/media.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { withKeys } from "../../ui/button.tsx";
import { useCommand } from "../commands/use-command.ts";
import { useKeys } from "../commands/use-keys.ts";
import { useColumns } from "../navigation/columns.tsx";
import { useGo } from "../navigation/use-place.ts";
import { usePastedLines } from "../tasks/use-pasted-lines.tsx";
import { fetchRenderer } from "./markdown.tsx";
import { recall } from "./recall.ts";
import { draftStore, send, sendTroubleStore } from "./turn-store.ts";

const LONGEST = 10_000;

interface ComposerProps {
  running: boolean;
  onStop: () => void;
  /** What the person has said here, oldest first, for the arrow keys. */
  said: readonly string[];
}

export function Composer({ running, onStop, said }: ComposerProps) {
  const t = useMessages();
  const queries = useQueryClient();
  const words = useStore(draftStore);
  const trouble = useStore(sendTroubleStore);
  const input = useRef<HTMLTextAreaElement>(null);
  const back = useRef(0);
  const columns = useColumns();
  const key = useKeys("assistant");
  const go = useGo();

  // What was written before the page came alive; before anything renders anew, and takes the field back to what it knows.
  useLayoutEffect(() => {
    const written = input.current?.value;
    if (written) draftStore.set((words) => words || written);
  }, []);

  useCommand("assistant", () => {
    if (isWide()) columns.open("assistant");
    else go.toPane("assistant");
    requestAnimationFrame(() => input.current?.focus());
  });

  const { onPaste, question } = usePastedLines({}, (text, from, to) => {
    draftStore.set((before) => (before.slice(0, from) + text + before.slice(to)).slice(0, LONGEST));
    requestAnimationFrame(() => input.current?.focus());
  });

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!running && words.trim()) send(queries, words.trim());
  };

  /** Inside of several lines the arrow keys keep their own meaning. */
  const goThroughSaid = ({ selectionStart, selectionEnd }: HTMLTextAreaElement, by: 1 | -1): boolean => {
    if (selectionStart !== selectionEnd || selectionEnd !== words.length) return false;
    const found = recall(said, { words, back: back.current }, by);
    if (!found) return false;
    back.current = found.back;
    draftStore.set(found.words);
    return true;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if ((event.key === "ArrowUp" || event.key === "ArrowDown") && !event.shiftKey) {
      const went = goThroughSaid(event.currentTarget, event.key === "ArrowUp" ? 1 : -1);
      if (went) event.preventDefault();
    } else if (event.key === "Escape") {
      if (running) onStop();
      else event.currentTarget.blur();
    }
  };

  return (
    <form onSubmit={submit} className="px-4 pb-3">
      {trouble && (
        <p role="alert" className="px-1 pb-2 text-small text-danger">
          {sentenceOf(trouble.error, t)} {t("assistant.kept")}
        </p>
      )}
      <div className="flex items-end gap-1 rounded-large border border-control/70 bg-paper p-1 transition-colors duration-150 focus-within:border-accent">
        <textarea
          ref={input}
          // An empty line has no direction of its own: its placeholder reads as the page does.
          dir={words ? "auto" : undefined}
          rows={1}
          aria-label={t("composer.label")}
          title={withKeys(t("command.assistant"), key)}
          placeholder={t("composer.placeholder")}
          value={words}
          maxLength={LONGEST}
          enterKeyHint="send"
          onChange={(event) => draftStore.set(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onFocus={fetchRenderer}
          className="scroller field-sizing-content max-h-40 min-h-9 min-w-0 flex-1 resize-none bg-transparent px-2.5 py-[7px] outline-none max-lg:min-h-11 max-lg:py-2.5 max-lg:text-base"
        />
        {running ? (
          <button
            type="button"
            aria-label={t("action.stop")}
            title={t("action.stop")}
            onClick={onStop}
            className="mb-[max(0px,calc((1lh-1.375rem)/2))] flex size-9 shrink-0 items-center justify-center rounded-medium bg-pressed text-ink hover:bg-hairline max-lg:size-11"
          >
            <Square aria-hidden className="size-3.5 fill-current" />
          </button>
        ) : (
          <button
            type="submit"
            aria-label={t("action.send")}
            title={t("action.send")}
            disabled={!words.trim()}
            className={classes(
              "mb-[max(0px,calc((1lh-1.375rem)/2))] flex size-9 shrink-0 items-center justify-center rounded-medium transition-colors duration-150 max-lg:size-11",
              words.trim() ? "bg-accent text-on-accent hover:bg-accent-hover" : "bg-pressed text-ink-3",
            )}
          >
            <ArrowUp aria-hidden className="size-4.5" />
          </button>
        )}
      </div>
      {question}
    </form>
  );
}
