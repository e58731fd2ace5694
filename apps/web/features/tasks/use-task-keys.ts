"use client";
/** j and k move between rows, x completes, e opens: all of them act on the row that has the focus. */
import type { QueryClient } from "@tanstack/react-query";
import { useQueryClient } from "@tanstack/react-query";
import type { Task } from "@todo/contract/tasks";
import { useCommand } from "../commands/use-command.ts";
import { useGo, usePlace } from "../navigation/use-place.ts";
import { type Pages, tasksOf } from "./pages.ts";
import { useTaskChanges } from "./use-task-changes.ts";

const ROW = "[data-task]";
const OPENER = "[data-opens-task]";
const OPEN = `${OPENER}[aria-expanded="true"]`;

export function useTaskKeys() {
  const queries = useQueryClient();
  const changes = useTaskChanges();
  const go = useGo();
  const { task: open } = usePlace();

  useCommand("next", () => moveFocus(1));
  useCommand("previous", () => moveFocus(-1));
  useCommand("complete", () => {
    const task = focusedTask(queries);
    if (!task || task.deleted_at) return false;
    changes.setDone(task, task.status !== "completed");
    // The row may be about to leave; the focus goes on to its neighbour rather than nowhere.
    if (!moveFocus(1)) moveFocus(-1);
    return true;
  });
  useCommand("edit", () => {
    const task = focusedTask(queries);
    // Of the open one the panel answers.
    if (!task || task.number === open) return false;
    go.openTask(task.number);
    return true;
  });
}

function moveFocus(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>(ROW)];
  const focused = rows.findIndex((row) => row.contains(document.activeElement));
  const current = focused === -1 ? rows.findIndex((row) => row.querySelector(OPEN)) : focused;
  const wanted = current === -1 ? (step === 1 ? 0 : rows.length - 1) : current + step;
  const opener = rows[wanted]?.querySelector<HTMLElement>(OPENER);
  opener?.focus();
  opener?.scrollIntoView({ block: "nearest" });
  return opener !== undefined;
}

function focusedTask(queries: QueryClient): Task | undefined {
  const id = document.activeElement?.closest<HTMLElement>(ROW)?.dataset.task;
  if (!id) return undefined;
  for (const [, pages] of queries.getQueriesData<Pages>({ queryKey: ["tasks", "page"] })) {
    const task = tasksOf(pages).find((one) => one.id === id);
    if (task) return task;
  }
  return undefined;
}
