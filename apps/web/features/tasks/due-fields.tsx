"use client";
/** Day and time, with the days people mean most one tap away. */
import type { Task } from "@todo/contract/tasks";
import { X } from "lucide-react";
import { useId } from "react";
import { classes } from "../../lib/class-names.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { inputClasses } from "../../ui/field.tsx";
import { dayIn } from "./calendar.ts";
import { dayChoices } from "./choices.ts";
import { localDue } from "./due.ts";
import { editOf } from "./given.ts";
import { useTaskChanges } from "./use-task-changes.ts";
import { useViewpoint } from "./use-viewpoint.ts";

export function DueFields({ task }: { task: Task }) {
  const t = useMessages();
  const id = useId();
  const viewpoint = useViewpoint();
  const { now, zone } = viewpoint;
  const changes = useTaskChanges();
  const due = localDue(task, zone);
  const days = dayChoices(viewpoint);
  // On a Sunday tomorrow and next week are the same day.
  const held = days.find(({ given }) => given.due?.due_on === due?.day);

  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 text-small font-medium">{t("field.due")}</legend>
      <div className="flex items-center gap-1.5">
        <input
          id={`${id}-day`}
          type="date"
          aria-label={t("field.dueDate")}
          value={due?.day ?? ""}
          onChange={({ target }) => changes.edit(task, { due_on: target.value || null })}
          className={classes(inputClasses, "flex-1 tabular", !due && "text-ink-3")}
        />
        <input
          id={`${id}-time`}
          type="time"
          aria-label={t("field.dueTime")}
          value={due?.time ?? ""}
          onChange={({ target }) =>
            changes.edit(task, {
              due_time: target.value || null,
              ...(target.value && !due && { due_on: dayIn(now, zone) }),
            })
          }
          className={classes(inputClasses, "w-[8.25rem] flex-none tabular", !due?.time && "text-ink-3")}
        />
        <IconButton
          label={t("schedule.none")}
          disabled={!due}
          onClick={() => changes.edit(task, { due_on: null })}
          className="-me-1.5"
        >
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      <div className="flex flex-wrap gap-2">
        {days.map(({ key, given, label, aside }) => (
          <Button
            key={key}
            size="small"
            title={aside}
            aria-pressed={key === held?.key}
            // The fields show it, so nothing is said of it.
            onClick={() => changes.edit(task, editOf(given, task))}
            className="aria-pressed:bg-accent-soft aria-pressed:text-accent"
          >
            {label}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
