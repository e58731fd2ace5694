"use client";
/** The conversation. It follows what is written until the person scrolls up, and a button brings them back. */
import { ArrowDown } from "lucide-react";
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { classes } from "../../lib/class-names.ts";
import { useStore } from "../../lib/external-store.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Answer } from "./answer.tsx";
import { type Item, keyOf } from "./conversation-items.ts";
import { showEarlier, soughtStore } from "./turn-store.ts";

const NEAR_END_PX = 48;
/** So long what was looked for is marked. */
const FOUND_MS = 2_400;

const isNearEnd = ({ scrollHeight, scrollTop, clientHeight }: Element) =>
  scrollHeight - scrollTop - clientHeight < NEAR_END_PX;

interface LogProps {
  items: Item[];
  /** Nothing when no messages came before these. */
  earlier: { loading: boolean } | undefined;
  running: boolean;
  children?: ReactNode;
}

const useBrowserLayoutEffect = typeof window === "undefined" ? useEffect : useLayoutEffect;

export function Log({ items, earlier, running, children }: LogProps) {
  const t = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  /** Whether the person has had a hand on it since it was last at its end by itself. */
  const touched = useRef(false);
  const lastTop = useRef(0);
  const [away, setAway] = useState(false);
  const asked = items.filter(({ role }) => role === "user").length;

  const follow = useCallback(() => {
    const box = scroller.current;
    if (!box || !following.current) return;
    box.scrollTop = box.scrollHeight;
    lastTop.current = box.scrollTop;
  }, []);

  const toEnd = useCallback(() => {
    following.current = true;
    touched.current = false;
    follow();
  }, [follow]);

  /** Earlier messages come before it, and it goes when later ones take its place. */
  const first = items[0]?.key;
  const begins = useRef(first);
  /** What was on top when earlier messages were asked for, and where it stood in sight. */
  const kept = useRef<{ anchor: HTMLElement; top: number }>(undefined);
  /** Whoever reads back isn't read all of that aloud; what is said next is. */
  const [readsBack, setReadsBack] = useState(false);

  // What the person has just said is always brought into sight. Who scrolled before the page came alive stays there.
  const begun = useRef(false);
  useBrowserLayoutEffect(() => {
    const box = scroller.current;
    const began = begins.current;
    begins.current = first;
    if (began !== undefined && began !== first) {
      if (box && kept.current) box.scrollTop = kept.current.anchor.offsetTop - kept.current.top;
      kept.current = undefined;
      return;
    }
    setReadsBack(false);
    const left = !begun.current && box !== null && box.scrollTop > 0 && !isNearEnd(box);
    begun.current = true;
    if (!left) return toEnd();
    following.current = false;
    touched.current = true;
    setAway(true);
  }, [asked, first, toEnd]);

  const readBack = () => {
    const box = scroller.current;
    const anchor = content.current?.querySelector<HTMLElement>("[data-said]");
    if (!box || !anchor) return;
    kept.current = { anchor, top: anchor.offsetTop - box.scrollTop };
    setReadsBack(true);
    touched.current = true;
    following.current = false;
    // The button goes when nothing came before.
    box.focus({ preventScroll: true });
    showEarlier();
  };

  // Both what is said and the room for it may grow and shrink.
  useEffect(() => {
    if (!content.current || !scroller.current) return;
    const observer = new ResizeObserver(follow);
    observer.observe(content.current);
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, [follow]);

  const sought = useStore(soughtStore);
  const [found, setFound] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked for again as what was said comes.
  useEffect(() => {
    const key = sought && keyOf(sought, "user");
    const message = key && content.current?.querySelector<HTMLElement>(`[data-said="${CSS.escape(key)}"]`);
    if (!message) return;
    soughtStore.set(undefined);
    following.current = false;
    touched.current = true;
    setAway(true);
    setFound(key);
    message.scrollIntoView({ block: "start" });
    message.focus({ preventScroll: true });
  }, [sought, items]);
  useEffect(() => {
    if (!found) return;
    const timer = setTimeout(() => setFound(undefined), FOUND_MS);
    return () => clearTimeout(timer);
  }, [found]);

  const touch = () => {
    touched.current = true;
  };

  const onScroll = () => {
    const box = scroller.current;
    if (!box) return;
    // Text that grows leaves the end behind, and what shrinks moves up; only the person stops the following.
    if (isNearEnd(box)) following.current = true;
    else if (touched.current && box.scrollTop < lastTop.current) following.current = false;
    lastTop.current = box.scrollTop;
    setAway(!following.current);
  };

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        onScroll={onScroll}
        onWheel={touch}
        onTouchMove={touch}
        onPointerDown={touch}
        onKeyDown={touch}
        onFocus={touch}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable from the keyboard.
        tabIndex={0}
        role="log"
        aria-live={readsBack ? "off" : "polite"}
        aria-busy={running}
        aria-label={t("assistant.log")}
        className="scroller flex-1 focus-visible:-outline-offset-2"
      >
        <div ref={content} className="flex flex-col gap-5 px-4 py-4">
          {earlier && (
            <div className="flex justify-center">
              <Button kind="quiet" size="small" disabled={earlier.loading} onClick={readBack}>
                {t(earlier.loading ? "tasks.loadingMore" : "assistant.earlier")}
              </Button>
            </div>
          )}
          {items.map((item) =>
            item.role === "user" ? (
              <div key={item.key} className="flex justify-end ps-10">
                <p
                  dir="auto"
                  data-said={item.key}
                  tabIndex={-1}
                  className={classes(
                    "max-w-full scroll-mt-4 rounded-large bg-pressed px-3.5 py-2 whitespace-pre-wrap wrap-anywhere",
                    found === item.key && "animate-glow",
                  )}
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
        {/* Where it begins, also before the page has come alive. */}
        <div aria-hidden="true" className="h-px [scroll-initial-target:nearest]" />
      </div>
      {away && (
        <button
          type="button"
          onClick={() => {
            toEnd();
            // The button goes, and the focus with it.
            scroller.current?.focus({ preventScroll: true });
          }}
          className="absolute bottom-2 left-1/2 flex h-9 -translate-x-1/2 animate-appear items-center gap-1.5 rounded-full bg-raised px-3.5 text-small shadow-float hover:text-accent max-lg:h-11"
        >
          <ArrowDown aria-hidden className="size-4" />
          {t("assistant.toEnd")}
        </button>
      )}
    </div>
  );
}
