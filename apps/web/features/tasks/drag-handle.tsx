"use client";
/** Takes hold of a row: drag it, or lift it with Space and move it with the arrow keys. */
import type { Task } from "@todo/contract/tasks";
import { GripVertical } from "lucide-react";
import type { ComponentType, KeyboardEvent, PointerEvent } from "react";
import { classes } from "../../lib/class-names.ts";
import { useMessages } from "../../messages/use-messages.tsx";

interface DragHandleProps {
  task: Task;
  handle: Handle;
  lifted: boolean;
}

/** How a list is told of what hands do. It brings along what a row shows, which need not know it before. */
export interface Handle {
  Grip: ComponentType<DragHandleProps>;
  onPointerDown: (task: Task, event: PointerEvent) => void;
  onKeyDown: (task: Task, event: KeyboardEvent) => void;
  onLeave: () => void;
}

export function DragHandle({ task, handle, lifted }: DragHandleProps) {
  const t = useMessages();
  return (
    <button
      type="button"
      data-handle=""
      aria-label={t("drag.handle", { title: task.title })}
      aria-pressed={lifted}
      onPointerDown={(event) => handle.onPointerDown(task, event)}
      onKeyDown={(event) => handle.onKeyDown(task, event)}
      onBlur={() => lifted && handle.onLeave()}
      className={classes(
        "z-10 flex touch-none items-center justify-center rounded-small text-ink-3 hover:text-ink lg:absolute lg:inset-y-0 lg:-start-5 lg:w-5 max-lg:-my-[11px] max-lg:size-11",
        lifted ? "cursor-grabbing! text-accent" : "cursor-grab!",
      )}
    >
      <GripVertical aria-hidden className="size-4" />
    </button>
  );
}
