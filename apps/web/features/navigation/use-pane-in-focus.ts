"use client";
/**
 * Where a window becomes too narrow for all columns, as a tablet that is turned upright, the pane that has the focus is
 * the one that stays: nobody is torn from what they write.
 */
import { useEffect, useRef } from "react";
import { isWide } from "../../lib/media.ts";
import { replace, usePlace } from "./use-place.ts";

const PANE = "[data-pane]";

export function usePaneInFocus() {
  const { pane, task } = usePlace();
  const focused = useRef<HTMLElement>(undefined);

  useEffect(() => {
    let wide = isWide();
    const look = (element: EventTarget | null) => {
      const wasWide = wide;
      wide = isWide();
      if (!wasWide || wide || !(element instanceof HTMLElement)) return;
      const wanted = element.closest<HTMLElement>(PANE)?.dataset.pane;
      if (wanted && showAlone(wanted)) focused.current = element;
    };
    // What is hidden may have lost the focus before the page is told that it has another size.
    const onFocusOut = ({ target }: FocusEvent) => look(target);
    const onResize = () => look(document.activeElement);
    document.addEventListener("focusout", onFocusOut);
    window.addEventListener("resize", onResize);
    return () => {
      document.removeEventListener("focusout", onFocusOut);
      window.removeEventListener("resize", onResize);
    };
  }, []);

  // The pane is shown by now; until then it couldn't have the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs because the place is another.
  useEffect(() => {
    focused.current?.focus();
    focused.current = undefined;
  }, [pane, task]);
}

/** Answers whether the address had to change for it. Nobody would want to go back to how it was. */
function showAlone(pane: string): boolean {
  const { pathname, search } = window.location;
  const query = new URLSearchParams(search);
  if (pane === "assistant") {
    query.set("pane", pane);
    // Its panel would lie above.
    query.delete("task");
  } else query.delete("pane");
  const written = query.size > 0 ? `?${query}` : "";
  if (written === search) return false;
  replace(pathname + written, query.has("task") ? undefined : 0);
  return true;
}
