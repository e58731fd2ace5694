"use client";
/**
 * The filter language, with what could stand at the cursor, and a sentence for
 * what can't be read. Enter shows what was written; a query that is wrong
 * stays in the line and narrows nothing.
 */
import { completeFilter, type Suggestion } from "@todo/language/filter/complete";
import { ListFilter } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { classes } from "../../lib/class-names.ts";
import type { Say } from "../../messages/messages.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { inputClasses } from "../../ui/field.tsx";
import { useViewpoint } from "../tasks/use-viewpoint.ts";
import { problemIn, type QueryProblem } from "./read-query.ts";

interface FilterFieldProps {
  /** What the view is narrowed by now. */
  query: string;
  labels: string[];
  lists: string[];
  longest: number;
  /** Whether the line says something else than what is shown, or nothing that can be. */
  onDraft: (isDraft: boolean) => void;
  /** Blank takes the filter off. */
  onApply: (query: string) => void;
}

export function FilterField(props: FilterFieldProps) {
  const { query, labels, lists, longest, onDraft, onApply } = props;
  const t = useMessages();
  const id = useId();
  const { now, zone } = useViewpoint();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(query);
  const [cursor, setCursor] = useState(query.length);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  /** What is wrong is told once somebody asked for it, and then as it changes. */
  const [asked, setAsked] = useState(false);

  // Another filter was chosen elsewhere.
  useEffect(() => {
    setText(query);
    setAsked(false);
  }, [query]);

  const names = { labels, lists };
  const { span, suggestions } = completeFilter(text, cursor, names);
  const shown = open ? suggestions : [];
  const problem = text.trim() ? problemIn(text, { now, time_zone: zone }, names, t) : undefined;
  const isApplied = text.trim() === query;
  const isDraft = !isApplied || problem !== undefined;
  useEffect(() => onDraft(isDraft), [isDraft, onDraft]);

  const write = (next: string, at: number) => {
    setText(next);
    setCursor(at);
    setActive(-1);
    setOpen(true);
  };

  const pick = (suggestion: Suggestion) => {
    const at = span.start + suggestion.text.length;
    write(text.slice(0, span.start) + suggestion.text + text.slice(span.end), at);
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(at, at);
    });
  };

  const apply = () => {
    setOpen(false);
    setAsked(true);
    if (!problem) onApply(text.trim());
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      const places = shown.length + 1;
      setActive(((active + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const chosen = shown[active];
      if (chosen) pick(chosen);
      else apply();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (open && shown.length > 0) setOpen(false);
      else if (text !== query) write(query, query.length);
      else event.currentTarget.blur();
    }
  };

  // What stands in the address, or was saved, may have become wrong: unasked, because nothing is shown.
  const wrong = asked || isApplied ? problem : undefined;
  return (
    <div className="w-full">
      {/* The language is written from left to right, whatever the page is. */}
      <div dir="ltr" className="relative">
        <ListFilter
          aria-hidden
          className="pointer-events-none absolute start-3 top-2.5 size-4 text-ink-3 max-lg:top-3.5"
        />
        <input
          ref={input}
          role="combobox"
          data-filter=""
          aria-label={t("filter.query")}
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? `${id}-problem` : undefined}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          enterKeyHint="search"
          maxLength={longest}
          placeholder={t("filter.queryPlaceholder")}
          value={text}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onChange={({ target }) => write(target.value, target.selectionStart ?? target.value.length)}
          onSelect={({ currentTarget }) => setCursor(currentTarget.selectionStart ?? text.length)}
          onKeyDown={onKeyDown}
          className={`${inputClasses} w-full ps-9`}
        />
        <div
          role="listbox"
          id={`${id}-list`}
          aria-label={t("filter.suggestions")}
          className={classes(
            "scroller absolute inset-x-0 top-full z-30 mt-1 max-h-72 rounded-large bg-raised p-1 shadow-float",
            shown.length === 0 && "hidden",
          )}
        >
          {shown.map((suggestion, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys.
            // biome-ignore lint/a11y/useFocusableInteractive: the field points at it.
            <div
              key={suggestion.text}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              // The field keeps the focus.
              onPointerDown={(event) => event.preventDefault()}
              onPointerEnter={() => setActive(index)}
              onClick={() => pick(suggestion)}
              className={classes(
                "flex min-h-8 cursor-default items-center justify-between gap-4 rounded-small px-2.5 max-lg:min-h-11",
                index === active && "bg-hover",
              )}
            >
              <bdi>{suggestion.text}</bdi>
              <bdi className="text-small text-ink-2">{meaningOf(suggestion, t)}</bdi>
            </div>
          ))}
        </div>
      </div>
      {wrong && <Problem id={`${id}-problem`} text={text} problem={wrong} />}
    </div>
  );
}

/** In the words of the page, where they say more than the suggestion itself. */
function meaningOf({ text }: Suggestion, t: Say): string | undefined {
  const words = text.trim();
  const meaning = t.attempt(`filterMeans.${words.replaceAll(" ", "_")}`, {});
  return meaning?.toLowerCase() === words ? undefined : meaning;
}

/** The sentence, and the words it is about, marked in what was written. */
function Problem({ id, text, problem }: { id: string; text: string; problem: QueryProblem }) {
  const { start, end } = problem.span;
  return (
    <p id={id} role="alert" className="mt-1 text-small text-danger">
      <span className="block">{problem.sentence}</span>
      {end > start && (
        <span dir="ltr" className="block text-ink-2">
          {text.slice(Math.max(0, start - 24), start)}
          <mark className="bg-transparent text-danger underline decoration-wavy underline-offset-2">
            {text.slice(start, end)}
          </mark>
          {text.slice(end, end + 24)}
        </span>
      )}
    </p>
  );
}
