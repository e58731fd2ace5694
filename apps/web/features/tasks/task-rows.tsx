"use client";
/**
 * Only the rows in sight are there, so that thousands stay smooth. They stand
 * in the flow between two empty heights, and each says which of how many it is.
 */
import type { Progress, Task } from "@todo/contract/tasks";
import dynamic from "next/dynamic";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { classes } from "../../lib/class-names.ts";
import { insist } from "../../lib/insist.ts";
import { orNothing } from "../../lib/or-nothing.ts";
import type { TaskFilter } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import type { Filters } from "../navigation/filters.ts";
import type { View } from "../navigation/views.ts";
import type { Dragged } from "./dragging.tsx";
import type { Viewpoint } from "./due.ts";
import { type Item, keyOf } from "./groups.ts";
import type { Said } from "./task-facts.tsx";
import { TaskRow } from "./task-row.tsx";
import { useRowsInSight } from "./use-rows-in-sight.ts";
import { useTaskChanges } from "./use-task-changes.ts";

// After the page: rows have no handle until it is there.
const Dragging = dynamic(
  () => orNothing(insist(() => import("./dragging.tsx").then((module) => module.Dragging))),
  {
    ssr: false,
  },
);

interface TaskRowsProps {
  view: View;
  filters: Filters;
  items: Item[];
  progress: ReadonlyMap<string, Progress>;
  filter: TaskFilter;
  viewpoint: Viewpoint;
  openTask: number | undefined;
  said: Said;
  scroller: RefObject<HTMLElement | null>;
  more: { waits: boolean; busy: boolean; failed: boolean; fetch: () => void };
}

const FETCH_AHEAD = 30;

export function TaskRows(props: TaskRowsProps) {
  const { view, filters, items, progress, filter, viewpoint, openTask, said, scroller, more } = props;
  const t = useMessages();
  const changes = useTaskChanges();
  const list = useRef<HTMLDivElement>(null);
  const keys = useMemo(() => items.map(keyOf), [items]);
  const rows = useRowsInSight({ keys, scroller, list });

  const wantsMore = rows.to >= items.length - FETCH_AHEAD && more.waits && !more.busy && !more.failed;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs because more is wanted, not because the function is another.
  useEffect(() => {
    if (wantsMore) more.fetch();
  }, [wantsMore]);

  const [dragged, setDragged] = useState<Dragged>();
  const landing = dragged?.landing;
  const belongs = ({ status }: Task) =>
    filter.status === undefined || filter.status === "all" || status === filter.status;

  const row = ({ index, item }: Part & { item: Item & { kind: "task" } }) => (
    <TaskRow
      key={keyOf(item)}
      task={item.task}
      progress={progress.get(item.task.id)}
      changes={changes}
      viewpoint={viewpoint}
      open={item.task.number === openTask}
      said={said}
      agenda={item.group.day !== undefined}
      leaving={!belongs(item.task)}
      index={index}
      place={item.place}
      setSize={more.waits ? -1 : item.group.tasks.length}
      measure={rows.measure}
      handle={dragged?.handleOf(item)}
      lifted={dragged?.lifted === item.task.id}
      landing={landing?.kind === "place" && landing.neighbour.id === item.task.id ? landing.side : undefined}
    />
  );

  return (
    <>
      <div ref={list}>
        <div aria-hidden style={{ height: rows.before }} />
        {inGroups(
          items.slice(rows.from, rows.to).map((item, index) => ({ item, index: rows.from + index })),
        ).map(({ group, head, tasks }) => (
          <section
            key={group.id}
            aria-label={group.title}
            className={classes(
              "rounded-medium",
              landing?.kind === "day" && landing.group === group && "bg-accent-soft",
            )}
          >
            {head.map(({ index, item }) =>
              item.kind === "heading" ? (
                <h2
                  key={keyOf(item)}
                  data-index={index}
                  ref={rows.measure}
                  className="px-3 pt-5 pb-1 text-small font-semibold text-ink-2 data-[index='0']:pt-2"
                >
                  {group.title}
                </h2>
              ) : (
                <p
                  key={keyOf(item)}
                  data-index={index}
                  ref={rows.measure}
                  className="px-3 py-1 text-small text-ink-3"
                >
                  {t("day.empty")}
                </p>
              ),
            )}
            {tasks.length > 0 && <ul aria-label={group.title ?? t("tasks.label")}>{tasks.map(row)}</ul>}
          </section>
        ))}
      </div>
      {more.waits && (
        <div className="flex justify-center py-3">
          <Button kind="quiet" size="small" disabled={more.busy} onClick={more.fetch}>
            {t(more.busy ? "tasks.loadingMore" : "tasks.loadMore")}
          </Button>
        </div>
      )}
      <Dragging
        view={view}
        filters={filters}
        items={items}
        list={list}
        scroller={scroller}
        reveal={rows.reveal}
        onDragged={setDragged}
      />
    </>
  );
}

interface Part {
  index: number;
  item: Item;
}

function inGroups(parts: Part[]) {
  return [...Map.groupBy(parts, ({ item }) => item.group)].map(([group, some]) => ({
    group,
    head: some.filter(({ item }) => item.kind !== "task"),
    tasks: some.flatMap(({ index, item }) => (item.kind === "task" ? [{ index, item }] : [])),
  }));
}
