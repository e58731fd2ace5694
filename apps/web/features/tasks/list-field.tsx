"use client";
import { useQuery } from "@tanstack/react-query";
import type { Task } from "@todo/contract/tasks";
import { api } from "../../lib/api.ts";
import { listsQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Select } from "../../ui/select.tsx";
import { useTaskChanges } from "./use-task-changes.ts";

export function ListField({ task }: { task: Task }) {
  const t = useMessages();
  const { data: lists = [] } = useQuery(listsQuery(api));
  const changes = useTaskChanges();

  return (
    <Select
      label={t("field.list")}
      value={task.list?.id ?? ""}
      onChange={({ target }) => {
        const list = lists.find(({ id }) => id === target.value);
        changes.edit(task, { list: list ? { id: list.id, name: list.name } : null });
      }}
    >
      <option value="">{t("view.inbox")}</option>
      {lists.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
