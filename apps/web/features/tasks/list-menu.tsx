"use client";
/** Renaming and deleting the list or label in view. Deleting by hand needs no yes: it can be taken back. */
import { useQueryClient } from "@tanstack/react-query";
import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { refresh } from "../../lib/live.ts";
import { t } from "../../lib/messages/translate.ts";
import { IconButton } from "../../ui/button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { RenameSheet } from "../../ui/rename-sheet.tsx";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { useGo } from "../navigation/use-place.ts";
import type { View } from "../navigation/views.ts";
import { undoLater } from "./undo.ts";

type Named = Extract<View, { kind: "list" | "label" }>;

export function ListMenu({ view, name }: { view: Named; name: string }) {
  const [renaming, setRenaming] = useState(false);
  const queries = useQueryClient();
  const go = useGo();
  const isList = view.kind === "list";

  const settle = async (sent: Promise<unknown>) => {
    try {
      await sent;
      return true;
    } catch (error) {
      showTrouble(sentenceOf(error));
      return false;
    } finally {
      refresh(queries, ["lists", "labels", "tasks"]);
    }
  };

  const rename = async (wanted: string) => {
    const sent = isList
      ? api.rename_list({ list_id: view.id, name: wanted })
      : api.rename_label({ label_id: view.name, name: wanted });
    if ((await settle(sent)) && !isList) go.toView({ kind: "label", name: wanted });
    setRenaming(false);
  };

  const remove = async () => {
    const sent = isList ? api.delete_list({ list_id: view.id }) : api.delete_label({ label_id: view.name });
    // Leaving first, because nobody can look at what is no more.
    go.toView({ kind: "inbox" });
    if (!(await settle(sent))) return go.toView(view);
    showToast({ text: t("toast.deleted", { title: name }), action: undoLater(queries, sent) });
  };

  return (
    <>
      <Menu
        label={t("list.more", { name })}
        trigger={
          <IconButton label={t("list.more", { name })}>
            <Ellipsis aria-hidden className="size-4.5" />
          </IconButton>
        }
      >
        <MenuItem icon={<Pencil aria-hidden className="size-4" />} onSelect={() => setRenaming(true)}>
          {t("action.rename")}
        </MenuItem>
        <MenuItem danger icon={<Trash2 aria-hidden className="size-4" />} onSelect={() => void remove()}>
          {t(isList ? "list.delete" : "label.delete")}
        </MenuItem>
      </Menu>
      {renaming && (
        <RenameSheet
          title={t(isList ? "list.rename" : "label.rename")}
          name={name}
          maxLength={isList ? 100 : 50}
          onRename={rename}
          onClose={() => setRenaming(false)}
        />
      )}
    </>
  );
}
