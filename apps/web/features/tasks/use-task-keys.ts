"use client";
/**
 * j and k move between rows; x completes, e opens, # deletes the task whose row, or whose panel, has the focus, b and r
 * ask when it is to be told of, and what was chosen in the palette is given to it.
 */
import { useQueryClient } from "@tanstack/react-query";
import type { Task } from "@todo/contract/tasks";
import type { CommandId } from "../commands/commands.ts";
import { runForNext } from "../commands/run-for-next.ts";
import { useCommand } from "../commands/use-command.ts";
import { closeTask } from "../navigation/close-task.ts";
import { useGo, usePlace } from "../navigation/use-place.ts";
import { reminderMenu } from "../reminders/reminder-menu.ts";
import type { Given, GivenEdit, GivenReminder } from "./given.ts";
import { selection } from "./selection.ts";
import { rowAround, taskAround, taskOfRow } from "./task-in-focus.ts";
import { openMenu } from "./use-selection-keys.ts";
import { useTaskChanges } from "./use-task-changes.ts";

const ROW = "[data-task]";
const OPENER = "[data-opens-task]";
const OPEN = `${OPENER}[aria-expanded="true"]`;

export function useTaskKeys() {
  const queries = useQueryClient();
  const changes = useTaskChanges();
  const go = useGo();
  const { view, task: open } = usePlace();
  const trash = view?.kind === "trash";

  const inFocus = () => {
    const task = taskAround(queries, document.activeElement);
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
    if (task.number === open) closeTask();
  };

  const giveOrAsk = (command: GivenEdit["command"]) => (given?: Given) => {
    if (!given) return openMenu(command);
    if (isForSelected(command, given)) return true;
    const task = inFocus();
    if (task) changes.give(task, given);
    return task !== undefined;
  };
  // What lies in the trash is brought back first.
  const valued = (command: GivenEdit["command"]) => (trash ? undefined : giveOrAsk(command));

  const remind = (command: GivenReminder["command"]) => (given?: Given) => {
    const task = someSelected() ? undefined : inFocus();
    if (task?.status !== "pending") return false;
    if (given) changes.give(task, given);
    else {
      reminderMenu.set({ task: task.number, command });
      if (task.number !== open) go.openTask(task.number);
    }
    return true;
  };

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
  useCommand("snooze", trash ? undefined : remind("snooze"));
  useCommand("remind", trash ? undefined : remind("remind"));
  useCommand("edit", () => {
    const task = taskOfRow(queries, document.activeElement);
    // Of the open one the panel answers.
    if (!task || task.number === open) return false;
    go.openTask(task.number);
    return true;
  });
}

const someSelected = () => selection.get().ids.size > 0;

/** What is to be done to those selected is their bar's, which may still be on its way. */
function isForSelected(id: CommandId, given?: Given): boolean {
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

const focusedRow = () => rowAround(document.activeElement);
