import { queryOptions } from "@tanstack/react-query";
import type { Operations } from "@todo/contract/client";
import type { InputOf } from "@todo/contract/contract";

/** What a rule comes to; of a task's own rule at a version of the task. */
export const previewQuery = (api: Operations, rule: InputOf<"preview_recurrence">, version?: number) =>
  queryOptions({
    queryKey: ["tasks", "recurrence", rule, version],
    queryFn: ({ signal }) => api.preview_recurrence(rule, { signal }),
  });
