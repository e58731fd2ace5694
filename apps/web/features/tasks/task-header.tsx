"use client";
/** The view's name and what can be done with the view as a whole. */
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useId, useState } from "react";
import { api } from "../../lib/api.ts";
import { classes } from "../../lib/class-names.ts";
import { insist } from "../../lib/insist.ts";
import { filtersQuery, listsQuery } from "../../lib/queries.ts";
import { whenThere } from "../../lib/when-there.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button, withKeys } from "../../ui/button.tsx";
import { PageIcon } from "../../ui/page-icon.tsx";
import { useCommand } from "../commands/use-command.ts";
import { useKeys } from "../commands/use-keys.ts";
import { ShowAssistant, ShowNavigation } from "../navigation/column-buttons.tsx";
import { countFilters, type Filters } from "../navigation/filters.ts";
import { NavigationSheet } from "../navigation/navigation-sheet.tsx";
import { titleOf } from "../navigation/title-of.ts";
import type { View } from "../navigation/views.ts";
import { noSelection, selection, useSelecting } from "./selection.ts";

const FilterBar = dynamic(() => insist(() => import("./filter-bar.tsx").then((module) => module.FilterBar)), {
  loading: () => null,
});
const EmptyTrash = dynamic(
  () => insist(() => import("./empty-trash.tsx").then((module) => module.EmptyTrash)),
  {
    loading: () => null,
  },
);
// They come with the view, so nothing has to keep their room: the server would send that first and them behind the page.
const FilterMenu = dynamic(() =>
  insist(() => import("../filters/filter-menu.tsx").then((module) => module.FilterMenu)),
);
const ListMenu = dynamic(() => insist(() => import("./list-menu.tsx").then((module) => module.ListMenu)));

interface TaskHeaderProps {
  view: View;
  filters: Filters;
  /** Whether the view shows any task; false until that is known. */
  holds: boolean;
  /** There is no such list, label or filter. */
  gone: boolean;
  /** What narrows the view can't be asked for, and is to be mended. */
  unanswerable: boolean;
}

export function TaskHeader({ view, filters, holds, gone, unanswerable }: TaskHeaderProps) {
  const t = useMessages();
  const { data: lists } = useQuery(listsQuery(api));
  const { data: saved } = useQuery(filtersQuery(api));
  const title = titleOf(view, t, lists, saved);
  const count = countFilters(filters);
  const [shown, setShown] = useState(count > 0);
  if (unanswerable && !shown) setShown(true);
  const bar = useId();
  const filterKey = useKeys("filter");
  const selecting = useSelecting();
  const filterable = view.kind !== "trash" && !gone;
  useCommand("filter", () => {
    if (!filterable) return false;
    setShown(true);
    // The bar may be on its way.
    whenThere("[data-filter]", (field) => field.focus());
    return true;
  });

  return (
    <>
      <header className="flex min-h-14 flex-wrap items-center gap-x-1 ps-3 pe-0.5 pt-1 max-lg:-me-0.5 max-lg:pe-0">
        <NavigationSheet />
        <ShowNavigation />
        <h1 className="line-clamp-2 min-w-26 flex-1 wrap-anywhere text-title font-semibold tracking-[-0.012em]">
          <bdi>{title}</bdi>
        </h1>
        <div className="ms-auto flex items-center gap-1">
          {view.kind === "trash" && holds && <EmptyTrash />}
          {(holds || selecting) && (
            <Button
              kind="quiet"
              size="small"
              aria-pressed={selecting}
              onClick={() => selection.set(selecting ? noSelection : { ...noSelection, choosing: true })}
              className={classes(
                "lg:pointer-fine:sr-only lg:focus-visible:not-sr-only",
                selecting && "text-accent",
              )}
            >
              {t("select.start")}
            </Button>
          )}
          {filterable && (
            <Button
              kind="quiet"
              size="small"
              aria-expanded={shown}
              aria-controls={bar}
              title={withKeys(t("command.filter"), filterKey)}
              onClick={() => setShown(!shown)}
            >
              <PageIcon name="sliders-horizontal" className="size-4" />
              {count > 0 ? (
                t("filter.counted", { count })
              ) : (
                <span className="max-sm:sr-only">{t("filter.label")}</span>
              )}
            </Button>
          )}
          {(view.kind === "list" || view.kind === "label") && (
            <ListMenu key={title} view={view} name={title} gone={gone} />
          )}
          {view.kind === "filter" && <FilterMenu id={view.id} />}
          <ShowAssistant />
        </div>
      </header>
      {filterable && <div id={bar}>{shown && <FilterBar view={view} filters={filters} />}</div>}
    </>
  );
}
