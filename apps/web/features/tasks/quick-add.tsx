"use client";
/**
 * One line that adds a task to the view. Dates, lists and the like are heard while it is written and shown as chips.
 * It keeps the focus, so that several can be written in a row.
 */
import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { type FormEvent, type RefObject, useSyncExternalStore } from "react";
import type { TaskFilter } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { useKeys } from "../commands/use-keys.ts";
import type { Filters } from "../navigation/filters.ts";
import type { View } from "../navigation/views.ts";
import { type Chip, chipsOf, fieldsOf, withImplied } from "./quick-add-words.ts";
import type { NewTask } from "./task-changes.ts";
import { usePastedLines } from "./use-pasted-lines.tsx";
import { useQuickAddWords } from "./use-quick-add-words.ts";
import { useTaskChanges } from "./use-task-changes.ts";
import { useViewpoint } from "./use-viewpoint.ts";

const QuickAddChips = dynamic(() => import("./quick-add-chips.tsx").then((module) => module.QuickAddChips));

interface QuickAddProps {
  view: View;
  filters: Filters;
  filter: TaskFilter | undefined;
  today: string;
  input: RefObject<HTMLInputElement | null>;
}

const LONGEST = 200;

/** It changes once, with the first render in the browser. */
const never = () => () => {};

export function QuickAdd({ view, filters, filter, today, input }: QuickAddProps) {
  const t = useMessages();
  const { line, understood, ...words } = useQuickAddWords();
  const listening = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const viewpoint = useViewpoint();
  const key = useKeys("add");
  const changes = useTaskChanges();
  const chips = understood ? chipsOf(understood, viewpoint, line.text) : [];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!line.text.trim()) return;
    const reading = words.readNow();
    words.clear();
    const found = await reading;
    const said = found ? fieldsOf(found) : { title: line.text.trim() };
    const added = await changes.add(withImplied(said, impliedBy(view, filters, today)), filter);
    if (!added) words.restore(line);
  };

  const { onPaste, question } = usePastedLines(impliedBy(view, filters, today), (text, from, to) => {
    const inLine = text.replace(/\s+/gu, " ").trim();
    words.write((line.text.slice(0, from) + inLine + line.text.slice(to)).slice(0, LONGEST));
  });

  const reject = (chip: Chip) => {
    words.reject(chip.spans);
    input.current?.focus();
  };

  return (
    <form
      onSubmit={submit}
      className="group/add relative rounded-medium px-3 transition-colors duration-150 focus-within:bg-canvas focus-within:shadow-[inset_0_0_0_1px_var(--control)] hover:bg-hover"
    >
      <div className="flex min-h-11 items-center gap-3">
        <Plus
          aria-hidden
          strokeWidth={1.75}
          className="size-5 shrink-0 text-ink-3 transition-colors duration-150 group-focus-within/add:text-accent"
        />
        <input
          ref={input}
          aria-label={t("quickAdd.label")}
          title={key}
          placeholder={t("quickAdd.placeholder")}
          // Before React listens, Enter would load the page anew and the words would be gone.
          readOnly={!listening}
          dir={line.text ? "auto" : undefined}
          value={line.text}
          maxLength={LONGEST}
          autoComplete="off"
          enterKeyHint="done"
          onFocus={words.prepare}
          onPaste={onPaste}
          onChange={(event) => words.write(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            if (line.text) words.clear();
            else event.currentTarget.blur();
          }}
          className="h-11 min-w-0 flex-1 bg-transparent outline-none max-lg:text-base"
        />
        {line.text.trim() && (
          <button
            type="submit"
            className="rounded-small px-2 text-small font-medium text-accent max-lg:min-h-11"
          >
            {t("action.add")}
          </button>
        )}
      </div>
      <QuickAddChips chips={chips} onReject={reject} />
      {question}
    </form>
  );
}

/** What the view implies: a task added under Today is due today. */
function impliedBy(view: View, filters: Filters, today: string): Omit<NewTask, "title"> {
  const label = view.kind === "label" ? view.name : filters.label;
  const list = view.kind === "list" ? view.id : filters.list;
  return {
    ...((view.kind === "today" || view.kind === "upcoming") && { due_on: today }),
    ...(label && { labels: [label] }),
    ...(list && list !== "inbox" && { list }),
    ...(filters.priority && filters.priority !== "none" && { priority: filters.priority }),
  };
}
