"use client";
/** Renaming and deleting the list or label in view. Deleting by hand needs no yes: it can be taken back. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { forSeen } from "../../lib/for-seen.ts";
import { labelsQuery, listsQuery } from "../../lib/queries.ts";
import { useSettle } from "../../lib/use-settle.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { showToast } from "../../ui/toast-store.ts";
import { ManageMenu } from "../commands/manage-menu.tsx";
import { useGo } from "../navigation/use-place.ts";
import type { View } from "../navigation/views.ts";
import { undoLater } from "./undo.ts";

type Named = Extract<View, { kind: "list" | "label" }>;

export function ListMenu({ view, name }: { view: Named; name: string }) {
  const t = useMessages();
  const queries = useQueryClient();
  const go = useGo();
  const isList = view.kind === "list";
  const { data: lists = [] } = useQuery(listsQuery(api));
  const { data: labels = [] } = useQuery(labelsQuery(api));
  const named = isList
    ? lists.find(({ id }) => id === view.id)
    : labels.find((label) => label.name.toLowerCase() === view.name.toLowerCase());

  const settle = useSettle(["lists", "labels", "tasks"]);

  const rename = async (wanted: string) => {
    if (!named) return;
    const { id } = named;
    const sent = forSeen(named, ["name"], (version) =>
      isList
        ? api.rename_list({ list_id: id, name: wanted, version })
        : api.rename_label({ label_id: id, name: wanted, version }),
    );
    if ((await settle(sent)) && !isList) go.toView({ kind: "label", name: wanted });
  };

  const remove = async () => {
    const send = (seen: { version?: number }) =>
      isList
        ? api.delete_list({ list_id: view.id, ...seen })
        : api.delete_label({ label_id: named?.id ?? view.name, ...seen });
    // An archived list isn't among those that are known here.
    const sent = named ? forSeen(named, ["name"], (version) => send({ version })) : send({});
    // Leaving first, because nobody can look at what is no more.
    go.toView({ kind: "inbox" });
    if (!(await settle(sent))) return go.toView(view);
    showToast({ text: t("toast.deleted", { title: name }), action: undoLater(queries, t, sent) });
  };

  return (
    <ManageMenu
      label={t("list.more", { name })}
      name={name}
      maxLength={isList ? 100 : 50}
      renames={isList ? "renameList" : "renameLabel"}
      deletes={isList ? "deleteList" : "deleteLabel"}
      inSight
      onRename={rename}
      onDelete={remove}
    />
  );
}
