"use client";
/** What a row offers when pointed at or focused: edit, schedule, more. In the trash: restore. */
import type { Priority, Task } from "@todo/contract/tasks";
import { CalendarDays, Check, Ellipsis, Flag, Pencil, Trash2, Undo2 } from "lucide-react";
import { classes } from "../../lib/class-names.ts";
import { t } from "../../lib/messages/translate.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { keysOf } from "../commands/commands.ts";
import { priorities } from "../navigation/filters.ts";
import { useGo } from "../navigation/use-place.ts";
import { priorityColours } from "./priority-colours.ts";
import { ScheduleItems } from "./schedule-items.tsx";
import { useTaskChanges } from "./use-task-changes.ts";

export function TaskActions({ task }: { task: Task }) {
  const changes = useTaskChanges();
  const go = useGo();
  const { title } = task;

  if (task.deleted_at) {
    return (
      <span className="relative flex h-[22px] items-center">
        <Button size="small" onClick={() => changes.restore(task)}>
          <Undo2 aria-hidden className="size-4" />
          {t("action.restore")}
        </Button>
      </span>
    );
  }

  return (
    <span className="relative flex h-[22px] items-center max-lg:hidden">
      <IconButton
        label={t("task.edit", { title })}
        shortcut={keysOf("edit")}
        onClick={() => go.openTask(task.number)}
      >
        <Pencil aria-hidden className="size-4" />
      </IconButton>
      <Menu
        label={t("task.schedule", { title })}
        trigger={
          <IconButton label={t("task.schedule", { title })}>
            <CalendarDays aria-hidden className="size-4" />
          </IconButton>
        }
      >
        <ScheduleItems task={task} />
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
        <MenuItem
          danger
          onSelect={() => changes.remove(task)}
          icon={<Trash2 aria-hidden className="size-4" />}
        >
          {t("action.delete")}
        </MenuItem>
      </Menu>
    </span>
  );
}
