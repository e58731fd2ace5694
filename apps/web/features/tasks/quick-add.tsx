"use client";
/**
 * One line that adds a task where it stands. Dates, lists and the like are heard while it is written and shown as chips.
 * It keeps the focus, so that several can be written in a row.
 */
import dynamic from "next/dynamic";
import type { FormEvent, RefObject } from "react";
import { useAlive } from "../../lib/external-store.ts";
import { insist } from "../../lib/insist.ts";
import { orNothing } from "../../lib/or-nothing.ts";
import type { TaskFilter } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { withKeys } from "../../ui/button.tsx";
import { PageIcon } from "../../ui/page-icon.tsx";
import { withImplied } from "./implied-by.ts";
import type { Chip } from "./quick-add-words.ts";
import type { NewTask } from "./task-changes.ts";
import { usePastedLines } from "./use-pasted-lines.tsx";
import { useQuickAddWords } from "./use-quick-add-words.ts";
import { useTaskChanges } from "./use-task-changes.ts";

const QuickAddChips = dynamic(
  () => orNothing(insist(() => import("./quick-add-chips.tsx").then((module) => module.QuickAddChips))),
  {
    loading: () => null,
  },
);

interface QuickAddProps {
  label: string;
  placeholder: string;
  /** The key that leads here. */
  shortcut?: string | undefined;
  /** What its place says of a new task: its list, its day, its parent. */
  implied: Omit<NewTask, "title">;
  /** The list on the screen that the task appears in. */
  filter: TaskFilter | undefined;
  input: RefObject<HTMLInputElement | null>;
}

const LONGEST = 200;

export function QuickAdd({ label, placeholder, shortcut, implied, filter, input }: QuickAddProps) {
  const t = useMessages();
  const { line, chips, ...words } = useQuickAddWords();
  const listening = useAlive();
  const changes = useTaskChanges();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!line.text.trim()) return;
    const reading = words.readNow();
    words.clear();
    const added = await changes.add(withImplied(await reading, implied), filter);
    if (!added) words.restore(line);
  };

  const { onPaste, question } = usePastedLines(implied, (text, from, to) => {
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
        <PageIcon
          name="plus"
          strokeWidth={1.75}
          className="size-5 shrink-0 text-ink-3 transition-colors duration-150 group-focus-within/add:text-accent"
        />
        <input
          ref={input}
          aria-label={label}
          title={withKeys(label, shortcut)}
          placeholder={placeholder}
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
