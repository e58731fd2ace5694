/** What the assistant's column reads, with the key it is cached under. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Operations } from "@todo/contract/client";
import { limits } from "@todo/contract/limits";

const HISTORY_SIZE = 200;

export const conversationsQuery = (api: Operations) =>
  queryOptions({
    queryKey: ["conversations"],
    queryFn: async ({ signal }) => (await api.list_conversations({}, { signal })).conversations,
  });

/** So many messages are shown of a conversation, and as many more each time that somebody wants to see earlier ones. */
export const MESSAGES_AT_ONCE = 60;

/** Its latest messages; `last: Infinity` for the whole of it. */
export const conversationQuery = (api: Operations, id: string, last = MESSAGES_AT_ONCE) =>
  queryOptions({
    queryKey: ["conversation", id, last],
    queryFn: ({ signal }) =>
      api.get_conversation({ conversation_id: id, ...(last <= limits.messages && { last }) }, { signal }),
  });

export const foundConversationsQuery = (api: Operations, search: string) =>
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

export const approvalsQuery = (api: Operations) =>
  queryOptions({
    queryKey: ["approvals"],
    queryFn: async ({ signal }) => (await api.list_approvals({}, { signal })).approvals,
  });

/** The latest changes, in which nearly every card finds its own. */
export const historyQuery = (api: Operations) =>
  queryOptions({
    queryKey: ["history"],
    queryFn: async ({ signal }) => (await api.history({ limit: HISTORY_SIZE }, { signal })).entries,
  });

/** What became of groups that are older than these. */
export const historyOfQuery = (api: Operations, groups: string[]) =>
  queryOptions({
    queryKey: ["history", groups],
    queryFn: async ({ signal }) =>
      (await api.history({ undo: groups, limit: HISTORY_SIZE }, { signal })).entries,
  });

/** Those that the latest changes may say nothing of. The id of a group begins with its time (RFC 9562, version 7). */
export const olderThan = (history: { undo: string }[], groups: string[]): string[] => {
  const oldest = history.at(HISTORY_SIZE - 1);
  return oldest ? groups.filter((group) => group <= oldest.undo).slice(0, limits.changedAtOnce) : [];
};
