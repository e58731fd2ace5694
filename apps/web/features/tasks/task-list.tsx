"use client";
/** The tasks of a view, page by page as one scrolls, in groups, with every state a list can be in. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { type RefObject, useEffect, useMemo } from "react";
import { api } from "../../lib/api.ts";
import { isAskedInVain, sentenceOf } from "../../lib/errors.ts";
import { useStore } from "../../lib/external-store.ts";
import { type TaskFilter, tasksQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { showTrouble } from "../../ui/toast-store.ts";
import { Trouble } from "../../ui/trouble.tsx";
import type { Filters } from "../navigation/filters.ts";
import type { View } from "../navigation/views.ts";
import { groupsOf, itemsOf } from "./groups.ts";
import { NoTasks } from "./no-tasks.tsx";
import { progressOf, tasksOf } from "./pages.ts";
import { endGrowing, noSelection, selection, showInOrder } from "./selection.ts";
import { TaskRows } from "./task-rows.tsx";
import { TaskSkeleton } from "./task-skeleton.tsx";
import { useAllPages } from "./use-all-pages.ts";
import { useViewpoint } from "./use-viewpoint.ts";

interface TaskListProps {
  view: View;
  filter: TaskFilter;
  filters: Filters;
  /** Whether the person narrowed the view, so that an empty one can say so. */
  narrowed: boolean;
  openTask: number | undefined;
  /** What scrolls. */
  scroller: RefObject<HTMLElement | null>;
}

export function TaskList({ view, filter, filters, narrowed, openTask, scroller }: TaskListProps) {
  const t = useMessages();
  const viewpoint = useViewpoint();
  const reading = useInfiniteQuery(tasksQuery(api, filter));
  const { data, error, isPending, hasNextPage, isFetchingNextPage, isFetchNextPageError } = reading;
  const growing = useStore(selection, (selected) => selected.growing);
  useAllPages(reading, growing);
  const tasks = useMemo(() => tasksOf(data), [data]);
  const progress = useMemo(() => progressOf(data), [data]);
  const items = useMemo(
    () => itemsOf(groupsOf(view, tasks, viewpoint, !hasNextPage, filters)),
    [view, tasks, viewpoint, hasNextPage, filters],
  );
  const order = useMemo(() => items.flatMap((item) => (item.kind === "task" ? [item.task.id] : [])), [items]);
  const label = view.kind === "label" ? view.name : filters.label;
  const oneList = view.kind === "list" || view.kind === "inbox" || filters.list !== undefined;
  const said = useMemo(() => ({ list: oneList, label }), [oneList, label]);
  useEffect(() => showInOrder(order, hasNextPage), [order, hasNextPage]);
  useEffect(() => {
    if (!growing || !isFetchNextPageError) return;
    endGrowing();
    showTrouble(sentenceOf(error, t));
  }, [growing, isFetchNextPageError, error, t]);
  useEffect(() => () => selection.set(noSelection), []);

  if (isPending) return <TaskSkeleton />;
  if (error && !data)
    return (
      <div className="px-3">
        <Trouble
          sentence={sentenceOf(error, t)}
          onRetry={isAskedInVain(error) ? undefined : () => void reading.refetch()}
        />
      </div>
    );
  if (tasks.length === 0 && view.kind !== "upcoming") return <NoTasks view={view} narrowed={narrowed} />;

  return (
    <TaskRows
      view={view}
      filters={filters}
      items={items}
      progress={progress}
      filter={filter}
      viewpoint={viewpoint}
      openTask={openTask}
      said={said}
      scroller={scroller}
      more={{
        waits: hasNextPage,
        busy: isFetchingNextPage,
        failed: isFetchNextPageError,
        fetch: () => void reading.fetchNextPage(),
      }}
    />
  );
}
