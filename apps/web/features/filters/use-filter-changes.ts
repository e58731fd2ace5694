"use client";
/** What a hand does to the saved filters. Each can be taken back. */
import { useQueryClient } from "@tanstack/react-query";
import type { SavedFilter } from "@todo/contract/filters";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { filtersQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { AtOdds } from "../conflicts/at-odds.ts";
import { forSeen } from "../conflicts/for-seen.ts";
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
      if (!(error instanceof AtOdds)) showTrouble(sentenceOf(error, t));
      return undefined;
    }
  };

  const update = (seen: SavedFilter, mine: { name: string } | { query: string }, said?: string) =>
    settle(
      forSeen({
        title: seen.name,
        seen,
        mine,
        send: (version) => api.update_filter({ filter_id: seen.id, ...mine, version }),
        again: (current) => void update(current, mine, said),
      }),
      said,
    );

  const remove = async (seen: SavedFilter) => {
    const { id, name, query } = seen;
    go.toView({ kind: "inbox" });
    const sent = forSeen({
      title: name,
      seen,
      mine: { name, query },
      deletes: true,
      send: (version) => api.delete_filter({ filter_id: id, version }),
      again: remove,
    });
    if (!(await settle(sent, t("toast.deleted", { title: name })))) go.toView({ kind: "filter", id });
  };

  return {
    async save(name: string, query: string) {
      const made = await settle(api.add_filter({ name, query }), t("filter.saved", { name }));
      if (made) go.toView({ kind: "filter", id: made.id });
      return made !== undefined;
    },
    change: (filter: SavedFilter, query: string) =>
      update(filter, { query }, t("filter.saved", { name: filter.name })),
    rename: (filter: SavedFilter, name: string) => update(filter, { name }),
    place: ({ id }: SavedFilter, side: "after" | "before", neighbour: SavedFilter) =>
      settle(api.reorder_filter({ filter_id: id, [side]: neighbour.id })),
    remove,
  };
}
