/** What the server has read for a page, as it goes to the cache of the browser: the data, and when it was read. */
import type { QueryClient, QueryKey } from "@tanstack/react-query";

export interface ReadQuery {
  queryKey: QueryKey;
  data: unknown;
  updatedAt: number;
}

/** What couldn't be read isn't among them: the browser asks for it itself. */
export const readQueries = (queries: QueryClient): ReadQuery[] =>
  queries
    .getQueryCache()
    .getAll()
    .flatMap(({ queryKey, state: { data, dataUpdatedAt: updatedAt } }) =>
      data === undefined ? [] : [{ queryKey, data, updatedAt }],
    );
