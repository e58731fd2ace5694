"use client";
/** Reads a view to its end, page after page, as long as all of it is wanted. Where a page fails it ends; whoever shows it says so. */
import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { useEffect } from "react";

type Reading = Pick<
  UseInfiniteQueryResult,
  "hasNextPage" | "isFetching" | "isFetchNextPageError" | "fetchNextPage"
>;

export function useAllPages(
  { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage }: Reading,
  wanted: boolean,
) {
  const goesOn = wanted && hasNextPage && !isFetching && !isFetchNextPageError;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
}
