/** A view is what the middle column shows. Its address, its tasks and its name all follow from it. */
import type { TaskFilter } from "../../lib/queries.ts";
import { addDays } from "../tasks/calendar.ts";
import type { Filters } from "./filters.ts";
import { saysDone } from "./says-done.ts";

export type View =
  | { kind: "inbox" | "today" | "upcoming" | "all" | "completed" | "trash" | "search" }
  | { kind: "list"; id: string }
  | { kind: "filter"; id: string }
  | { kind: "label"; name: string };

const fixed = ["today", "upcoming", "all", "completed", "trash", "search"] as const;

/** The view at a path; nothing where there is none. */
export function viewAt(pathname: string): View | undefined {
  const [first, second, ...rest] = pathname.split("/").filter(Boolean).map(decode);
  if (rest.length > 0) return undefined;
  if (first === undefined) return { kind: "inbox" };
  if (first === "lists" && second) return { kind: "list", id: second };
  if (first === "filters" && second) return { kind: "filter", id: second };
  if (first === "labels" && second) return { kind: "label", name: second };
  const kind = fixed.find((name) => name === first);
  return kind && second === undefined ? { kind } : undefined;
}

function decode(segment: string) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

export function hrefOf(view: View): string {
  switch (view.kind) {
    case "inbox":
      return "/";
    case "list":
      return `/lists/${encodeURIComponent(view.id)}`;
    case "filter":
      return `/filters/${encodeURIComponent(view.id)}`;
    case "label":
      return `/labels/${encodeURIComponent(view.name)}`;
    default:
      return `/${view.kind}`;
  }
}

/** A query that says nothing of being done is meant for open tasks. */
const usualStatus = (query: string | undefined) => (query && saysDone(query) ? "all" : "pending");

/** What to ask the server for. Nothing for a search without words. `saved` is the query of a saved filter in view. */
export function taskFilterOf(
  view: View,
  filters: Filters,
  today: string,
  saved?: string,
): TaskFilter | undefined {
  const query = filters.filter ?? (view.kind === "filter" ? saved : undefined);
  const chosen: TaskFilter = {
    status: filters.status ?? usualStatus(query),
    ...(query && { filter: query }),
    ...(filters.priority && { priority: [filters.priority] }),
    ...(filters.label && { label: filters.label }),
    ...(filters.list && { list: filters.list }),
    ...(filters.sort && { sort: filters.sort }),
    ...(filters.order && { order: filters.order }),
  };

  switch (view.kind) {
    case "inbox":
      return { ...chosen, list: "inbox" };
    case "today":
      return { sort: "due", ...chosen, due_before: addDays(today, 1) };
    case "upcoming":
      return { ...chosen, sort: "due", order: "asc", due_after: addDays(today, -1) };
    case "all":
      return chosen;
    case "completed":
      return { sort: "completed", ...chosen, status: "completed" };
    case "trash":
      return { trash: true };
    case "search":
      // What is open comes first, the newest of it; then what was done last.
      return filters.q
        ? { sort: "completed", ...chosen, status: filters.status ?? "all", search: filters.q }
        : undefined;
    case "filter":
      return query ? { sort: "due", ...chosen } : undefined;
    case "list":
      return { ...chosen, list: view.id };
    case "label":
      return { ...chosen, label: view.name };
  }
}
