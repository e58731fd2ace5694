/** How the person narrowed the view. It lives in the address, so that a reload or a copied link shows the same. */
import type { InputOf } from "@todo/contract/contract";
import type { Priority } from "@todo/contract/tasks";

type Wanted = InputOf<"list_tasks">;

export interface Filters {
  q?: string;
  /** In the filter language. */
  filter?: string;
  status?: NonNullable<Wanted["status"]>;
  priority?: Priority;
  label?: string;
  list?: string;
  sort?: NonNullable<Wanted["sort"]>;
  order?: NonNullable<Wanted["order"]>;
}

export const priorities: readonly Priority[] = ["urgent", "high", "medium", "low", "none"];
export const sorts: readonly NonNullable<Filters["sort"]>[] = [
  "position",
  "due",
  "priority",
  "created",
  "completed",
  "title",
];

const names = ["q", "filter", "status", "priority", "label", "list", "sort", "order"] as const;

const allowed: Partial<Record<keyof Filters, readonly string[]>> = {
  status: ["all", "pending", "completed"],
  priority: priorities,
  sort: sorts,
  order: ["asc", "desc"],
};

/** Unknown values are passed over: an address is not to be trusted. */
export function readFilters(query: URLSearchParams): Filters {
  const found: Record<string, string> = {};
  for (const name of names) {
    const value = query.get(name)?.trim();
    if (value && (allowed[name]?.includes(value) ?? true)) found[name] = value;
  }
  return found as Filters;
}

export function writeFilters(query: URLSearchParams, filters: Filters) {
  for (const name of names) {
    const value = filters[name];
    if (value) query.set(name, value);
    else query.delete(name);
  }
}

/** Takes all filters off but keeps what is searched for. */
export const withoutFilters = ({ q }: Filters): Filters => (q ? { q } : {});

/** How many filters narrow the view, the search words and the order aside. */
export const countFilters = ({ filter, status, priority, label, list }: Filters) =>
  [filter, status, priority, label, list].filter(Boolean).length;
