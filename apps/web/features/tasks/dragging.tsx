"use client";
/** What a list needs so that its tasks can be dragged, and keys lead to its ends. It comes after the list, and tells it what is going on. */
import { type RefObject, useCallback, useLayoutEffect } from "react";
import type { Filters } from "../navigation/filters.ts";
import type { View } from "../navigation/views.ts";
import type { Handle } from "./drag-handle.tsx";
import { canMove, dragKindOf, type Landing } from "./drop.ts";
import type { Item } from "./groups.ts";
import { useDragging } from "./use-dragging.ts";
import { useEnds } from "./use-ends.ts";

export interface Dragged {
  /** Nothing for what can't be moved. */
  handleOf: (item: Item) => Handle | undefined;
  /** The id of the task that is being moved. */
  lifted: string | undefined;
  landing: Landing | undefined;
}

interface DraggingProps {
  view: View;
  filters: Filters;
  items: Item[];
  list: RefObject<HTMLElement | null>;
  scroller: RefObject<HTMLElement | null>;
  /** Scrolls an item into sight. */
  reveal: (index: number) => void;
  onDragged: (dragged: Dragged) => void;
}

export function Dragging({ view, filters, onDragged, ...shown }: DraggingProps) {
  const kind = dragKindOf(view, filters);
  const { items } = shown;
  const { handle, said, lifted, landing } = useDragging({ kind, ...shown });
  useEnds(shown);
  const handleOf = useCallback(
    (item: Item) => (kind && canMove(kind, items, item) ? handle : undefined),
    [kind, items, handle],
  );

  // Before it is painted, so that the rows never lag behind.
  useLayoutEffect(() => onDragged({ handleOf, lifted, landing }), [onDragged, handleOf, lifted, landing]);

  if (!kind) return null;
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
