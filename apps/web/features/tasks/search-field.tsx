"use client";
/** The words of a search. The address follows as one types, the list a moment later. */
import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useMessages } from "../../messages/use-messages.tsx";
import { IconButton } from "../../ui/button.tsx";
import { isTyping } from "../commands/is-typing.ts";
import type { Filters } from "../navigation/filters.ts";
import { useGo } from "../navigation/use-place.ts";

const PAUSE_MS = 150;

export function SearchField({ filters }: { filters: Filters }) {
  const t = useMessages();
  const go = useGo();
  const [words, setWords] = useState(filters.q ?? "");
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const timer = setTimeout(() => {
      go.filter(({ q: _, ...others }) => (words.trim() ? { ...others, q: words.trim() } : others));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words, go]);

  useEffect(() => {
    // It may come late, to somebody who writes elsewhere by then.
    if (!isTyping(document.activeElement)) input.current?.focus();
    // What was written before the field came alive stands in it, and React doesn't know.
    setWords((known) => input.current?.value || known);
  }, []);

  return (
    <search className="relative mx-3 mb-3 flex items-center">
      <Search aria-hidden className="pointer-events-none absolute start-3 size-4.5 text-ink-3" />
      <input
        ref={input}
        type="search"
        data-search=""
        aria-label={t("search.label")}
        placeholder={t("search.placeholder")}
        dir={words ? "auto" : undefined}
        value={words}
        maxLength={200}
        autoComplete="off"
        enterKeyHint="search"
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          if (words) setWords("");
          else event.currentTarget.blur();
        }}
        className="h-10 w-full rounded-medium border border-control/70 bg-paper ps-10 pe-10 transition-colors duration-150 focus-visible:border-accent focus-visible:outline-1 focus-visible:-outline-offset-1 max-lg:h-11 max-lg:text-base"
      />
      {words && (
        <IconButton
          label={t("search.clear")}
          className="absolute end-1"
          onClick={() => {
            setWords("");
            input.current?.focus();
          }}
        >
          <X aria-hidden className="size-4" />
        </IconButton>
      )}
    </search>
  );
}
