"use client";
/** The view's name and what can be done with the view as a whole. */
import { useQuery } from "@tanstack/react-query";
import { SlidersHorizontal } from "lucide-react";
import dynamic from "next/dynamic";
import { useId, useState } from "react";
import { api } from "../../lib/api.ts";
import { t } from "../../lib/messages/translate.ts";
import { listsQuery } from "../../lib/queries.ts";
import { Button } from "../../ui/button.tsx";
import { ShowAssistant, ShowNavigation } from "../navigation/column-buttons.tsx";
import { countFilters, type Filters } from "../navigation/filters.ts";
import { NavigationSheet } from "../navigation/navigation-sheet.tsx";
import type { View } from "../navigation/views.ts";

const FilterBar = dynamic(() => import("./filter-bar.tsx").then((module) => module.FilterBar), {
  loading: () => null,
});
const ListMenu = dynamic(() => import("./list-menu.tsx").then((module) => module.ListMenu), {
  loading: () => null,
});

export function TaskHeader({ view, filters }: { view: View; filters: Filters }) {
  const title = useTitle(view);
  const count = countFilters(filters);
  const [shown, setShown] = useState(count > 0);
  const bar = useId();
  const filterable = view.kind !== "trash";

  return (
    <>
      <header className="flex min-h-14 items-center gap-1 ps-3 pe-1 pt-1">
        <NavigationSheet />
        <ShowNavigation />
        <h1 className="min-w-0 flex-1 truncate text-title font-semibold tracking-[-0.012em]">
          <bdi>{title}</bdi>
        </h1>
        {filterable && (
          <Button
            kind="quiet"
            size="small"
            aria-expanded={shown}
            aria-controls={bar}
            onClick={() => setShown(!shown)}
          >
            <SlidersHorizontal aria-hidden className="size-4" />
            {count > 0 ? t("filter.counted", { count }) : t("filter.label")}
          </Button>
        )}
        {(view.kind === "list" || view.kind === "label") && <ListMenu key={title} view={view} name={title} />}
        <ShowAssistant />
      </header>
      {filterable && shown && <FilterBar id={bar} view={view} filters={filters} />}
    </>
  );
}

function useTitle(view: View): string {
  const { data: lists } = useQuery(listsQuery(api));
  if (view.kind === "label") return view.name;
  if (view.kind !== "list") return t(`view.${view.kind}`);
  return lists?.find(({ id }) => id === view.id)?.name ?? t("view.list");
}
