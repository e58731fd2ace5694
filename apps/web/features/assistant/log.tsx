"use client";
/** The conversation. It follows what is written until the person scrolls up, and a button brings them back. */
import { ArrowDown } from "lucide-react";
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useMessages } from "../../messages/use-messages.tsx";
import { Answer } from "./answer.tsx";
import type { Item } from "./conversation-items.ts";

const NEAR_END_PX = 48;

interface LogProps {
  items: Item[];
  running: boolean;
  children?: ReactNode;
}

const useBrowserLayoutEffect = typeof window === "undefined" ? useEffect : useLayoutEffect;

export function Log({ items, running, children }: LogProps) {
  const t = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const lastTop = useRef(0);
  const [away, setAway] = useState(false);
  const asked = items.filter(({ role }) => role === "user").length;

  const toEnd = useCallback(() => {
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
  }, []);

  // What the person has just said is always brought into sight.
  useBrowserLayoutEffect(() => {
    following.current = true;
    toEnd();
  }, [asked, toEnd]);

  useEffect(() => {
    if (!content.current) return;
    const observer = new ResizeObserver(() => {
      if (following.current) toEnd();
    });
    observer.observe(content.current);
    return () => observer.disconnect();
  }, [toEnd]);

  const onScroll = () => {
    const box = scroller.current;
    if (!box) return;
    const near = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX;
    // Text that grows also leaves the end behind; only the person scrolls up.
    if (near) following.current = true;
    else if (box.scrollTop < lastTop.current) following.current = false;
    lastTop.current = box.scrollTop;
    setAway(!following.current);
  };

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        onScroll={onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable from the keyboard.
        tabIndex={0}
        role="log"
        aria-live="polite"
        aria-busy={running}
        aria-label={t("assistant.log")}
        className="scroller flex-1 focus-visible:-outline-offset-2"
      >
        <div ref={content} className="flex flex-col gap-5 px-4 py-4">
          {items.map((item) =>
            item.role === "user" ? (
              <div key={item.key} className="flex justify-end ps-10">
                <p
                  dir="auto"
                  className="max-w-full rounded-large bg-pressed px-3.5 py-2 whitespace-pre-wrap wrap-anywhere"
                >
                  <span className="sr-only">{t("assistant.you")} </span>
                  {item.text}
                </p>
              </div>
            ) : (
              <Answer
                key={item.key}
                turn={item.turn}
                message={item.message}
                busy={running}
                latest={item === items.at(-1)}
              />
            ),
          )}
          {children}
        </div>
      </div>
      {away && (
        <button
          type="button"
          onClick={toEnd}
          className="absolute bottom-2 left-1/2 flex h-9 -translate-x-1/2 animate-appear items-center gap-1.5 rounded-full bg-raised px-3.5 text-small shadow-float hover:text-accent max-lg:h-11"
        >
          <ArrowDown aria-hidden className="size-4" />
          {t("assistant.toEnd")}
        </button>
      )}
    </div>
  );
}
