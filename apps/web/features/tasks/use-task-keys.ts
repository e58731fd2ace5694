"use client";
/**
 * j and k move between rows; x completes, e opens, # deletes the task whose row, or whose panel, has the focus, and what
 * was chosen in the palette is given to it.
 */
import type { QueryClient } from "@tanstack/react-query";
import { useQueryClient } from "@tanstack/react-query";
import type { Task } from "@todo/contract/tasks";
import { api } from "../../lib/api.ts";
import type { CommandId } from "../commands/commands.ts";
import { runForNext } from "../commands/registry.ts";
import { useCommand } from "../commands/use-command.ts";
import { useGo, usePlace } from "../navigation/use-place.ts";
import type { Given } from "./given.ts";
import { type Pages, tasksOf } from "./pages.ts";
import { taskQuery } from "./queries.ts";
import { selection } from "./selection.ts";
import { openMenu } from "./use-selection-keys.ts";
import { useTaskChanges } from "./use-task-changes.ts";

const ROW = "[data-task]";
const PANEL = "[data-open-task]";
const OPENER = "[data-opens-task]";
const OPEN = `${OPENER}[aria-expanded="true"]`;

export function useTaskKeys() {
  const queries = useQueryClient();
  const changes = useTaskChanges();
  const go = useGo();
  const { view, task: open } = usePlace();
  const trash = view?.kind === "trash";

  const inFocus = () => {
    const task = taskOfRow(queries) ?? taskOfPanel(queries, open);
    return task && (task.deleted_at !== null) === trash ? task : undefined;
  };
  const take = (id: CommandId, deed: (task: Task) => void) => () => {
    if (isForSelected(id)) return true;
    const task = inFocus();
    if (!task) return false;
    const inRow = focusedRow() !== null;
    deed(task);
    // The row may be about to leave; the focus goes on to its neighbour rather than nowhere.
    if (inRow && !moveFocus(1)) moveFocus(-1);
    return true;
  };
  const away = (deed: (task: Task) => void) => (task: Task) => {
    deed(task);
    if (task.number === open) go.closeTask();
  };

  const giveOrAsk = (command: Given["command"]) => (given?: Given) => {
    if (!given) return openMenu(command);
    if (isForSelected(command, given)) return true;
    const task = inFocus();
    if (task) changes.give(task, given);
    return task !== undefined;
  };
  // What lies in the trash is brought back first.
  const valued = (command: Given["command"]) => (trash ? undefined : giveOrAsk(command));

  useCommand("next", () => moveFocus(1));
  useCommand("previous", () => moveFocus(-1));
  const complete = take("complete", (task) => changes.setDone(task, task.status !== "completed"));
  useCommand("complete", trash ? undefined : complete);
  useCommand("delete", trash ? undefined : take("delete", away(changes.remove)));
  useCommand("restore", trash ? take("restore", away(changes.restore)) : undefined);
  useCommand("schedule", valued("schedule"));
  useCommand("priority", valued("priority"));
  useCommand("label", valued("label"));
  useCommand("move", valued("move"));
  useCommand("edit", () => {
    const task = taskOfRow(queries);
    // Of the open one the panel answers.
    if (!task || task.number === open) return false;
    go.openTask(task.number);
    return true;
  });
}

/** What is to be done to those selected is their bar's, which may still be on its way. */
function isForSelected(id: CommandId, given?: Given): boolean {
  const someSelected = () => selection.get().ids.size > 0;
  if (!someSelected()) return false;
  runForNext(id, given, someSelected);
  return true;
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

const focusedRow = () => document.activeElement?.closest<HTMLElement>(ROW) ?? null;

function taskOfRow(queries: QueryClient): Task | undefined {
  const id = focusedRow()?.dataset.task;
  if (!id) return undefined;
  for (const [, pages] of queries.getQueriesData<Pages>({ queryKey: ["tasks", "page"] })) {
    const task = tasksOf(pages).find((one) => one.id === id);
    if (task) return task;
  }
  return undefined;
}

const taskOfPanel = (queries: QueryClient, open: number | undefined): Task | undefined =>
  open !== undefined && document.activeElement?.closest(PANEL)
    ? queries.getQueryData(taskQuery(api, open).queryKey)
    : undefined;
