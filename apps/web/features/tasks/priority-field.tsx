"use client";
import type { Priority, Task } from "@todo/contract/tasks";
import { useMessages } from "../../messages/use-messages.tsx";
import { Select } from "../../ui/select.tsx";
import { priorities } from "../navigation/filters.ts";
import { useTaskChanges } from "./use-task-changes.ts";

export function PriorityField({ task }: { task: Task }) {
  const t = useMessages();
  const changes = useTaskChanges();
  return (
    <Select
      label={t("field.priority")}
      value={task.priority}
      onChange={({ target }) => changes.edit(task, { priority: target.value as Priority })}
    >
      {priorities.map((priority) => (
        <option key={priority} value={priority}>
          {t(`priority.${priority}`)}
        </option>
      ))}
    </Select>
  );
}
