"use client";
/** The middle column: what the view is called, how it is narrowed, its tasks, and the panel of the open one. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useEffect, useRef } from "react";
import { api } from "../../lib/api.ts";
import { isAskedInVain, isNotFound } from "../../lib/errors.ts";
import { insist } from "../../lib/insist.ts";
import { filtersQuery, tasksQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { useCommand } from "../commands/use-command.ts";
import { useKeys } from "../commands/use-keys.ts";
import { countFilters } from "../navigation/filters.ts";
import { useGo, usePlace } from "../navigation/use-place.ts";
import { taskFilterOf, type View } from "../navigation/views.ts";
import { dayIn } from "./calendar.ts";
import { impliedBy } from "./implied-by.ts";
import { NoTasks } from "./no-tasks.tsx";
import { tasksOf } from "./pages.ts";
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
  const { data, error } = useInfiniteQuery({
    ...tasksQuery(api, filter ?? {}),
    enabled: filter !== undefined,
  });
  // It may as well be what the view is narrowed by that isn't there.
  const gone =
    (isNotFound(error) && !filters.label && !filters.list) ||
    (view.kind === "filter" && saved !== undefined && kept === undefined);
  const takesTasks = !gone && !["completed", "trash", "search"].includes(view.kind);
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

  return (
    <div className="@container/middle relative flex h-full min-h-0">
      <div ref={scroller} className="scroller flex min-w-0 flex-1 flex-col max-lg:pb-4">
        <div className="mx-auto flex w-full max-w-[46rem] flex-1 flex-col px-2 sm:px-5">
          <TaskHeader
            view={view}
            filters={filters}
            holds={filter !== undefined && tasksOf(data).length > 0}
            gone={gone}
            unanswerable={!gone && isAskedInVain(error)}
          />
          {view.kind === "search" && <SearchField filters={filters} />}
          <div className="@container flex flex-1 flex-col">
            {filter && !gone ? (
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
              <NoTasks view={view} gone={gone} />
            )}
            {(takesTasks || selecting) && (
              <div className="sticky bottom-0 z-20 mt-2 bg-paper pb-3 before:pointer-events-none before:absolute before:inset-x-0 before:-top-2 before:h-2 before:bg-linear-to-t before:from-paper max-lg:after:absolute max-lg:after:inset-x-0 max-lg:after:-bottom-4.5 max-lg:after:h-5 max-lg:after:bg-paper">
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
      {task !== undefined && <TaskPanel key={task} number={task} />}
    </div>
  );
}
