"use client";
/** One line that adds a task to the view. It keeps the focus, so that several can be written in a row. */
import { Plus } from "lucide-react";
import { type FormEvent, type RefObject, useState } from "react";
import { t } from "../../lib/messages/translate.ts";
import type { TaskFilter } from "../../lib/queries.ts";
import { keysOf } from "../commands/commands.ts";
import type { Filters } from "../navigation/filters.ts";
import type { View } from "../navigation/views.ts";
import type { NewTask } from "./task-changes.ts";
import { useTaskChanges } from "./use-task-changes.ts";

interface QuickAddProps {
  view: View;
  filters: Filters;
  filter: TaskFilter | undefined;
  today: string;
  input: RefObject<HTMLInputElement | null>;
}

export function QuickAdd({ view, filters, filter, today, input }: QuickAddProps) {
  const [title, setTitle] = useState("");
  const changes = useTaskChanges();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const words = title.trim();
    if (!words) return;
    setTitle("");
    const added = await changes.add({ ...fieldsOf(view, filters, today), title: words }, filter);
    if (!added) setTitle((current) => current || words);
  };

  return (
    <form
      onSubmit={submit}
      className="group/add relative flex min-h-11 items-center gap-3 rounded-medium px-3 transition-colors duration-150 focus-within:bg-canvas focus-within:shadow-[inset_0_0_0_1px_var(--control)] hover:bg-hover"
    >
      <Plus
        aria-hidden
        strokeWidth={1.75}
        className="size-5 shrink-0 text-ink-3 transition-colors duration-150 group-focus-within/add:text-accent"
      />
      <input
        ref={input}
        aria-label={t("quickAdd.label")}
        title={keysOf("add")}
        placeholder={t("quickAdd.placeholder")}
        value={title}
        maxLength={200}
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          if (title) setTitle("");
          else event.currentTarget.blur();
        }}
        className="h-11 min-w-0 flex-1 bg-transparent outline-none max-lg:text-base"
      />
      {title.trim() && (
        <button
          type="submit"
          className="rounded-small px-2 text-small font-medium text-accent max-lg:min-h-11"
        >
          {t("action.add")}
        </button>
      )}
    </form>
  );
}

/** What the view implies: a task added under Today is due today. */
function fieldsOf(view: View, filters: Filters, today: string): Omit<NewTask, "title"> {
  const label = view.kind === "label" ? view.name : filters.label;
  const list = view.kind === "list" ? view.id : filters.list;
  return {
    ...(view.kind === "today" && { due_on: today }),
    ...(label && { labels: [label] }),
    ...(list && list !== "inbox" && { list }),
    ...(filters.priority && filters.priority !== "none" && { priority: filters.priority }),
  };
}
