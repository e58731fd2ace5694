/**
 * Everything a hand can do to a task: shown at once, sent, then either
 * confirmed with a way back or taken back with a sentence that says why.
 */
import type { QueryClient } from "@tanstack/react-query";
import type { InputOf, OutputOf } from "@todo/contract/contract";
import type { Task } from "@todo/contract/tasks";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { touchedByHand } from "../../lib/glow.ts";
import { afterOwnChange, holdRefresh, whileSending } from "../../lib/live.ts";
import { t } from "../../lib/messages/translate.ts";
import { type TaskFilter, tasksQuery } from "../../lib/queries.ts";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { mapTasks, type Pages, withoutTask, withTaskAtEnd } from "./cache.ts";
import { addConflict } from "./conflict-store.ts";
import { AtOdds, saveEdit } from "./save-edit.ts";
import { type Edit, edited } from "./task-edit.ts";
import { undoLater } from "./undo.ts";

const FAREWELL_MS = 650;

export type NewTask = InputOf<"add_task">;

export type TaskChanges = ReturnType<typeof taskChanges>;

export function taskChanges(queries: QueryClient, zone: string) {
  const inPages = (change: (pages: Pages) => Pages) =>
    queries.setQueriesData<Pages>({ queryKey: ["tasks", "page"] }, (pages) => pages && change(pages));

  const put = (task: Task, id = task.id) => {
    inPages((pages) => mapTasks(pages, (one) => (one.id === id ? task : one)));
    queries.setQueryData<Task>(["tasks", "one", task.number], (one) => one && task);
  };

  /** Shows `guess`, sends, and puts the server's answer or the former task in its place. */
  const change = async <Answer extends Task>(task: Task, guess: Task, send: () => Promise<Answer>) => {
    touchedByHand(task.id);
    // Cancelling takes effect at once; only its confirmation would have to be awaited.
    void queries.cancelQueries({ queryKey: ["tasks"] });
    put(guess);
    try {
      const { undo: _, ...answer } = (await whileSending(send())) as Answer & { undo?: string };
      put(answer as Task);
      afterOwnChange(queries, "task");
    } catch (error) {
      put(error instanceof AtOdds ? error.current : task);
      afterOwnChange(queries, "task");
      if (!(error instanceof AtOdds)) showTrouble(sentenceOf(error));
      throw error;
    }
  };

  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined);

  return {
    /** Resolves to false when it failed; the words are then worth keeping. */
    async add(input: NewTask, filter: TaskFilter | undefined): Promise<boolean> {
      const guess = guessOf(input);
      if (filter) {
        const { queryKey } = tasksQuery(api, filter);
        void queries.cancelQueries({ queryKey });
        queries.setQueryData<Pages>(queryKey, (pages) => pages && withTaskAtEnd(pages, guess));
      }
      try {
        const { undo: _, ...task } = await whileSending(api.add_task(input));
        touchedByHand(task.id);
        put(task, guess.id);
        afterOwnChange(queries, "task");
        return true;
      } catch (error) {
        inPages((pages) => withoutTask(pages, guess.id));
        showTrouble(sentenceOf(error));
        return false;
      }
    },

    setDone(task: Task, done: boolean) {
      const target = { task_id: task.id };
      const sent = done ? api.complete_task(target) : api.reopen_task(target);
      const guess: Task = {
        ...task,
        status: done ? "completed" : "pending",
        completed_at: done ? new Date().toISOString() : null,
      };
      holdRefresh(FAREWELL_MS);
      quietly(change(task, guess, () => sent));
      showToast({
        text: t(done ? "toast.completed" : "toast.reopened", { title: task.title }),
        action: undoLater(queries, sent),
      });
    },

    /** `task` is what the person saw when they began. */
    edit(task: Task, edit: Edit, said?: string) {
      const sent = saveEdit(task, edit);
      const shown = queries.getQueryData<Task>(["tasks", "one", task.number]) ?? task;
      quietly(change(shown, edited(shown, edit, zone), () => sent));
      sent.catch((error: unknown) => {
        if (error instanceof AtOdds)
          addConflict({ ...error.conflict, keepMine: () => this.edit(error.current, edit, said) });
      });
      if (said) showToast({ text: said, action: undoLater(queries, sent) });
    },

    remove(task: Task) {
      const sent = api.delete_task({ task_id: task.id });
      leave(task, sent, t("toast.deleted", { title: task.title }));
    },

    restore(task: Task) {
      const sent = api.restore_task({ task_id: task.id });
      leave(task, sent, t("toast.restored", { title: task.title }));
    },
  };

  /** The task goes from where it is shown; on failure everything is read anew. */
  function leave(task: Task, sent: Promise<OutputOf<"delete_task">>, said: string) {
    touchedByHand(task.id);
    void queries.cancelQueries({ queryKey: ["tasks"] });
    inPages((pages) => withoutTask(pages, task.id));
    showToast({ text: said, action: undoLater(queries, sent) });
    whileSending(sent).then(
      () => afterOwnChange(queries, "task"),
      (error: unknown) => {
        showTrouble(sentenceOf(error));
        void queries.invalidateQueries({ queryKey: ["tasks"] });
      },
    );
  }
}

/** What an added task looks like until the server has answered. */
function guessOf(input: NewTask): Task {
  const now = new Date().toISOString();
  return {
    id: `new-${crypto.randomUUID()}`,
    number: 0,
    title: input.title,
    description: input.description ?? "",
    status: "pending",
    priority: input.priority ?? "none",
    labels: input.labels ?? [],
    list: null,
    parent: null,
    due_on: input.due_on ?? null,
    due_time: input.due_time ?? null,
    time_zone: null,
    recurrence: null,
    series: null,
    occurrence: null,
    reminders: [],
    position: "~",
    completed_at: null,
    deleted_at: null,
    created_at: now,
    updated_at: now,
    version: 0,
  };
}
