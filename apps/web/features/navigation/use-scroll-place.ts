"use client";
/** All views scroll in one box: each begins at its top, and whoever comes back to one finds it where they left it. */
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { goneTo } from "./use-place.ts";

/** By path, CSS pixels. */
const left = new Map<string, number>();
/** So long a view that is come back to may take to have its rows, ms. */
const PATIENCE_MS = 2_000;

const boxIn = () => document.querySelector<HTMLElement>('[data-pane="tasks"] .scroller');

export function useScrollPlace() {
  const path = usePathname();
  const begun = useRef<string>(undefined);

  useEffect(() => {
    const note = (box: HTMLElement) => left.set(window.location.pathname, box.scrollTop);
    const onScroll = ({ target }: Event) => {
      const box = boxIn();
      if (box && target === box) note(box);
    };
    // Somebody may have scrolled before this could hear of it.
    const already = boxIn();
    if (already) note(already);
    document.addEventListener("scroll", onScroll, { capture: true, passive: true });
    return () => document.removeEventListener("scroll", onScroll, { capture: true });
  }, []);

  useEffect(() => {
    const isFirst = begun.current === undefined;
    begun.current = path;
    const wanted = goneTo.now ? 0 : (left.get(path) ?? 0);
    goneTo.now = false;
    const until = performance.now() + PATIENCE_MS;
    let frame = 0;
    const scroll = () => {
      const box = boxIn();
      if (box) box.scrollTop = wanted;
      const isThere = box !== null && Math.abs(box.scrollTop - wanted) < 2;
      if (!isThere && performance.now() < until) frame = requestAnimationFrame(scroll);
    };
    const stop = () => cancelAnimationFrame(frame);
    // Who has scrolled before the page came alive stays there.
    if (!isFirst) scroll();
    // From then on it is in the person's hand.
    for (const kind of ["wheel", "touchstart", "keydown"])
      document.addEventListener(kind, stop, { once: true, passive: true });
    return () => {
      stop();
      for (const kind of ["wheel", "touchstart", "keydown"]) document.removeEventListener(kind, stop);
    };
  }, [path]);
}
