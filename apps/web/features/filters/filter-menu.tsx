"use client";
/** The menu of a saved filter in view: its name, its place among the others, its end. */
import { useQuery } from "@tanstack/react-query";
import { ArrowDown, ArrowUp } from "lucide-react";
import { api } from "../../lib/api.ts";
import { filtersQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { ManageMenu } from "../../ui/manage-menu.tsx";
import { MenuItem } from "../../ui/menu.tsx";
import { useFilterChanges } from "./use-filter-changes.ts";

const NAME_LENGTH = 100;

export function FilterMenu({ id }: { id: string }) {
  const t = useMessages();
  const { data: filters = [] } = useQuery(filtersQuery(api));
  const changes = useFilterChanges();
  const at = filters.findIndex((filter) => filter.id === id);
  const filter = filters[at];
  if (!filter) return null;
  const [above, below] = [filters[at - 1], filters[at + 1]];

  return (
    <ManageMenu
      label={t("list.more", { name: filter.name })}
      name={filter.name}
      maxLength={NAME_LENGTH}
      renameTitle={t("filter.rename")}
      deleteLabel={t("filter.delete")}
      onRename={(name) => changes.rename(filter, name)}
      onDelete={() => changes.remove(filter)}
    >
      {above && (
        <MenuItem
          icon={<ArrowUp aria-hidden className="size-4" />}
          onSelect={() => void changes.place(filter, "before", above)}
        >
          {t("filter.moveUp")}
        </MenuItem>
      )}
      {below && (
        <MenuItem
          icon={<ArrowDown aria-hidden className="size-4" />}
          onSelect={() => void changes.place(filter, "after", below)}
        >
          {t("filter.moveDown")}
        </MenuItem>
      )}
    </ManageMenu>
  );
}
