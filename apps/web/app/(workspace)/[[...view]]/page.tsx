/** Every view of the tasks. Which one follows from the address, on the server as in the browser. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readFilters } from "../../../features/navigation/filters.ts";
import { titleOf } from "../../../features/navigation/title-of.ts";
import { taskFilterOf, viewAt } from "../../../features/navigation/views.ts";
import { dayIn } from "../../../features/tasks/calendar.ts";
import { taskQuery } from "../../../features/tasks/queries.ts";
import { TaskColumn } from "../../../features/tasks/task-column.tsx";
import { FilledCache } from "../../../lib/filled-cache.tsx";
import { filtersQuery, tasksQuery } from "../../../lib/queries.ts";
import { makeQueryClient } from "../../../lib/query-client.ts";
import { readQueries } from "../../../lib/read-queries.ts";
import { serverApi, serverProfile, serverProfileIfAny } from "../../../lib/server-api.ts";
import { getMessages } from "../../../messages/get-messages.ts";

interface ViewPageProps {
  params: Promise<{ view?: string[] }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const viewIn = async (params: ViewPageProps["params"]) => viewAt(`/${((await params).view ?? []).join("/")}`);

/** In the browser it follows what is in sight: use-page-title.ts. */
export async function generateMetadata({ params }: ViewPageProps): Promise<Metadata> {
  const view = await viewIn(params);
  if (!view || !(await serverProfileIfAny())) return {};
  const api = await serverApi();
  const lists = view.kind === "list" ? (await api.list_lists({}).catch(() => undefined))?.lists : undefined;
  const saved =
    view.kind === "filter" ? (await api.list_filters({}).catch(() => undefined))?.filters : undefined;
  return { title: titleOf(view, await getMessages(), lists, saved) };
}

export default async function ViewPage({ params, searchParams }: ViewPageProps) {
  const view = await viewIn(params);
  if (!view) notFound();

  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(await searchParams)) {
    const [first] = [value].flat();
    if (first !== undefined) query.set(name, first);
  }

  const api = await serverApi();
  const queries = makeQueryClient();
  // Whoever isn't signed in is sent away by the layout.
  const profile = await serverProfile().catch(() => undefined);
  if (profile) {
    const saved = view.kind === "filter" ? await queries.fetchQuery(filtersQuery(api)).catch(() => []) : [];
    const kept = view.kind === "filter" ? saved.find(({ id }) => id === view.id)?.query : undefined;
    const filter = taskFilterOf(view, readFilters(query), dayIn(new Date(), profile.time_zone), kept);
    const number = Number(query.get("task"));
    await Promise.all([
      filter && queries.prefetchInfiniteQuery(tasksQuery(api, filter)),
      number > 0 && queries.prefetchQuery(taskQuery(api, number)),
    ]);
  }

  return (
    <FilledCache read={readQueries(queries)}>
      <TaskColumn />
    </FilledCache>
  );
}
