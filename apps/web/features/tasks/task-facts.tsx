"use client";
/** The quiet facts of a row. Nothing is said by colour alone: priority is a word, overdue is a word in red. */
import type { Task } from "@todo/contract/tasks";
import { classes } from "../../lib/class-names.ts";
import { t } from "../../lib/messages/translate.ts";
import { dueInWords, isOverdue, localDue, type Viewpoint } from "./due.ts";
import { priorityColours } from "./priority-colours.ts";

interface TaskFactsProps {
  task: Task;
  viewpoint: Viewpoint;
  showsList: boolean;
}

export function TaskFacts({ task, viewpoint, showsList }: TaskFactsProps) {
  const words = dueInWords(task, viewpoint);
  const overdue = isOverdue(task, viewpoint);
  const local = localDue(task, viewpoint.zone);
  const list = showsList ? task.list?.name : undefined;
  if (!words && task.priority === "none" && !list && task.labels.length === 0) return null;

  return (
    <p className="flex min-w-0 flex-wrap items-baseline gap-x-3 text-small text-ink-2 @lg:max-w-[50%] @lg:justify-end">
      {task.priority !== "none" && (
        <span className={priorityColours[task.priority]}>{t(`priority.${task.priority}`)}</span>
      )}
      {task.labels.map((label) => (
        <span key={label} className="max-w-40 truncate">
          <span aria-hidden="true" className="text-ink-3">
            #
          </span>
          <bdi>{label}</bdi>
        </span>
      ))}
      {list && (
        <bdi className="max-w-40 truncate" title={t("task.inList", { list })}>
          {list}
        </bdi>
      )}
      {words && local && (
        <time
          dateTime={local.time ? `${local.day}T${local.time}` : local.day}
          className={classes("whitespace-nowrap", overdue && "font-medium text-danger")}
        >
          {overdue && <span className="sr-only">{t("due.overdue")} </span>}
          {words}
        </time>
      )}
    </p>
  );
}
