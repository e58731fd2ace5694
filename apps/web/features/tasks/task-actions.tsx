"use client";
/** What a row offers when pointed at or focused: edit, schedule, more. In the trash: restore. */
import type { Priority, Task } from "@todo/contract/tasks";
import { CalendarDays, Check, Ellipsis, Flag, Pencil, Undo2 } from "lucide-react";
import { classes } from "../../lib/class-names.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { CommandItem } from "../commands/command-item.tsx";
import { useKeys } from "../commands/use-keys.ts";
import { priorities } from "../navigation/filters.ts";
import { useGo } from "../navigation/use-place.ts";
import { dayIn } from "./calendar.ts";
import { dayQuestion } from "./day-question.ts";
import { dayInWords, localDue } from "./due.ts";
import { priorityColours } from "./priority-colours.ts";
import { ScheduleItems } from "./schedule-items.tsx";
import type { Edit } from "./task-edit.ts";
import { useTaskChanges } from "./use-task-changes.ts";
import { useViewpoint } from "./use-viewpoint.ts";

export function TaskActions({ task }: { task: Task }) {
  const t = useMessages();
  const changes = useTaskChanges();
  const go = useGo();
  const viewpoint = useViewpoint();
  const editKey = useKeys("edit");
  const scheduleKey = useKeys("schedule");
  const { title } = task;
  const due = localDue(task, viewpoint.zone);

  const schedule = (edit: Pick<Edit, "due_on" | "due_time">) => {
    const { due_on: day } = edit;
    const said = day ? t("toast.moved", { day: dayInWords(day, viewpoint) }) : t("toast.dateCleared");
    changes.edit(task, edit, said);
  };

  if (task.deleted_at) {
    return (
      <span className="relative flex h-[1lh] items-center">
        <Button size="small" onClick={() => changes.restore(task)}>
          <Undo2 aria-hidden className="size-4" />
          {t("action.restore")}
        </Button>
      </span>
    );
  }

  return (
    <span className="relative flex h-[1lh] items-center max-lg:hidden">
      <IconButton
        label={t("task.edit", { title })}
        shortcut={editKey}
        onClick={() => go.openTask(task.number)}
      >
        <Pencil aria-hidden className="size-4" />
      </IconButton>
      <Menu
        label={t("task.schedule", { title })}
        trigger={
          <IconButton label={t("task.schedule", { title })} shortcut={scheduleKey}>
            <CalendarDays aria-hidden className="size-4" />
          </IconButton>
        }
      >
        <ScheduleItems
          dated={task.due_on !== null}
          onPick={(due_on) => schedule({ due_on })}
          onChoose={() =>
            dayQuestion.set({
              title: t("task.schedule", { title }),
              day: due?.day ?? dayIn(viewpoint.now, viewpoint.zone),
              time: due?.time ?? "",
              choose: schedule,
              about: task.id,
            })
          }
        />
      </Menu>
      <Menu
        label={t("task.more", { title })}
        trigger={
          <IconButton label={t("task.more", { title })}>
            <Ellipsis aria-hidden className="size-4" />
          </IconButton>
        }
      >
        {priorities.map((priority: Priority) => (
          <MenuItem
            key={priority}
            onSelect={() => changes.edit(task, { priority })}
            icon={<Flag aria-hidden className={classes("size-4", priorityColours[priority])} />}
            aside={priority === task.priority && <Check aria-label={t("selected")} className="size-4" />}
          >
            {t(`priority.${priority}`)}
          </MenuItem>
        ))}
        <MenuSeparator />
        <CommandItem id="delete" onSelect={() => changes.remove(task)} />
      </Menu>
    </span>
  );
}
