"use client";
import { useQuery } from "@tanstack/react-query";
/** The middle column: what the view is called, how it is narrowed, its tasks, and the panel of the open one. */
import dynamic from "next/dynamic";
import { useEffect, useRef } from "react";
import { api } from "../../lib/api.ts";
import { filtersQuery } from "../../lib/queries.ts";
import { useCommand } from "../commands/use-command.ts";
import { countFilters } from "../navigation/filters.ts";
import { useGo, usePlace } from "../navigation/use-place.ts";
import { taskFilterOf, type View } from "../navigation/views.ts";
import { dayIn } from "./calendar.ts";
import { EmptyView } from "./empty-view.tsx";
import { QuickAdd } from "./quick-add.tsx";
import { SearchField } from "./search-field.tsx";
import { useSelecting } from "./selection.ts";
import { TaskHeader } from "./task-header.tsx";
import { TaskList } from "./task-list.tsx";
import { useTaskKeys } from "./use-task-keys.ts";
import { useViewpoint } from "./use-viewpoint.ts";

const BulkBar = dynamic(() => import("./bulk-bar.tsx").then((module) => module.BulkBar), {
  loading: () => null,
});
const TaskPanel = dynamic(() => import("./task-panel.tsx").then((module) => module.TaskPanel), {
  ssr: false,
  // Its room, so that the list doesn't move when it comes.
  loading: () => (
    <div
      aria-hidden
      className="hidden w-[min(100%,23rem)] border-s border-hairline lg:@[45rem]/middle:block"
    />
  ),
});

export function TaskColumn() {
  const { view: place, filters, task } = usePlace();
  const view: View = place ?? { kind: "inbox" };
  const go = useGo();
  const { now, zone } = useViewpoint();
  const today = dayIn(now, zone);
  const { data: saved } = useQuery(filtersQuery(api));
  const kept = view.kind === "filter" ? saved?.find(({ id }) => id === view.id)?.query : undefined;
  const filter = taskFilterOf(view, filters, today, kept);
  const quickAdd = useRef<HTMLInputElement>(null);
  const wantsToAdd = useRef(false);
  const takesTasks = !["completed", "trash", "search"].includes(view.kind);
  const scroller = useRef<HTMLDivElement>(null);
  const selecting = useSelecting();
  useTaskKeys();

  useCommand("add", () => {
    go.toPane("tasks");
    if (quickAdd.current) return quickAdd.current.focus();
    wantsToAdd.current = true;
    go.toView({ kind: "inbox" });
  });
  useEffect(() => {
    if (!takesTasks || !wantsToAdd.current) return;
    wantsToAdd.current = false;
    quickAdd.current?.focus();
  }, [takesTasks]);

  useCommand("search", () => {
    const field = document.querySelector<HTMLInputElement>("[data-search]");
    if (field) field.focus();
    else go.toView({ kind: "search" });
  });

  return (
    <div className="@container/middle relative flex h-full min-h-0">
      <div ref={scroller} className="scroller flex min-w-0 flex-1 flex-col max-lg:pb-4">
        <div className="mx-auto flex w-full max-w-[46rem] flex-1 flex-col px-2 sm:px-5">
          <TaskHeader view={view} filters={filters} />
          {view.kind === "search" && <SearchField filters={filters} />}
          <div className="@container flex flex-1 flex-col">
            {filter ? (
              <TaskList
                key={JSON.stringify(view)}
                view={view}
                filter={filter}
                filters={filters}
                scroller={scroller}
                narrowed={countFilters(filters) > 0}
                openTask={task}
              />
            ) : (
              <EmptyView view={view} narrowed={false} />
            )}
            {(takesTasks || selecting) && (
              <div className="sticky bottom-0 z-20 bg-paper pb-3 before:pointer-events-none before:absolute before:inset-x-0 before:-top-3 before:h-3 before:bg-linear-to-t before:from-paper">
                {selecting ? (
                  <BulkBar trash={view.kind === "trash"} />
                ) : (
                  <QuickAdd view={view} filters={filters} filter={filter} today={today} input={quickAdd} />
                )}
              </div>
            )}
          </div>
        </div>
      </div>
      {task !== undefined && <TaskPanel key={task} number={task} onClose={go.closeTask} />}
    </div>
  );
}
