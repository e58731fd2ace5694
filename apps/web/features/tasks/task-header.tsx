"use client";
/** The view's name and what can be done with the view as a whole. */
import { useQuery } from "@tanstack/react-query";
import { PanelLeft, PanelRight, SlidersHorizontal } from "lucide-react";
import dynamic from "next/dynamic";
import { useId, useState } from "react";
import { api } from "../../lib/api.ts";
import { t } from "../../lib/messages/translate.ts";
import { listsQuery } from "../../lib/queries.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { useColumns } from "../navigation/columns.tsx";
import { countFilters, type Filters } from "../navigation/filters.ts";
import { NavigationSheet } from "../navigation/navigation-sheet.tsx";
import type { View } from "../navigation/views.ts";
import { FilterBar } from "./filter-bar.tsx";

const ListMenu = dynamic(() => import("./list-menu.tsx").then((module) => module.ListMenu));

export function TaskHeader({ view, filters }: { view: View; filters: Filters }) {
  const columns = useColumns();
  const title = useTitle(view);
  const count = countFilters(filters);
  const [shown, setShown] = useState(count > 0);
  const bar = useId();
  const filterable = view.kind !== "trash";

  return (
    <>
      <header className="flex min-h-14 items-center gap-1 ps-3 pe-1 pt-1">
        <NavigationSheet />
        {columns.navigation === "closed" && (
          <IconButton
            label={t("nav.show")}
            className="-ms-2 max-lg:hidden"
            onClick={() => columns.toggle("navigation")}
          >
            <PanelLeft aria-hidden className="size-4.5" />
          </IconButton>
        )}
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
        {columns.assistant === "closed" && (
          <IconButton
            label={t("assistant.show")}
            className="max-lg:hidden"
            onClick={() => columns.toggle("assistant")}
          >
            <PanelRight aria-hidden className="size-4.5" />
          </IconButton>
        )}
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
