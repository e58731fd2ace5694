/** The person's tasks in IndexedDB: what this window has read, and all that are open. */
import {
  type DehydratedState,
  dehydrate,
  hydrate,
  type Query,
  type QueryClient,
} from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { tasksQuery } from "../../lib/queries.ts";
import { readKept, writeKept } from "./browser-queue.ts";

const SAVE_AFTER_MS = 1_000;
const READ_AGAIN_MS = 300_000;
/** Of a hundred tasks each. All of them are 3 MB, which a browser takes 30 ms to copy, and as long again to write. */
const OPEN_PAGES = 50;

const KEPT = new Set<unknown>(["tasks", "lists", "labels", "filters", "profile"]);
const isKept = ({ queryKey, state }: Query) => KEPT.has(queryKey[0]) && state.data !== undefined;

interface Kept {
  person: string;
  state: DehydratedState;
}

const isWellFormed = (kept: unknown): kept is Kept =>
  typeof kept === "object" && kept !== null && "person" in kept && "state" in kept;

/** On a page that was kept: what it brought itself is older. */
export async function restoreTasks(queries: QueryClient, person: string) {
  const kept = await readKept();
  if (!isWellFormed(kept) || kept.person !== person) return;
  // The page's data bears the time of the server's clock, which may be ahead of this one.
  const dataUpdatedAt = Date.now();
  hydrate(queries, {
    ...kept.state,
    queries: kept.state.queries.map((query) => ({ ...query, state: { ...query.state, dataUpdatedAt } })),
  });
}

/** Keeps them up to date. Answers the end of it. */
export function keepTasks(queries: QueryClient, person: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    timer = undefined;
    // A browser that is out of room goes on with what it had kept before.
    void writeKept({ person, state: dehydrate(queries, { shouldDehydrateQuery: isKept }) }).catch(
      () => undefined,
    );
  };
  const unwatch = queries.getQueryCache().subscribe((event) => {
    const isNews = event.type === "updated" && event.action.type === "success";
    if (isNews && isKept(event.query)) timer ??= setTimeout(save, SAVE_AFTER_MS);
  });

  const all = tasksQuery(api, { status: "pending" });
  queries.setQueryDefaults(all.queryKey, { gcTime: Number.POSITIVE_INFINITY });
  const readAll = () => {
    if (!navigator.onLine || document.visibilityState === "hidden") return;
    void queries.prefetchInfiniteQuery({ ...all, staleTime: READ_AGAIN_MS, pages: OPEN_PAGES });
  };
  const reading = setInterval(readAll, READ_AGAIN_MS);
  readAll();

  return () => {
    clearTimeout(timer);
    clearInterval(reading);
    unwatch();
  };
}
