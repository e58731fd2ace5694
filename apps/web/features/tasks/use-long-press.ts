"use client";
/** A finger that rests on a row selects it, as Ctrl and a click do with a mouse. Scrolling and dragging are neither. */
import { useEffect } from "react";
import { selectClick, selection } from "./selection.ts";

const HELD_MS = 500;
/** A finger never lies quite still. */
const STILL_PX = 10;

const ROW = "[data-task]:not([data-number='0'])";

export function useLongPress() {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let begun = { x: 0, y: 0 };
    let held = false;
    const stop = () => clearTimeout(timer);

    const onPointerDown = ({ target, pointerType, isPrimary, clientX, clientY }: PointerEvent) => {
      stop();
      held = false;
      if (pointerType === "mouse" || !isPrimary || selection.get().choosing) return;
      if (!(target instanceof Element) || target.closest("[data-handle]")) return;
      const id = target.closest<HTMLElement>(ROW)?.dataset.task;
      if (id === undefined) return;
      begun = { x: clientX, y: clientY };
      timer = setTimeout(() => {
        held = true;
        selectClick(id, false);
      }, HELD_MS);
    };
    const onPointerMove = ({ clientX, clientY }: PointerEvent) => {
      if (Math.hypot(clientX - begun.x, clientY - begun.y) > STILL_PX) stop();
    };
    /** Lifting the finger would open the task, and holding it on would open the browser's own menu. */
    const swallow = (event: Event) => {
      if (!held) return;
      event.preventDefault();
      event.stopPropagation();
    };

    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener("pointerdown", onPointerDown, { signal });
    document.addEventListener("pointermove", onPointerMove, { signal });
    for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, stop, { signal });
    for (const late of ["click", "contextmenu"])
      document.addEventListener(late, swallow, { signal, capture: true });
    return () => {
      stop();
      listening.abort();
    };
  }, []);
}
