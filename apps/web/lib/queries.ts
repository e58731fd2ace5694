/**
 * What the whole workspace reads, with the key it is cached under; what one feature alone reads stands there. The
 * server passes its own client, the browser `api`.
 */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Operations } from "@todo/contract/client";
import type { InputOf, OutputOf } from "@todo/contract/contract";
import { standIn } from "./stand-in.ts";

export type TaskFilter = Omit<InputOf<"list_tasks">, "cursor" | "limit">;

const PAGE_SIZE = 100;

export const profileQuery = (api: Operations) =>
  queryOptions({ queryKey: ["profile"], queryFn: ({ signal }) => api.get_profile({}, { signal }) });

type ListsAndMore = OutputOf<"list_lists">;

/** The lists, and how much is open in the Inbox and today, of which an older API says nothing. */
export type OpenTasks = Pick<ListsAndMore, "lists"> & Partial<ListsAndMore>;

/** What browsers have kept under `lists` alone is the lists alone. */
export const openTasksQuery = (api: Operations) =>
  queryOptions({
    queryKey: ["lists", "open"],
    queryFn: ({ signal }): Promise<OpenTasks> => api.list_lists({}, { signal }),
  });

const listsOf = ({ lists }: OpenTasks) => lists;

export const listsQuery = (api: Operations) => queryOptions({ ...openTasksQuery(api), select: listsOf });

export const labelsQuery = (api: Operations) =>
  queryOptions({
    queryKey: ["labels"],
    queryFn: async ({ signal }) => (await api.list_labels({}, { signal })).labels,
  });

export const filtersQuery = (api: Operations) =>
  queryOptions({
    queryKey: ["filters"],
    queryFn: async ({ signal }) => (await api.list_filters({}, { signal })).filters,
  });

export const tasksQuery = (api: Operations, filter: TaskFilter) =>
  infiniteQueryOptions({
    queryKey: ["tasks", "page", filter],
    queryFn: ({ pageParam, signal }) =>
      standIn().page(filter, pageParam, () =>
        api.list_tasks(
          { ...filter, progress: true, limit: PAGE_SIZE, ...(pageParam && { cursor: pageParam }) },
          { signal },
        ),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
