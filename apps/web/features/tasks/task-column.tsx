"use client";
/** The middle column: what the view is called, how it is narrowed, its tasks, and the panel of the open one. */
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useEffect, useRef } from "react";
import { api } from "../../lib/api.ts";
import { insist } from "../../lib/insist.ts";
import { filtersQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { useCommand } from "../commands/use-command.ts";
import { useKeys } from "../commands/use-keys.ts";
import { countFilters } from "../navigation/filters.ts";
import { useGo, usePlace } from "../navigation/use-place.ts";
import { taskFilterOf, type View } from "../navigation/views.ts";
import { dayIn } from "./calendar.ts";
import { EmptyView } from "./empty-view.tsx";
import { impliedBy } from "./implied-by.ts";
import { QuickAdd } from "./quick-add.tsx";
import { useSelecting } from "./selection.ts";
import { TaskHeader } from "./task-header.tsx";
import { TaskList } from "./task-list.tsx";
import { useViewpoint } from "./use-viewpoint.ts";

const BulkBar = dynamic(() => insist(() => import("./bulk-bar.tsx").then((module) => module.BulkBar)), {
  loading: () => null,
});
// Without a room of its own until it comes: the server would send the room first and the field behind the page.
const SearchField = dynamic(() =>
  insist(() => import("./search-field.tsx").then((module) => module.SearchField)),
);
const TaskPanel = dynamic(() => insist(() => import("./task-panel.tsx").then((module) => module.TaskPanel)), {
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
  const t = useMessages();
  const shortcut = useKeys("add");
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
          <TaskHeader view={view} filters={filters} filter={filter} />
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
              <div className="sticky bottom-0 z-20 mt-2 bg-paper pb-3 before:pointer-events-none before:absolute before:inset-x-0 before:-top-2 before:h-2 before:bg-linear-to-t before:from-paper max-lg:after:absolute max-lg:after:inset-x-0 max-lg:after:top-full max-lg:after:h-4 max-lg:after:bg-paper">
                {selecting ? (
                  <BulkBar trash={view.kind === "trash"} />
                ) : (
                  <QuickAdd
                    label={t("quickAdd.label")}
                    placeholder={t("quickAdd.placeholder")}
                    shortcut={shortcut}
                    implied={impliedBy(view, filters, today)}
                    filter={filter}
                    input={quickAdd}
                  />
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
