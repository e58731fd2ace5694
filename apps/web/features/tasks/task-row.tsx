"use client";
/** One task in a list: check, title, quiet facts. Its actions are built when pointed at or focused. */
import type { Progress, Task } from "@todo/contract/tasks";
import dynamic from "next/dynamic";
import { type MouseEvent, memo, useState } from "react";
import { classes } from "../../lib/class-names.ts";
import { useGlows } from "../../lib/glow.ts";
import { insist } from "../../lib/insist.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { CheckCircle } from "../../ui/check-circle.tsx";
import { useGo } from "../navigation/use-place.ts";
import type { Handle } from "./drag-handle.tsx";
import { dueExactly, type Viewpoint } from "./due.ts";
import { SelectBox } from "./select-box.tsx";
import { selectClick, useSelected, useSelecting } from "./selection.ts";
import type { TaskChanges } from "./task-changes.ts";
import { type Said, TaskFacts } from "./task-facts.tsx";

// Everywhere: without `loading` a part that is still on its way would hold back the whole page.
const TaskActions = dynamic(
  () => insist(() => import("./task-actions.tsx").then((module) => module.TaskActions)),
  {
    loading: () => null,
  },
);

interface TaskRowProps {
  task: Task;
  progress?: Progress | undefined;
  changes: TaskChanges;
  viewpoint: Viewpoint;
  open: boolean;
  said: Said;
  /** It stands below the heading of its day. */
  agenda: boolean;
  /** It no longer belongs here and fades away. */
  leaving: boolean;
  /** Among all items of the view, from 0. */
  index: number;
  /** Among the tasks of its group, from 1. */
  place: number;
  /** Of the group; -1 while more may come. */
  setSize: number;
  measure: (element: HTMLElement | null) => (() => void) | undefined;
  /** Where the order is the person's own, or the days are, once it has come. */
  handle: Handle | undefined;
  lifted: boolean;
  /** What is dragged would land on this side of it. */
  landing: "after" | "before" | undefined;
}

export const TaskRow = memo(function TaskRow({
  task,
  progress,
  changes,
  viewpoint,
  open,
  said,
  agenda,
  leaving,
  index,
  place,
  setSize,
  measure,
  handle,
  lifted,
  landing,
}: TaskRowProps) {
  const t = useMessages();
  const go = useGo();
  const glows = useGlows(task.id);
  const choosing = useSelecting();
  const selected = useSelected(task.id);
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const done = task.status === "completed";
  const unsent = task.number === 0;

  const press = (event: MouseEvent) => {
    if (choosing || event.shiftKey || event.metaKey || event.ctrlKey) selectClick(task.id, event.shiftKey);
    else go.openTask(task.number);
  };

  return (
    <li
      ref={measure}
      data-index={index}
      data-task={task.id}
      data-number={task.number}
      aria-posinset={place}
      aria-setsize={setSize}
      onPointerEnter={(event) => event.pointerType === "mouse" && setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      className={classes(
        "group/row relative flex min-h-11 items-start gap-3 pointer-coarse:select-none rounded-medium px-3 py-[calc(1.375rem-0.5lh)] compact:min-h-9 compact:py-[max(0px,calc(1.125rem-0.5lh))] transition-colors duration-150",
        open && "bg-pressed",
        selected ? "bg-accent-soft" : "hover:bg-hover",
        glows && "animate-glow",
        leaving && "leaving",
        lifted && "opacity-50",
        landing && "before:absolute before:inset-x-1 before:h-0.5 before:rounded-full before:bg-accent",
        landing === "before" && "before:-top-px",
        landing === "after" && "before:-bottom-px",
      )}
    >
      <span className="flex h-[1lh] items-center">
        {choosing ? (
          <SelectBox id={task.id} title={task.title} selected={selected} />
        ) : (
          <CheckCircle
            label={t(done ? "task.reopen" : "task.complete", { title: task.title })}
            checked={done}
            priority={task.priority}
            disabled={unsent || task.deleted_at !== null}
            onChange={(checked) => changes.setDone(task, checked)}
          />
        )}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-x-4 gap-y-0.5 @lg:flex-row @lg:items-baseline">
        <button
          type="button"
          data-opens-task=""
          disabled={unsent}
          title={dueExactly(task, viewpoint)}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={press}
          className={classes(
            "min-w-0 flex-1 text-start wrap-anywhere outline-none after:absolute after:inset-0 after:rounded-medium focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent",
            done ? "text-ink-2 line-through decoration-ink-3" : "text-ink",
          )}
        >
          <bdi>{task.title}</bdi>
        </button>
        <TaskFacts task={task} progress={progress} viewpoint={viewpoint} said={said} agenda={agenda} />
      </div>
      {(pointed || focused) && !unsent && !choosing && <TaskActions task={task} />}
      {(pointed || focused || lifted || choosing) && !unsent && handle && (
        <handle.Grip task={task} handle={handle} lifted={lifted} />
      )}
    </li>
  );
});
