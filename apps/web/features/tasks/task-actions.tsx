"use client";
/** What a row offers when pointed at or focused: edit, schedule, more. In the trash: restore. */
import type { Task } from "@todo/contract/tasks";
import { CalendarDays, Ellipsis, Pencil } from "lucide-react";
import { useMessages } from "../../messages/use-messages.tsx";
import { IconButton } from "../../ui/button.tsx";
import { Menu, MenuSeparator } from "../../ui/menu.tsx";
import { CommandButton } from "../commands/command-button.tsx";
import { CommandIconButton } from "../commands/command-icon-button.tsx";
import { CommandItem } from "../commands/command-item.tsx";
import { useGo } from "../navigation/use-place.ts";
import { dayIn } from "./calendar.ts";
import { ChoiceItems } from "./choice-items.tsx";
import { priorityChoices } from "./choices.ts";
import { dayQuestion } from "./day-question.ts";
import { localDue } from "./due.ts";
import type { Given } from "./given.ts";
import { ScheduleItems } from "./schedule-items.tsx";
import { useTaskChanges } from "./use-task-changes.ts";
import { useViewpoint } from "./use-viewpoint.ts";

export function TaskActions({ task }: { task: Task }) {
  const t = useMessages();
  const changes = useTaskChanges();
  const go = useGo();
  const viewpoint = useViewpoint();
  const { title } = task;
  const due = localDue(task, viewpoint.zone);

  const give = (given: Given) => changes.give(task, given);

  if (task.deleted_at) {
    return (
      <span className="relative flex h-[1lh] items-center">
        <CommandButton command="restore" size="small" onClick={() => changes.restore(task)}>
          {t("action.restore")}
        </CommandButton>
      </span>
    );
  }

  return (
    <span className="relative flex h-[1lh] items-center max-lg:hidden">
      <CommandIconButton
        command="edit"
        label={t("task.edit", { title })}
        onClick={() => go.openTask(task.number)}
      >
        <Pencil aria-hidden className="size-4" />
      </CommandIconButton>
      <Menu
        label={t("task.schedule", { title })}
        trigger={
          <CommandIconButton command="schedule" label={t("task.schedule", { title })}>
            <CalendarDays aria-hidden className="size-4" />
          </CommandIconButton>
        }
      >
        <ScheduleItems
          dated={task.due_on !== null}
          onGive={give}
          onChoose={() =>
            dayQuestion.set({
              title: t("task.schedule", { title }),
              day: due?.day ?? dayIn(viewpoint.now, viewpoint.zone),
              time: due?.time ?? "",
              choose: (chosen) => give({ command: "schedule", due: chosen }),
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
        <ChoiceItems
          choices={priorityChoices(t)}
          onGive={give}
          isHeld={({ priority }) => priority === task.priority}
        />
        <MenuSeparator />
        <CommandItem id="delete" onSelect={() => changes.remove(task)} />
      </Menu>
    </span>
  );
}
