/**
 * Everything a hand can do to a task: shown at once, sent, then either
 * confirmed with a way back or taken back with a sentence that says why.
 */
import type { QueryClient } from "@tanstack/react-query";
import { newKey } from "@todo/contract/attempts";
import type { InputOf, OutputOf } from "@todo/contract/contract";
import type { List } from "@todo/contract/lists";
import type { Occurrences } from "@todo/contract/recurrence";
import type { Task } from "@todo/contract/tasks";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { touchedByHand } from "../../lib/glow.ts";
import { afterOwnChange, holdRefresh, whileSending } from "../../lib/live.ts";
import { openTasksQuery, type TaskFilter, tasksQuery } from "../../lib/queries.ts";
import { announce, showToast, showTrouble, type Toast } from "../../ui/toast-store.ts";
import { AtOdds } from "../conflicts/at-odds.ts";
import { inTurn } from "../conflicts/in-turn.ts";
import { sendOrKeep, Waits } from "../offline/send.ts";
import { askScope } from "../recurrence/scope-store.ts";
import { mapTasks, withoutTasks, withSubtasks, withTaskAtEnd, withTaskMoved } from "./cache.ts";
import { dayNamed, type Viewpoint } from "./due.ts";
import { editOf, type Given, isEdit, saidOf } from "./given.ts";
import { type Pages, tasksOf } from "./pages.ts";
import { keepRow } from "./row-keys.ts";
import { saveEdit } from "./save-edit.ts";
import { type Edit, edited, needsScope, withoutRule } from "./task-edit.ts";
import { undoLater } from "./undo.ts";

const FAREWELL_MS = 650;

export type NewTask = InputOf<"add_task">;

export type TaskChanges = ReturnType<typeof taskChanges>;

