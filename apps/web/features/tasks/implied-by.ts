/** What a view says of a task that is added in it: under Today it is due today. */
import type { Filters } from "../navigation/filters.ts";
import type { View } from "../navigation/views.ts";
import type { NewTask } from "./task-changes.ts";

export function impliedBy(view: View, filters: Filters, today: string): Omit<NewTask, "title"> {
  const label = view.kind === "label" ? view.name : filters.label;
  const list = view.kind === "list" ? view.id : filters.list;
  return {
    ...((view.kind === "today" || view.kind === "upcoming") && { due_on: today }),
    ...(label && { labels: [label] }),
    ...(list && list !== "inbox" && { list }),
    ...(filters.priority && filters.priority !== "none" && { priority: filters.priority }),
  };
}

/** Words win over the view, and labels of both are kept. */
export function withImplied(said: NewTask, implied: Omit<NewTask, "title">): NewTask {
  const labels = [...new Set([...(implied.labels ?? []), ...(said.labels ?? [])])];
  return { ...implied, ...said, ...(labels.length > 0 && { labels }) };
}
