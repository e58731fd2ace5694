/** What can be read, with the key it is cached under. The server passes its own client, the browser `api`. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Client } from "@todo/contract/client";
import type { InputOf } from "@todo/contract/contract";
import { standIn } from "./stand-in.ts";

export type TaskFilter = Omit<InputOf<"list_tasks">, "cursor" | "limit">;

const PAGE_SIZE = 100;
const HISTORY_SIZE = 200;
const AUDIT_SIZE = 20;

export const profileQuery = (api: Client) =>
  queryOptions({ queryKey: ["profile"], queryFn: ({ signal }) => api.get_profile({}, { signal }) });

export const listsQuery = (api: Client) =>
  queryOptions({
    queryKey: ["lists"],
    queryFn: async ({ signal }) => (await api.list_lists({}, { signal })).lists,
  });

export const labelsQuery = (api: Client) =>
  queryOptions({
    queryKey: ["labels"],
    queryFn: async ({ signal }) => (await api.list_labels({}, { signal })).labels,
  });

export const filtersQuery = (api: Client) =>
  queryOptions({
    queryKey: ["filters"],
    queryFn: async ({ signal }) => (await api.list_filters({}, { signal })).filters,
  });

export const tasksQuery = (api: Client, filter: TaskFilter) =>
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

export const taskQuery = (api: Client, number: number) =>
  queryOptions({
    queryKey: ["tasks", "one", number],
    queryFn: ({ signal }) => standIn().task(number, () => api.get_task({ task_id: number }, { signal })),
  });

export const conversationsQuery = (api: Client) =>
  queryOptions({
    queryKey: ["conversations"],
    queryFn: async ({ signal }) => (await api.list_conversations({}, { signal })).conversations,
  });

export const conversationQuery = (api: Client, id: string) =>
  queryOptions({
    queryKey: ["conversation", id],
    queryFn: ({ signal }) => api.get_conversation({ conversation_id: id }, { signal }),
  });

export const approvalsQuery = (api: Client) =>
  queryOptions({
    queryKey: ["approvals"],
    queryFn: async ({ signal }) => (await api.list_approvals({}, { signal })).approvals,
  });

export const historyQuery = (api: Client) =>
  queryOptions({
    queryKey: ["history"],
    queryFn: async ({ signal }) => (await api.history({ limit: HISTORY_SIZE }, { signal })).entries,
  });

export const taskHistoryQuery = (api: Client, number: number) =>
  infiniteQueryOptions({
    queryKey: ["task-history", number],
    queryFn: ({ pageParam, signal }) =>
      api.history({ task_id: number, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

export const foundConversationsQuery = (api: Client, search: string) =>
  infiniteQueryOptions({
    queryKey: ["conversations", "found", search],
    queryFn: ({ pageParam, signal }) =>
      api.list_conversations(
        { ...(search && { search }), ...(pageParam && { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

export const usageQuery = (api: Client) =>
  queryOptions({ queryKey: ["usage"], queryFn: ({ signal }) => api.get_usage({}, { signal }) });

export const keysQuery = (api: Client) =>
  queryOptions({
    queryKey: ["keys"],
    queryFn: async ({ signal }) => (await api.list_api_keys({}, { signal })).keys,
  });

export const connectionsQuery = (api: Client) =>
  queryOptions({
    queryKey: ["connections"],
    queryFn: async ({ signal }) => (await api.list_connections({}, { signal })).connections,
  });

export const sessionsQuery = (api: Client) =>
  queryOptions({
    queryKey: ["sessions"],
    queryFn: async ({ signal }) => (await api.list_sessions({}, { signal })).sessions,
  });

export const auditQuery = (api: Client) =>
  infiniteQueryOptions({
    queryKey: ["audit"],
    queryFn: ({ pageParam, signal }) =>
      api.list_audit_events({ limit: AUDIT_SIZE, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

/** What a rule comes to; of a task's own rule at a version of the task. */
export const previewQuery = (api: Client, rule: InputOf<"preview_recurrence">, version?: number) =>
  queryOptions({
    queryKey: ["tasks", "recurrence", rule, version],
    queryFn: ({ signal }) => api.preview_recurrence(rule, { signal }),
  });

export const remindersQuery = (api: Client, { id, version }: { id: string; version: number }) =>
  queryOptions({
    queryKey: ["tasks", "reminders", id, version],
    queryFn: async ({ signal }) => (await api.list_reminders({ task_id: id }, { signal })).reminders,
  });

export const deliveriesQuery = (api: Client, task: string) =>
  queryOptions({
    queryKey: ["deliveries", task],
    staleTime: 0,
    queryFn: async ({ signal }) =>
      (await api.list_deliveries({ task_id: task, limit: AUDIT_SIZE }, { signal })).deliveries,
  });

export const channelsQuery = (api: Client) =>
  queryOptions({ queryKey: ["channels"], queryFn: ({ signal }) => api.list_channels({}, { signal }) });

export const feedsQuery = (api: Client) =>
  queryOptions({
    queryKey: ["feeds"],
    queryFn: async ({ signal }) => (await api.list_feeds({}, { signal })).feeds,
  });