export function taskChanges(queries: QueryClient, { zone, locale, t }: Omit<Viewpoint, "now">) {
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
      if (error instanceof Waits) throw error;
      put(error instanceof AtOdds && error.now.kind === "task" ? error.now.current : task);
      afterOwnChange(queries, "task");
      if (!(error instanceof AtOdds)) showTrouble(sentenceOf(error, t));
      throw error;
    }
  };

  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined);

  return {
    /** Resolves to the way back; to nothing when it failed, and the words are worth keeping. */
    async add(input: NewTask, filter: TaskFilter | undefined): Promise<(() => Promise<void>) | undefined> {
      const guess = guessOf(input, queries.getQueryData(openTasksQuery(api).queryKey)?.lists ?? []);
      if (filter) {
        const { queryKey } = tasksQuery(api, filter);
        const pages = queries.getQueryData<Pages>(queryKey);
        // A view that is still on its way comes as it is; the task follows with the next reading.
        if (pages) {
          void queries.cancelQueries({ queryKey });
          queries.setQueryData<Pages>(queryKey, withTaskAtEnd(pages, guess));
        }
      }
      const added = { before: null, after: { ...guess, number: temporaryNumber() } };
      const sent = sendOrKeep("add_task", input, added);
      const undo = undoLater(queries, t, sent);
      try {
        const { undo: _, ...task } = await whileSending(sent);
        touchedByHand(task.id);
        const seen = !filter || filter.parent !== undefined || isSeen(guess.id);
        keepRow(task.id, guess.id);
        put(task, guess.id);
        afterOwnChange(queries, "task");
        if (filter && (await isElsewhere(task, filter))) {
          const { queryKey } = tasksQuery(api, filter);
          queries.setQueryData<Pages>(queryKey, (pages) => pages && withoutTasks(pages, new Set([task.id])));
          tellWhere(task, undo);
        } else if (!seen) tellWhere(task, undo);
        else if (filter) tellHere(task);
        return undo.run;
      } catch (error) {
        if (error instanceof Waits) {
          if (filter) tellHere(input);
          return undo.run;
        }
        inPages((pages) => withoutTasks(pages, new Set([guess.id])));
        showTrouble(sentenceOf(error, t));
        return undefined;
      }
    },

    setDone(task: Task, done: boolean) {
      const guess: Task = {
        ...task,
        status: done ? "completed" : "pending",
        completed_at: done ? new Date().toISOString() : null,
      };
      const target = { task_id: task.id };
      const about = { before: task, after: guess };
      const completed = done ? sendOrKeep("complete_task", target, about) : undefined;
      const sent: Promise<OutputOf<"reopen_task">> = completed ?? sendOrKeep("reopen_task", target, about);
      holdRefresh(FAREWELL_MS);
      quietly(change(task, guess, () => sent));
      showToast({
        text: t(done ? "toast.completed" : "toast.reopened", { title: task.title }),
        action: undoLater(queries, t, sent),
      });
      if (completed) quietly(completed.then(({ next }) => next && tellNext(next, sent)));
    },

    /** `task` is what the person saw when they began. One that recurs is changed once they have said which occurrences they mean. */
    edit(task: Task, wanted: Edit, said?: string, occurrences?: Occurrences) {
      const edit = withoutRule(task, wanted);
      if (needsScope(task, edit) && !occurrences) {
        askScope({ task, edit, choose: (chosen) => this.edit(task, edit, said, chosen) });
        return;
      }
      const after = edited(task, edit, zone);
      const again = (current: Task) => this.edit(current, edit, said, occurrences);
      const sent = saveEdit({ began: task, edit, after, occurrences, again });
      const shown = queries.getQueryData<Task>(["tasks", "one", task.number]) ?? task;
      quietly(change(shown, edited(shown, edit, zone), () => sent));
      if (said) showToast({ text: said, action: undoLater(queries, t, sent) });
    },

    give(task: Task, given: Given) {
      if (isEdit(given))
        return this.edit(task, editOf(given, task), saidOf(given, { now: new Date(), zone, locale, t }));
      import("../reminders/send-reminder.ts").then(
        ({ sendingOf }) => {
          const { call, say } = sendingOf(task, given, { zone, locale, t });
          this.send(task, call, say);
        },
        () => showTrouble(t("error.unavailable")),
      );
    },

    /** Anything else that changes one task: how it is sent, and what is said of the answer. */
    send(task: Task, call: () => Promise<Task & { undo: string }>, say: (answer: Task) => string) {
      const sent = inTurn([task], call, (answer) => [answer]);
      quietly(change(task, task, () => sent));
      quietly(sent.then((answer) => showToast({ text: say(answer), action: undoLater(queries, t, sent) })));
    },

    /** Manual order: next to another task of the same list. */
    place(task: Task, side: "after" | "before", neighbour: Task) {
      touchedByHand(task.id);
      void queries.cancelQueries({ queryKey: ["tasks"] });
      const former = queries.getQueriesData<Pages>({ queryKey: ["tasks", "page"] });
      inPages((pages) => withTaskMoved(pages, task, side, neighbour.id));
      const send = () => api.update_task({ task_id: task.id, [side]: neighbour.id });
      whileSending(inTurn([task], send, (answer) => [answer])).then(
        ({ undo: _, ...placed }) => {
          put(placed);
          afterOwnChange(queries, "task");
        },
        (error: unknown) => {
          for (const [key, pages] of former) queries.setQueryData(key, pages);
          showTrouble(sentenceOf(error, t));
          void queries.invalidateQueries({ queryKey: ["tasks"] });
        },
      );
    },

    remove(task: Task) {
      const sent = sendOrKeep("delete_task", { task_id: task.id }, { before: task, after: null });
      leave(task, sent, t("toast.deleted", { title: task.title }));
    },

    restore(task: Task) {
      const restored = { before: task, after: { ...task, deleted_at: null } };
      const sent = sendOrKeep("restore_task", { task_id: task.id }, restored);
      leave(task, sent, t("toast.restored", { title: task.title }));
    },
  };

  function tellNext({ due_on }: Task, sent: Promise<{ undo: string }>) {
    if (due_on === null) return;
    const day = dayNamed(due_on, locale);
    showToast({ text: t("repeat.completedNext", { day }), action: undoLater(queries, t, sent) });
  }

  /** It is seen where it is added, but not heard. */
  function tellHere({ title }: Pick<Task, "title">) {
    announce(t("toast.added", { title }));
  }

  /** Otherwise nobody would know: its row is out of sight, or gone as soon as the view is read anew. */
  function tellWhere({ title, list, due_on }: Task, action: NonNullable<Toast["action"]>) {
    const place = list?.name ?? t("view.inbox");
    const where = due_on ? t("day.named", { name: place, date: dayNamed(due_on, locale) }) : place;
    showToast({ text: t("toast.addedElsewhere", { title, where }), action });
  }

  /** The task goes from where it is shown, and its sub-tasks with it; on failure everything is read anew. */
  function leave(task: Task, sent: Promise<OutputOf<"delete_task">>, said: string) {
    touchedByHand(task.id);
    void queries.cancelQueries({ queryKey: ["tasks"] });
    const known = queries.getQueriesData<Pages>({ queryKey: ["tasks", "page"] });
    const leaving = withSubtasks(
      [task],
      known.flatMap(([, pages]) => tasksOf(pages)),
    );
    inPages((pages) => withoutTasks(pages, leaving));
    showToast({ text: said, action: undoLater(queries, t, sent) });
    whileSending(sent).then(
      () => afterOwnChange(queries, "task"),
      (error: unknown) => {
        if (error instanceof Waits) return;
        showTrouble(sentenceOf(error, t));
        void queries.invalidateQueries({ queryKey: ["tasks"] });
      },
    );
  }
}

/** Whether its row is in sight: the end of a long list isn't. */
function isSeen(id: string): boolean {
  if (typeof document === "undefined") return true;
  const row = document.querySelector(`[data-task="${id}"]`);
  if (!row) return false;
  const { x, y, width, height } = row.getBoundingClientRect();
  return row.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}

/** Whether the view surely doesn't hold it: “tomorrow” said in Today. */
const isElsewhere = (task: Task, filter: TaskFilter): Promise<boolean> =>
  import("../offline/shown.ts").then(
    ({ tasksHere }) => tasksHere([task], [], filter)?.length === 0,
    // Without a network it can't be told; the view is read anew anyhow.
    () => false,
  );

let lowestNumber = 0;

/** Until it is sent it has a number that no other task has, though several are added in one moment or over reloads. */
function temporaryNumber(): number {
  lowestNumber = Math.min(lowestNumber - 1, -Date.now());
  return lowestNumber;
}

/** What an added task looks like until the server has answered. */
function guessOf(input: NewTask, lists: Pick<List, "id" | "name">[]): Task {
  const now = new Date().toISOString();
  const { list, parent } = input;
  const known = lists.find(({ id, name }) => id === list || name.toLowerCase() === list?.toLowerCase());
  return {
    id: `new-${newKey()}`,
    number: 0,
    title: input.title,
    description: input.description ?? "",
    status: "pending",
    priority: input.priority ?? "none",
    labels: input.labels ?? [],
    list: known ? { id: known.id, name: known.name } : list ? { id: list, name: list } : null,
    parent: typeof parent === "string" ? parent : null,
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
