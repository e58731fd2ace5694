/** What the settings read, with the key it is cached under. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Operations } from "@todo/contract/client";

const AUDIT_SIZE = 20;

export const usageQuery = (api: Operations) =>
  queryOptions({ queryKey: ["usage"], queryFn: ({ signal }) => api.get_usage({}, { signal }) });

export const keysQuery = (api: Operations) =>
  queryOptions({
    queryKey: ["keys"],
    queryFn: async ({ signal }) => (await api.list_api_keys({}, { signal })).keys,
  });

export const connectionsQuery = (api: Operations) =>
  queryOptions({
    queryKey: ["connections"],
    queryFn: async ({ signal }) => (await api.list_connections({}, { signal })).connections,
  });

export const sessionsQuery = (api: Operations) =>
  queryOptions({
    queryKey: ["sessions"],
    queryFn: async ({ signal }) => (await api.list_sessions({}, { signal })).sessions,
  });

export const auditQuery = (api: Operations) =>
  infiniteQueryOptions({
    queryKey: ["audit"],
    queryFn: ({ pageParam, signal }) =>
      api.list_audit_events({ limit: AUDIT_SIZE, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

export const channelsQuery = (api: Operations) =>
  queryOptions({ queryKey: ["channels"], queryFn: ({ signal }) => api.list_channels({}, { signal }) });

export const feedsQuery = (api: Operations) =>
  queryOptions({
    queryKey: ["feeds"],
    queryFn: async ({ signal }) => (await api.list_feeds({}, { signal })).feeds,
  });
