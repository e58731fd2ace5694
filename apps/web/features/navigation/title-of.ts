/** What a view is called: in its heading, and in the tab of the browser. */
import type { SavedFilter } from "@todo/contract/filters";
import type { List } from "@todo/contract/lists";
import type { Say } from "../../messages/messages.ts";
import type { View } from "./views.ts";

/** Without the lists and filters, as long as they aren't known, its kind. */
export function titleOf(
  view: View,
  t: Say,
  lists: Pick<List, "id" | "name">[] = [],
  filters: Pick<SavedFilter, "id" | "name">[] = [],
): string {
  if (view.kind === "label") return view.name;
  if (view.kind === "filter") return filters.find(({ id }) => id === view.id)?.name ?? t("view.filter");
  if (view.kind !== "list") return t(`view.${view.kind}`);
  return lists.find(({ id }) => id === view.id)?.name ?? t("view.list");
}
