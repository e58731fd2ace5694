import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { SettingsPage } from "../../../features/settings/settings-page.tsx";
import { t } from "../../../lib/messages/account.ts";
import { readPreferences } from "../../../lib/preferences.ts";
import { connectionsQuery, keysQuery } from "../../../lib/queries.ts";
import { makeQueryClient } from "../../../lib/query-client.ts";
import { serverApi } from "../../../lib/server-api.ts";

export const metadata: Metadata = { title: t("settings.title") };

export default async function Settings() {
  const jar = await cookies();
  const { theme } = readPreferences((name) => jar.get(name)?.value);
  const queries = makeQueryClient();
  const api = await serverApi();
  await Promise.all([queries.prefetchQuery(keysQuery(api)), queries.prefetchQuery(connectionsQuery(api))]);

  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <SettingsPage theme={theme} />
    </HydrationBoundary>
  );
}
