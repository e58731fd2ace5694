"use client";
/** The filter language for the view, and the way to keep what was written under a name. */
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { insist } from "../../lib/insist.ts";
import { filtersQuery, labelsQuery, listsQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { RenameSheet } from "../../ui/rename-sheet.tsx";
import { CommandButton } from "../commands/command-button.tsx";
import { useCommand } from "../commands/use-command.ts";
import type { Filters } from "../navigation/filters.ts";
import { useGo } from "../navigation/use-place.ts";
import type { View } from "../navigation/views.ts";
import { useFilterChanges } from "./use-filter-changes.ts";

const FilterField = dynamic(
  () => insist(() => import("./filter-field.tsx").then((module) => module.FilterField)),
  {
    loading: () => <div className="h-9 w-full max-lg:h-11" />,
  },
);

const LONGEST = 1_000;
const NAME_LENGTH = 100;

export function FilterLine({ view, filters }: { view: View; filters: Filters }) {
  const t = useMessages();
  const go = useGo();
  const changes = useFilterChanges();
  const [isDraft, setIsDraft] = useState(false);
  const [naming, setNaming] = useState(false);
  const { data: saved = [] } = useQuery(filtersQuery(api));
  const { data: lists = [] } = useQuery(listsQuery(api));
  const { data: labels = [] } = useQuery(labelsQuery(api));
  const own = view.kind === "filter" ? saved.find(({ id }) => id === view.id) : undefined;
  const query = filters.filter ?? own?.query ?? "";
  const isNew = !isDraft && query !== "" && query !== own?.query;

  const apply = (wanted: string) =>
    go.filter(({ filter: _, ...others }) =>
      wanted && wanted !== own?.query ? { ...others, filter: wanted } : others,
    );

  const saveNew = isNew ? () => setNaming(true) : undefined;
  const saveChange =
    isNew && own
      ? async () => {
          if (await changes.change(own, query)) go.filter(({ filter: _, ...others }) => others);
        }
      : undefined;
  useCommand("saveFilter", saveNew);
  useCommand("saveFilterChange", saveChange);

  return (
    <div className="flex w-full flex-wrap items-start gap-2">
      <div className="min-w-60 flex-1">
        <FilterField
          key={own?.id ?? view.kind}
          query={query}
          labels={labels.map(({ name }) => name)}
          lists={lists.map(({ name }) => name)}
          longest={LONGEST}
          onDraft={setIsDraft}
          onApply={apply}
        />
      </div>
      {saveChange && <CommandButton command="saveFilterChange" onClick={() => void saveChange()} />}
      {saveNew && <CommandButton command="saveFilter" onClick={saveNew} />}
      {naming && (
        <RenameSheet
          title={t("filter.save")}
          name=""
          maxLength={NAME_LENGTH}
          onClose={() => setNaming(false)}
          onRename={async (name) => {
            if (await changes.save(name, query)) setNaming(false);
          }}
        />
      )}
    </div>
  );
}
