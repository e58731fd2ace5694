import type { Metadata } from "next";
import { cookies } from "next/headers";
import {
  channelsQuery,
  connectionsQuery,
  feedsQuery,
  keysQuery,
  usageQuery,
} from "../../../features/settings/queries.ts";
import { SettingsPage } from "../../../features/settings/settings-page.tsx";
import { FilledCache } from "../../../lib/filled-cache.tsx";
import { readPreferences } from "../../../lib/preferences.ts";
import { makeQueryClient } from "../../../lib/query-client.ts";
import { readQueries } from "../../../lib/read-queries.ts";
import { serverApi } from "../../../lib/server-api.ts";
import { AccountSentences } from "../../../messages/account-sentences.tsx";
import { getMessages } from "../../../messages/get-messages.ts";
import { languageNames } from "../../../messages/languages.ts";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getMessages())("settings.title"),
});

export default async function Settings() {
  const jar = await cookies();
  const preferences = readPreferences((name) => jar.get(name)?.value);
  const queries = makeQueryClient();
  const api = await serverApi();
  await Promise.all([
    queries.prefetchQuery(keysQuery(api)),
    queries.prefetchQuery(connectionsQuery(api)),
    queries.prefetchQuery(channelsQuery(api)),
    queries.prefetchQuery(feedsQuery(api)),
    queries.prefetchQuery(usageQuery(api)),
  ]);

  return (
    <FilledCache read={readQueries(queries)}>
      <AccountSentences>
        <SettingsPage initial={preferences} languages={languageNames} />
      </AccountSentences>
    </FilledCache>
  );
}
