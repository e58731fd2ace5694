/** What is read of one task, with the key it is cached under. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Operations } from "@todo/contract/client";
import { standIn } from "../../lib/stand-in.ts";

export const taskQuery = (api: Operations, number: number) =>
  queryOptions({
    queryKey: ["tasks", "one", number],
    queryFn: ({ signal }) => standIn().task(number, () => api.get_task({ task_id: number }, { signal })),
  });

export const taskByIdQuery = (api: Operations, id: string) =>
  queryOptions({
    queryKey: ["tasks", "by-id", id],
    queryFn: ({ signal }) => api.get_task({ task_id: id }, { signal }),
  });

export const taskHistoryQuery = (api: Operations, number: number) =>
  infiniteQueryOptions({
    queryKey: ["task-history", number],
    queryFn: ({ pageParam, signal }) =>
      api.history({ task_id: number, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
