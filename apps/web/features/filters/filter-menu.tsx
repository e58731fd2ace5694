"use client";
/** The menu of a saved filter in view: its name, its place among the others, its end. */
import { useQuery } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { filtersQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { CommandItem } from "../commands/command-item.tsx";
import { ManageMenu } from "../commands/manage-menu.tsx";
import { useCommand } from "../commands/use-command.ts";
import { useFilterChanges } from "./use-filter-changes.ts";

const NAME_LENGTH = 100;

export function FilterMenu({ id }: { id: string }) {
  const t = useMessages();
  const { data: filters = [] } = useQuery(filtersQuery(api));
  const changes = useFilterChanges();
  const at = filters.findIndex((filter) => filter.id === id);
  const filter = filters[at];
  const [above, below] = [filters[at - 1], filters[at + 1]];
  useCommand("filterUp", filter && above && (() => void changes.place(filter, "before", above)));
  useCommand("filterDown", filter && below && (() => void changes.place(filter, "after", below)));
  if (!filter) return null;

  return (
    <ManageMenu
      label={t("list.more", { name: filter.name })}
      name={filter.name}
      maxLength={NAME_LENGTH}
      renames="renameFilter"
      deletes="deleteFilter"
      inSight
      onRename={(name) => changes.rename(filter, name)}
      onDelete={() => changes.remove(filter)}
    >
      {above && <CommandItem id="filterUp" />}
      {below && <CommandItem id="filterDown" />}
    </ManageMenu>
  );
}
