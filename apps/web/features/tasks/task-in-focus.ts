/** The task whose row, or whose panel, an element is in. */
import type { QueryClient } from "@tanstack/react-query";
import type { Task } from "@todo/contract/tasks";
import { api } from "../../lib/api.ts";
import { type Pages, tasksOf } from "./pages.ts";
import { taskQuery } from "./queries.ts";

const ROW = "[data-task]";
const PANEL = "[data-open-task]";

export const rowAround = (element: Element | null) => element?.closest<HTMLElement>(ROW) ?? null;

export const taskAround = (queries: QueryClient, element: Element | null): Task | undefined =>
  taskOfRow(queries, element) ?? taskOfPanel(queries, element);

export function taskOfRow(queries: QueryClient, element: Element | null): Task | undefined {
  const id = rowAround(element)?.dataset.task;
  if (!id) return undefined;
  for (const [, pages] of queries.getQueriesData<Pages>({ queryKey: ["tasks", "page"] })) {
    const task = tasksOf(pages).find((one) => one.id === id);
    if (task) return task;
  }
  return undefined;
}

function taskOfPanel(queries: QueryClient, element: Element | null): Task | undefined {
  const number = element?.closest<HTMLElement>(PANEL)?.dataset.openTask;
  return number ? queries.getQueryData(taskQuery(api, Number(number)).queryKey) : undefined;
}
