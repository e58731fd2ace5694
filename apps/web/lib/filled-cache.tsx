"use client";
/**
 * Puts what the server has read into the cache. TanStack's `HydrationBoundary` does the same, and with a kilobyte more
 * of script also knows of what fails, is on its way or changes, of which the server sends nothing.
 */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo } from "react";
import type { ReadQuery } from "./read-queries.ts";

interface FilledCacheProps {
  read: ReadQuery[];
  children?: ReactNode;
}

export function FilledCache({ read, children }: FilledCacheProps) {
  const queries = useQueryClient();
  // What is new, before those are rendered who show it; what others show already, only after them.
  const shown = useMemo(() => {
    const put = ({ queryKey, data, updatedAt }: ReadQuery) =>
      void queries.setQueryData(queryKey, data, { updatedAt });
    const known = read.filter(({ queryKey }) => queries.getQueryState(queryKey));
    for (const one of read) if (!known.includes(one)) put(one);
    return () => {
      for (const one of known)
        if (one.updatedAt > (queries.getQueryState(one.queryKey)?.dataUpdatedAt ?? 0)) put(one);
    };
  }, [queries, read]);
  useEffect(shown, [shown]);

  return children;
}
