"use client";
/** The quiet facts of a row. Nothing is said by colour alone: priority is a word, overdue is a word in red. */
import type { Progress, Task } from "@todo/contract/tasks";
import { classes } from "../../lib/class-names.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { PageIcon } from "../../ui/page-icon.tsx";
import { dueInWords, isOverdue, localDue, timeInWords, type Viewpoint } from "./due.ts";
import { priorityColours } from "./priority-colours.ts";

/** What the view is about, so that rows don't repeat it. */
export interface Said {
  list: boolean;
  label: string | undefined;
}

interface TaskFactsProps {
  task: Task;
  progress?: Progress | undefined;
  viewpoint: Viewpoint;
  said: Said;
  /** Below the heading of its day only the time is worth saying. */
  agenda: boolean;
}

export function TaskFacts({ task, progress, viewpoint, said, agenda }: TaskFactsProps) {
  const t = useMessages();
  const overdue = isOverdue(task, viewpoint);
  const local = localDue(task, viewpoint.zone);
  const words = agenda
    ? local?.time && timeInWords(local.day, local.time, viewpoint.locale)
    : dueInWords(task, viewpoint);
  const list = said.list ? undefined : task.list?.name;
  const labels = task.labels.filter((label) => label.toLowerCase() !== said.label?.toLowerCase());
  if (!words && task.priority === "none" && !list && labels.length === 0 && !progress && !task.recurrence)
    return null;

  return (
    <p className="flex min-w-0 flex-wrap items-baseline gap-x-3 text-small text-ink-2 @lg:max-w-[50%] @lg:justify-end">
      {progress && (
        <span
          role="img"
          aria-label={t("task.progress", { completed: progress.completed, total: progress.total })}
          className="tabular inline-flex items-baseline gap-1"
        >
          <PageIcon name="list-tree" className="size-3.5 self-center" />
          {t("task.progressShort", { completed: progress.completed, total: progress.total })}
        </span>
      )}
      {task.priority !== "none" && (
        <span className={priorityColours[task.priority]}>{t(`priority.${task.priority}`)}</span>
      )}
      {labels.map((label) => (
        <bdi key={label} className="max-w-40 truncate">
          <span aria-hidden="true" className="text-ink-3">
            @
          </span>
          {label}
        </bdi>
      ))}
      {list && (
        <bdi className="max-w-40 truncate" title={t("task.inList", { list })}>
          {list}
        </bdi>
      )}
      {task.recurrence && (
        <span role="img" aria-label={t("repeat.mark")} title={t("repeat.mark")} className="self-center">
          <PageIcon name="repeat" className="size-3.5" />
        </span>
      )}
      {words && local && (
        <time
          dateTime={local.time ? `${local.day}T${local.time}` : local.day}
          className={classes("whitespace-nowrap", overdue && "font-medium text-danger")}
        >
          {overdue && <span className="sr-only">{t("due.overdue")} </span>}
          <bdi>{words}</bdi>
        </time>
      )}
    </p>
  );
}
