/** What the first paint needs, read in one go on the server: the page opens filled. */
import type { QueryClient } from "@tanstack/react-query";
import type { Profile } from "@todo/contract/access";
import type { Client } from "@todo/contract/client";
import type { Preferences } from "../../lib/preferences.ts";
import { filtersQuery, labelsQuery, openTasksQuery, profileQuery } from "../../lib/queries.ts";
import { readQueries } from "../../lib/read-queries.ts";
import { approvalsQuery, conversationQuery, conversationsQuery } from "../assistant/queries.ts";

/** Throws what asking for the profile throws: signed out, or not reachable. The rest may fail quietly. */
export async function loadStart(
  api: Client,
  profile: () => Promise<Profile>,
  queries: QueryClient,
  preferences: Preferences,
) {
  // Read first: what changes while the rest is being read is then announced again rather than missed.
  const after = await api.history({ limit: 1 }).then(
    ({ entries }) => entries[0]?.seq ?? 0,
    () => undefined,
  );

  await Promise.all([
    queries.fetchQuery({ ...profileQuery(api), queryFn: profile, retry: false }),
    queries.prefetchQuery(openTasksQuery(api)),
    queries.prefetchQuery(labelsQuery(api)),
    queries.prefetchQuery(filtersQuery(api)),
    queries.prefetchQuery(approvalsQuery(api)),
    queries.prefetchQuery(conversationsQuery(api)),
  ]);

  const conversation = await openConversation(api, queries, preferences.conversation);
  const open = queries.getQueryData(openTasksQuery(api).queryKey);
  return { after, conversation, open, read: readQueries(queries) };
}

/** The one last looked at in this browser, or else the latest. */
async function openConversation(api: Client, queries: QueryClient, wanted: string) {
  if (wanted === "new") return undefined;
  const known = queries.getQueryData(conversationsQuery(api).queryKey) ?? [];
  const id = known.some((conversation) => conversation.id === wanted) ? wanted : known[0]?.id;
  if (id) await queries.prefetchQuery(conversationQuery(api, id));
  return id;
}
