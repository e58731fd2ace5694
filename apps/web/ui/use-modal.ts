"use client";
/**
 * Makes a part of the page modal, and back, without building it anew: what is being written in it stays. Toasts and
 * sheets float over the page, directly in the body, and stay within reach.
 */
import { type RefObject, useEffect } from "react";

/** While `modal`, neither keys nor touches nor screen readers reach the rest of the page; if the focus was there, `inner` gets it. */
export function useModal(
  part: RefObject<HTMLElement | null>,
  inner: RefObject<HTMLElement | null>,
  modal: boolean,
) {
  useEffect(() => {
    if (!modal || !part.current) return;
    const rest = besides(part.current).filter(({ inert }) => !inert);
    const hadFocus = rest.some((element) => element.contains(document.activeElement));
    for (const element of rest) element.inert = true;
    if (hadFocus) inner.current?.focus();
    return () => {
      for (const element of rest) element.inert = false;
    };
  }, [part, inner, modal]);
}

/** What stands beside an element, and beside all that it lies in. */
function besides(element: Element): HTMLElement[] {
  const parent = element.parentElement;
  if (!parent || parent === document.body) return [];
  const siblings = [...parent.children].filter(
    (child): child is HTMLElement => child instanceof HTMLElement && child !== element,
  );
  return [...siblings, ...besides(parent)];
}
