"use client";
/** One task in a list: check, title, quiet facts. Its actions are built when pointed at or focused. */
import type { Task } from "@todo/contract/tasks";
import dynamic from "next/dynamic";
import { memo, useState } from "react";
import { classes } from "../../lib/class-names.ts";
import { useGlows } from "../../lib/glow.ts";
import { t } from "../../lib/messages/translate.ts";
import { CheckCircle } from "../../ui/check-circle.tsx";
import { useGo } from "../navigation/use-place.ts";
import { dueExactly, type Viewpoint } from "./due.ts";
import type { TaskChanges } from "./task-changes.ts";
import { TaskFacts } from "./task-facts.tsx";

// Everywhere: without `loading` a part that is still on its way would hold back the whole page.
const TaskActions = dynamic(() => import("./task-actions.tsx").then((module) => module.TaskActions), {
  loading: () => null,
});

interface TaskRowProps {
  task: Task;
  changes: TaskChanges;
  viewpoint: Viewpoint;
  open: boolean;
  /** Where the view already says the list, rows don't repeat it. */
  showsList: boolean;
  /** It no longer belongs here and fades away. */
  leaving: boolean;
}

export const TaskRow = memo(function TaskRow({
  task,
  changes,
  viewpoint,
  open,
  showsList,
  leaving,
}: TaskRowProps) {
  const go = useGo();
  const glows = useGlows(task.id);
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const done = task.status === "completed";
  const unsent = task.number === 0;

  return (
    <li
      data-task={task.id}
      data-number={task.number}
      onPointerEnter={(event) => event.pointerType === "mouse" && setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      className={classes(
        "group/row relative flex min-h-11 items-start gap-3 rounded-medium px-3 py-[11px] transition-colors duration-150 hover:bg-hover",
        open && "bg-pressed",
        glows && "animate-glow",
        leaving && "leaving",
      )}
    >
      <span className="flex h-[22px] items-center">
        <CheckCircle
          label={t(done ? "task.reopen" : "task.complete", { title: task.title })}
          checked={done}
          priority={task.priority}
          disabled={unsent || task.deleted_at !== null}
          onChange={(checked) => changes.setDone(task, checked)}
        />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-x-4 gap-y-0.5 @lg:flex-row @lg:items-baseline">
        <button
          type="button"
          data-opens-task=""
          disabled={unsent}
          title={dueExactly(task, viewpoint)}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => go.openTask(task.number)}
          className={classes(
            "min-w-0 flex-1 text-start wrap-anywhere outline-none after:absolute after:inset-0 after:rounded-medium focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent",
            done ? "text-ink-2 line-through decoration-ink-3" : "text-ink",
          )}
        >
          <bdi>{task.title}</bdi>
        </button>
        <TaskFacts task={task} viewpoint={viewpoint} showsList={showsList} />
      </div>
      {(pointed || focused) && !unsent && <TaskActions task={task} />}
    </li>
  );
});
