"use client";
import { useQueryClient } from "@tanstack/react-query";
import type { Task } from "@todo/contract/tasks";
import { type Pages, tasksOf } from "./pages.ts";

/** The task as some list already shows it, so that its panel opens filled. */
export function useCachedTask(number: number): Task | undefined {
  const queries = useQueryClient();
  for (const [, pages] of queries.getQueriesData<Pages>({ queryKey: ["tasks", "page"] })) {
    const task = tasksOf(pages).find((one) => one.number === number);
    if (task) return task;
  }
  return undefined;
}
