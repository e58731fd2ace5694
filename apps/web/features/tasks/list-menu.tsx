"use client";
/** Renaming and deleting the list or label in view. Deleting by hand needs no yes: it can be taken back. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Label } from "@todo/contract/lists";
import { api } from "../../lib/api.ts";
import { labelsQuery, listsQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { showToast } from "../../ui/toast-store.ts";
import { ManageMenu } from "../commands/manage-menu.tsx";
import { forSeen } from "../conflicts/for-seen.ts";
import { useSettle } from "../conflicts/use-settle.ts";
import { useGo } from "../navigation/use-place.ts";
import type { View } from "../navigation/views.ts";
import { undoLater } from "./undo.ts";
import { useLabelAddress } from "./use-label-address.ts";

type Named = Extract<View, { kind: "list" | "label" }>;

type Seen = Pick<Label, "id" | "name" | "version">;

interface ListMenuProps {
  view: Named;
  name: string;
  /** There is no such list or label, unless it is called otherwise by now. */
  gone: boolean;
}

export function ListMenu({ view, name, gone }: ListMenuProps) {
  const t = useMessages();
  const queries = useQueryClient();
  const go = useGo();
  const isList = view.kind === "list";
  const { data: lists = [] } = useQuery(listsQuery(api));
  const { data: labels = [] } = useQuery(labelsQuery(api));
  const label = isList ? undefined : labels.find((one) => one.name.toLowerCase() === view.name.toLowerCase());
  const named = isList ? lists.find(({ id }) => id === view.id) : label;
  useLabelAddress(labels, label);

  const settle = useSettle(["lists", "labels", "tasks"]);

  // An archived list isn't among those that are known here. It isn't as it was made, so the server tells how it is.
  const known: Seen = named ?? { id: isList ? view.id : view.name, name, version: 1 };

  const rename = async (wanted: string, seen = known) => {
    const { id } = seen;
    const sent = forSeen({
      title: seen.name,
      seen,
      mine: { name: wanted },
      send: (version) =>
        isList
          ? api.rename_list({ list_id: id, name: wanted, version })
          : api.rename_label({ label_id: id, name: wanted, version }),
      again: (current) => rename(wanted, current),
    });
    if ((await settle(sent)) && !isList) go.renamed({ kind: "label", name: wanted });
  };

  const remove = async (seen = known) => {
    const { id } = seen;
    const sent = forSeen({
      title: seen.name,
      seen,
      mine: { name: seen.name },
      deletes: true,
      send: (version) =>
        isList ? api.delete_list({ list_id: id, version }) : api.delete_label({ label_id: id, version }),
      again: remove,
    });
    // Leaving first, because nobody can look at what is no more.
    go.toView({ kind: "inbox" });
    if (!(await settle(sent))) return go.toView(view);
    showToast({ text: t("toast.deleted", { title: seen.name }), action: undoLater(queries, t, sent) });
  };

  if (gone) return null;

  return (
    <ManageMenu
      label={t("list.more", { name })}
      name={name}
      maxLength={isList ? 100 : 50}
      renames={isList ? "renameList" : "renameLabel"}
      deletes={isList ? "deleteList" : "deleteLabel"}
      inSight
      onRename={(wanted) => rename(wanted)}
      onDelete={() => remove()}
    />
  );
}
