"use client";
/**
 * Moving a task by its handle: with the pointer, or lifted, moved and dropped
 * with keys. Rows come and go while the list scrolls, so it listens to the
 * window and counts in items, never in elements.
 */
import type { Task } from "@todo/contract/tasks";
import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useMessages } from "../../messages/use-messages.tsx";
import { DragHandle, type Handle } from "./drag-handle.tsx";
import { type DragKind, landingOf, nextGap } from "./drop.ts";
import type { Item } from "./groups.ts";
import { useTaskChanges } from "./use-task-changes.ts";

interface Dragging {
  kind: DragKind | undefined;
  items: Item[];
  list: RefObject<HTMLElement | null>;
  scroller: RefObject<HTMLElement | null>;
  /** Scrolls an item into sight. */
  reveal: (index: number) => void;
}

interface Drag {
  task: Task;
  gap: number;
}

const EDGE_PX = 56;
const STEP_PX = 14;

export function useDragging({ kind, items, list, scroller, reveal }: Dragging) {
  const t = useMessages();
  const changes = useTaskChanges();
  const [drag, setDrag] = useState<Drag>();
  const [said, setSaid] = useState("");
  const stopPointer = useRef(() => {});
  const dropped = useRef<{ id: string; gap: number }>(undefined);

  const now = useRef({ drag, items });
  useEffect(() => {
    now.current = { drag, items };
  });
  useEffect(() => () => stopPointer.current(), []);

  const landing = useMemo(
    () => (kind && drag ? landingOf(kind, items, drag.task, drag.gap) : undefined),
    [kind, items, drag],
  );

  const moveTo = (task: Task, gap: number) => {
    const next = { task, gap };
    now.current.drag = next;
    setDrag(next);
  };
  const lay = () => {
    stopPointer.current();
    now.current.drag = undefined;
    setDrag(undefined);
  };
  const putBack = () => {
    const { drag } = now.current;
    if (!drag) return;
    setSaid(t("drag.putBack", { title: drag.task.title }));
    lay();
  };
  const drop = () => {
    const { drag, items } = now.current;
    const landing = kind && drag && landingOf(kind, items, drag.task, drag.gap);
    if (!drag || !landing) return putBack();
    const { task } = drag;
    lay();
    if (landing.kind === "place") changes.place(task, landing.side, landing.neighbour);
    else changes.edit(task, { due_on: landing.day }, t("toast.moved", { day: landing.group.title ?? "" }));
    setSaid(t("drag.dropped", { title: task.title }));
    dropped.current = { id: task.id, gap: drag.gap };
  };

  // Once the list has it in its new place, which may be a moment later: the focus goes along.
  useEffect(() => {
    const fallen = dropped.current;
    if (!fallen) return;
    dropped.current = undefined;
    reveal(Math.min(fallen.gap, items.length - 1));
    requestAnimationFrame(() => {
      const row = list.current?.querySelector(`[data-task="${fallen.id}"]`);
      // A row that came to another day is a new one: it shows its handle only once it has the focus.
      const target =
        row?.querySelector<HTMLElement>("[data-handle]") ??
        row?.querySelector<HTMLElement>("[data-opens-task]");
      target?.focus({ preventScroll: true });
    });
  }, [items, list, reveal]);

  const followPointer = (task: Task, start: PointerEvent) => {
    let y = start.clientY;
    let frame = 0;
    const look = () => {
      const box = scroller.current?.getBoundingClientRect();
      if (box && y < box.top + EDGE_PX) scroller.current?.scrollBy(0, -STEP_PX);
      if (box && y > box.bottom - EDGE_PX) scroller.current?.scrollBy(0, STEP_PX);
      const gap = gapAt(list.current, y);
      if (gap !== undefined && gap !== now.current.drag?.gap) moveTo(task, gap);
      frame = requestAnimationFrame(look);
    };
    const stop = new AbortController();
    const { signal } = stop;
    const onlyThis = (act: (event: globalThis.PointerEvent) => void) => (event: globalThis.PointerEvent) => {
      if (event.pointerId === start.pointerId) act(event);
    };
    window.addEventListener(
      "pointermove",
      onlyThis((event) => (y = event.clientY)),
      { signal },
    );
    window.addEventListener("pointerup", onlyThis(drop), { signal });
    window.addEventListener("pointercancel", onlyThis(putBack), { signal });
    window.addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        putBack();
      },
      { signal, capture: true },
    );
    stopPointer.current = () => {
      stop.abort();
      cancelAnimationFrame(frame);
      stopPointer.current = () => {};
    };
    frame = requestAnimationFrame(look);
  };

  const ownGap = (task: Task) =>
    now.current.items.findIndex((item) => item.kind === "task" && item.task.id === task.id);

  const tellGap = (task: Task, gap: number) => {
    const landing = kind && landingOf(kind, now.current.items, task, gap);
    if (!landing) return setSaid(t("drag.lifted", { title: task.title }));
    if (landing.kind === "day") return setSaid(t("drag.day", { day: landing.group.title ?? "" }));
    setSaid(t("drag.place", { place: landing.place, count: now.current.items.length }));
  };

  const onKey = (task: Task, event: KeyboardEvent) => {
    const { drag, items } = now.current;
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : undefined;
    const presses = event.key === " " || event.key === "Enter";
    if (!kind || (!presses && !drag)) return;
    if (presses && drag) drop();
    else if (presses) {
      moveTo(task, ownGap(task));
      tellGap(task, ownGap(task));
    } else if (event.key === "Escape") putBack();
    else if (step && drag) {
      const gap = nextGap(kind, items, task, drag.gap, step);
      moveTo(task, gap);
      tellGap(task, gap);
      reveal(Math.min(gap, items.length - 1));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onPointer = (task: Task, event: PointerEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    moveTo(task, ownGap(task));
    followPointer(task, event);
  };

  // Rows are drawn anew only when what they show changes, so what they are handed must stay the same.
  const latest = useRef({ onKey, onPointer, putBack });
  useEffect(() => {
    latest.current = { onKey, onPointer, putBack };
  });
  const onPointerDown = useCallback<Handle["onPointerDown"]>(
    (task, event) => latest.current.onPointer(task, event),
    [],
  );
  const onKeyDown = useCallback<Handle["onKeyDown"]>((task, event) => latest.current.onKey(task, event), []);
  const onLeave = useCallback(() => latest.current.putBack(), []);
  const [handle] = useState<Handle>({ Grip: DragHandle, onPointerDown, onKeyDown, onLeave });

  return { handle, said, lifted: drag?.task.id, landing };
}

/** The gap nearest to a height on the screen, among the items that are there. */
function gapAt(list: HTMLElement | null, y: number): number | undefined {
  let last: number | undefined;
  for (const element of list?.querySelectorAll<HTMLElement>("[data-index]") ?? []) {
    const { top, height } = element.getBoundingClientRect();
    const index = Number(element.dataset.index);
    if (y < top + height / 2) return index;
    last = index + 1;
  }
  return last;
}
