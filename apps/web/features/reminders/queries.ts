/** What is read of a task's reminders, with the key it is cached under. */
import { queryOptions } from "@tanstack/react-query";
import type { Operations } from "@todo/contract/client";

export const remindersQuery = (api: Operations, { id, version }: { id: string; version: number }) =>
  queryOptions({
    queryKey: ["tasks", "reminders", id, version],
    queryFn: async ({ signal }) => (await api.list_reminders({ task_id: id }, { signal })).reminders,
  });
