"use client";
/** The description: Markdown that is read as such, and written as plain text once it is clicked. */
import type { Task } from "@todo/contract/tasks";
import { Pencil } from "lucide-react";
import { type MouseEvent, useRef, useState } from "react";
import { useMessages } from "../../messages/use-messages.tsx";
import { IconButton } from "../../ui/button.tsx";
import { quietInput } from "../../ui/field.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { Markdown } from "../assistant/markdown.tsx";
import { useTaskChanges } from "./use-task-changes.ts";

const LONGEST = 10_000;

export function Notes({ task }: { task: Task }) {
  const t = useMessages();
  const changes = useTaskChanges();
  const [writing, setWriting] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft({
    value: task.description,
    source: task,
    onSave: (text, began) => changes.edit(began, { description: text.trim() === "" ? "" : text }),
  });

  const write = () => {
    setWriting(true);
    requestAnimationFrame(() => field.current?.focus());
  };

  const onClick = (event: MouseEvent) => {
    const { target } = event;
    const isForReading = target instanceof Element && target.closest("a, button");
    if (!isForReading && !window.getSelection()?.toString()) write();
  };

  if (task.deleted_at) return draft.value ? <Markdown text={draft.value} /> : null;
  if (draft.value && !writing)
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the button in it is for the keyboard.
      // biome-ignore lint/a11y/useKeyWithClickEvents: the button in it is for the keyboard.
      <div
        onClick={onClick}
        className="group/notes relative -mx-2 cursor-text rounded-medium px-2 py-1 pe-10 transition-colors duration-150 hover:bg-hover"
      >
        <Markdown text={draft.value} />
        <IconButton
          label={t("notes.edit")}
          onClick={write}
          className="absolute end-0 top-0 lg:opacity-0 lg:group-hover/notes:opacity-100 lg:focus-visible:opacity-100"
        >
          <Pencil aria-hidden className="size-4" />
        </IconButton>
      </div>
    );

  return (
    <textarea
      {...draft}
      ref={field}
      dir={draft.value ? "auto" : undefined}
      rows={2}
      aria-label={t("field.description")}
      placeholder={t("field.addDescription")}
      title={t("notes.markdown")}
      maxLength={LONGEST}
      onFocus={() => setWriting(true)}
      onBlur={() => {
        draft.onBlur();
        setWriting(false);
      }}
      className={`${quietInput} min-h-14`}
    />
  );
}
