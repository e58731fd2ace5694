"use client";
/**
 * What goes while it has the focus hands it on: a row that was ticked to the one that takes its place, a button of the
 * conversation to the conversation, a toast to where the focus came from. Else keys and screen readers would begin again
 * at the top of the page.
 */
import { useEffect } from "react";

const ROW = "[data-task]";
/** They have it themselves then: the conversation, what happened to a task. */
const HOLDER = "[role=log], [data-takes-focus]";
const FLOATING = "[data-floating]";

export function useFocusHandedOn() {
  useEffect(() => {
    let focused: Element | undefined;
    /** The row, conversation or toast that it is in. */
    let place: HTMLElement | undefined;
    /** What had it before it came into a toast. */
    let former: HTMLElement | undefined;
    let path = "";
    const observer = new MutationObserver(() => {
      if (!place || focused?.isConnected) return;
      // Another view isn't where the person was.
      if (document.activeElement === document.body && path === window.location.pathname)
        heirOf(place, former)?.focus({ preventScroll: true });
      else forget();
    });
    const forget = () => {
      place = undefined;
      observer.disconnect();
    };
    const onFocusIn = ({ target }: FocusEvent) => {
      forget();
      if (!(target instanceof HTMLElement)) return;
      place = target.closest<HTMLElement>(`${ROW}, ${HOLDER}, ${FLOATING}`) ?? undefined;
      if (!place?.matches(FLOATING)) former = target;
      if (!place) return;
      focused = target;
      path = window.location.pathname;
      observer.observe(document.body, { childList: true, subtree: true });
    };
    document.addEventListener("focusin", onFocusIn);
    return () => {
      document.removeEventListener("focusin", onFocusIn);
      observer.disconnect();
    };
  }, []);
}

function heirOf(place: HTMLElement, former: HTMLElement | undefined): HTMLElement | undefined {
  if (place.matches(HOLDER)) return place;
  if (place.matches(FLOATING)) return former?.isConnected ? former : heading();
  const rows = [...document.querySelectorAll<HTMLElement>(ROW)];
  const next = rows.find((row) => indexOf(row) >= indexOf(place)) ?? rows.at(-1);
  return next?.querySelector<HTMLElement>("[data-opens-task]") ?? heading();
}

const indexOf = ({ dataset }: HTMLElement) => Number(dataset.index);

/** Of a view that is empty now. */
function heading(): HTMLElement | undefined {
  const title = document.querySelector<HTMLElement>("main h1");
  if (title) title.tabIndex = -1;
  return title ?? undefined;
}
