"use client";
/** Between tasks and assistant: dragged, or moved with the arrow keys; a double click gives the usual width back. */
import type { KeyboardEvent, PointerEvent } from "react";
import { assistantWidths } from "../../lib/preferences.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { useColumns } from "./columns.tsx";

const STEP_PX = 20;

export function ColumnDivider() {
  const t = useMessages();
  const { assistantWidth, resize, settle, widen } = useColumns();
  const { least, most, usual } = assistantWidths;
  const isRtl = () => document.documentElement.dir === "rtl";

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
  };

  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    resize(isRtl() ? event.clientX : window.innerWidth - event.clientX);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const wider = isRtl() ? "ArrowRight" : "ArrowLeft";
    const narrower = isRtl() ? "ArrowLeft" : "ArrowRight";
    if (event.key === wider) widen(STEP_PX);
    else if (event.key === narrower) widen(-STEP_PX);
    else if (event.key === "Home") settle(least);
    else if (event.key === "End") settle(most);
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is no rule between paragraphs.
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t("assistant.width")}
      aria-valuenow={assistantWidth ?? usual}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onLostPointerCapture={() => assistantWidth !== undefined && widen(0)}
      onDoubleClick={() => settle(undefined)}
      onKeyDown={onKeyDown}
      className="absolute inset-y-0 -start-1 z-10 w-2 cursor-col-resize touch-none transition-colors duration-150 hover:bg-accent/25 focus-visible:bg-accent/40 focus-visible:outline-none max-lg:hidden"
    />
  );
}
