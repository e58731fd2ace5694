"use client";
/** The tasks of a view, page by page, in one or two groups, with every state a list can be in. */
import { useInfiniteQuery } from "@tanstack/react-query";
import type { Task } from "@todo/contract/tasks";
import { useEffect, useRef } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { t } from "../../lib/messages/translate.ts";
import { type TaskFilter, tasksQuery } from "../../lib/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import type { View } from "../navigation/views.ts";
import { tasksOf } from "./cache.ts";
import { isOverdue } from "./due.ts";
import { EmptyView } from "./empty-view.tsx";
import { TaskRow } from "./task-row.tsx";
import { TaskSkeleton } from "./task-skeleton.tsx";
import { useTaskChanges } from "./use-task-changes.ts";
import { useViewpoint } from "./use-viewpoint.ts";

interface TaskListProps {
  view: View;
  filter: TaskFilter;
  /** Whether the person narrowed the view, so that an empty one can say so. */
  narrowed: boolean;
  openTask: number | undefined;
}

export function TaskList({ view, filter, narrowed, openTask }: TaskListProps) {
  const viewpoint = useViewpoint();
  const changes = useTaskChanges();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useInfiniteQuery(tasksQuery(api, filter));

  if (isPending) return <TaskSkeleton />;
  if (error && !data) return <Trouble sentence={sentenceOf(error)} onRetry={() => void refetch()} />;
  const tasks = tasksOf(data);
  if (tasks.length === 0) return <EmptyView view={view} narrowed={narrowed} />;

  const rows = (some: Task[]) =>
    some.map((task) => (
      <TaskRow
        key={task.id}
        task={task}
        changes={changes}
        viewpoint={viewpoint}
        open={task.number === openTask}
        showsList={view.kind !== "list" && view.kind !== "inbox"}
        leaving={!belongs(task, filter)}
      />
    ));

  const overdue = view.kind === "today" ? tasks.filter((task) => isOverdue(task, viewpoint)) : [];
  const rest = overdue.length > 0 ? tasks.filter((task) => !overdue.includes(task)) : tasks;

  return (
    <>
      {overdue.length > 0 && (
        <Group id="overdue" title={t("group.overdue")}>
          {rows(overdue)}
        </Group>
      )}
      {overdue.length > 0 && rest.length > 0 && (
        <Group id="today" title={t("group.today")}>
          {rows(rest)}
        </Group>
      )}
      {overdue.length === 0 && (
        <ul aria-label={t("tasks.label")} className="flex flex-col">
          {rows(rest)}
        </ul>
      )}
      {hasNextPage && <More busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  );
}

/** A task that was just completed here, or reopened among the completed, says goodbye. */
const belongs = (task: Task, { status }: TaskFilter) =>
  status === undefined || status === "all" || task.status === status;

function Group({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section aria-labelledby={`group-${id}`} className="not-first:mt-5">
      <h2 id={`group-${id}`} className="px-3 pb-1 text-small font-semibold text-ink-2">
        {title}
      </h2>
      <ul className="flex flex-col">{children}</ul>
    </section>
  );
}

/** Fetches by itself when it comes into sight; the button is for keyboards and for when that fails. */
function More({ busy, onMore }: { busy: boolean; onMore: () => void }) {
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(onMore);
  useEffect(() => {
    latest.current = onMore;
  });
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) latest.current();
      },
      { rootMargin: "400px" },
    );
    if (end.current) observer.observe(end.current);
    return () => observer.disconnect();
  }, []);

  return (
    <div ref={end} className="flex justify-center py-3">
      <Button kind="quiet" size="small" disabled={busy} onClick={onMore}>
        {t(busy ? "tasks.loadingMore" : "tasks.loadMore")}
      </Button>
    </div>
  );
}
