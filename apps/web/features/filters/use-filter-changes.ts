"use client";
/** What a hand does to the saved filters. Each can be taken back. */
import { useQueryClient } from "@tanstack/react-query";
import type { SavedFilter } from "@todo/contract/filters";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { forSeen } from "../../lib/for-seen.ts";
import { filtersQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { useGo } from "../navigation/use-place.ts";
import { undoLater } from "../tasks/undo.ts";

export function useFilterChanges() {
  const t = useMessages();
  const queries = useQueryClient();
  const go = useGo();

  /** Nothing when it was refused; why was told. */
  const settle = async <Answer extends { undo: string }>(sent: Promise<Answer>, said?: string) => {
    try {
      const answer = await sent;
      await queries.invalidateQueries(filtersQuery(api));
      if (said) showToast({ text: said, action: undoLater(queries, t, Promise.resolve(answer)) });
      return answer;
    } catch (error) {
      void queries.invalidateQueries(filtersQuery(api));
      showTrouble(sentenceOf(error, t));
      return undefined;
    }
  };

  return {
    async save(name: string, query: string) {
      const made = await settle(api.add_filter({ name, query }), t("filter.saved", { name }));
      if (made) go.toView({ kind: "filter", id: made.id });
      return made !== undefined;
    },
    change: (filter: SavedFilter, query: string) =>
      settle(
        forSeen(filter, ["query"], (version) => api.update_filter({ filter_id: filter.id, query, version })),
        t("filter.saved", { name: filter.name }),
      ),
    rename: (filter: SavedFilter, name: string) =>
      settle(
        forSeen(filter, ["name"], (version) => api.update_filter({ filter_id: filter.id, name, version })),
      ),
    place: ({ id }: SavedFilter, side: "after" | "before", neighbour: SavedFilter) =>
      settle(api.reorder_filter({ filter_id: id, [side]: neighbour.id })),
    async remove(filter: SavedFilter) {
      const { id, name } = filter;
      go.toView({ kind: "inbox" });
      const sent = forSeen(filter, ["name", "query"], (version) =>
        api.delete_filter({ filter_id: id, version }),
      );
      if (!(await settle(sent, t("toast.deleted", { title: name })))) go.toView({ kind: "filter", id });
    },
  };
}
