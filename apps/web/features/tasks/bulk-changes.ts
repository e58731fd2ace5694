/** What is done to all selected tasks: shown at once, sent in as few calls as the contract takes, with one way back. */
import type { QueryClient } from "@tanstack/react-query";
import { newKey } from "@todo/contract/attempts";
import { limits } from "@todo/contract/limits";
import type { Failure, Task } from "@todo/contract/tasks";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { touchedByHand } from "../../lib/glow.ts";
import { afterOwnChange, holdRefresh, refresh, whileSending } from "../../lib/live.ts";
import type { Say } from "../../messages/messages.ts";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { AtOdds } from "../conflicts/at-odds.ts";
import { inTurn } from "../conflicts/in-turn.ts";
import { mustWait, sendOrKeep, Waits } from "../offline/send.ts";
import { mapTasks, withoutTasks, withSubtasks } from "./cache.ts";
import { editOf, type GivenEdit } from "./given.ts";
import { sendInCalls } from "./in-calls.ts";
import { type Pages, tasksOf } from "./pages.ts";
import { saveEdit } from "./save-edit.ts";
import { type Edit, edited } from "./task-edit.ts";
import { areOne, takeBackAll, takeBackKept } from "./undo.ts";

const FAREWELL_MS = 650;

interface Answer {
  tasks?: Task[];
  failures: Failure[];
  undo?: string;
}

const changedIn = ({ tasks = [] }: Answer) => tasks;

interface Deed {
  tasks: Task[];
  /** What a task looks like at once; nothing: it leaves. */
  guess: (task: Task) => Task | undefined;
  call: (task_ids: string[]) => Promise<Answer>;
  /** The same for one of them, kept where there is no network; nothing: then it can't be done. */
  alone?: (task: Task, guess: Task | undefined) => Promise<unknown>;
  /** What is said of that many. */
  said: (count: number) => string;
}

export function bulkChanges(queries: QueryClient, zone: string, t: Say) {
  const show = (change: (pages: Pages) => Pages) =>
    queries.setQueriesData<Pages>({ queryKey: ["tasks", "page"] }, (pages) => pages && change(pages));

  const act = async ({ tasks, guess, call, alone, said }: Deed) => {
    const former = queries.getQueriesData<Pages>({ queryKey: ["tasks", "page"] });
    const guesses = new Map(tasks.map((task) => [task.id, guess(task)]));
    const showGuesses = (of: Task[]) => {
      const leaving = withSubtasks(
        of.filter(({ id }) => !guesses.get(id)),
        former.flatMap(([, pages]) => tasksOf(pages)),
      );
      const meant = new Set(of.map(({ id }) => id));
      const guessed = (task: Task) => (meant.has(task.id) && guesses.get(task.id)) || task;
      show((pages) => withoutTasks(mapTasks(pages, guessed), leaving));
    };
    for (const { id } of tasks) touchedByHand(id);
    void queries.cancelQueries({ queryKey: ["tasks"] });
    showGuesses(tasks);
    if (alone && mustWait()) return keepAll(tasks, (task) => alone(task, guesses.get(task.id)), said);
    const { answered, trouble } = await sendInCalls(tasks, limits.changedAtOnce, newKey, ({ items }) =>
      whileSending(inTurn(items, () => call(items.map(({ id }) => id)), changedIn)),
    );
    const failed = answered.reduce((sum, { answer }) => sum + answer.failures.length, 0);
    const done = answered.reduce((sum, { items }) => sum + items.length, 0) - failed;
    if (trouble) {
      for (const [key, pages] of former) queries.setQueryData(key, pages);
      // What was done stays, also where the tasks can't be read anew for now.
      showGuesses(answered.flatMap(({ items }) => items));
      showTrouble(sentenceOf(trouble, t));
    } else if (failed > 0) showTrouble(t("bulk.failed", { count: failed }));
    // Of what failed, no news comes.
    if (trouble || failed > 0) refresh(queries, ["tasks", "lists", "labels"]);
    else afterOwnChange(queries, "task");
    if (done === 0) return;
    const groups = answered.flatMap(({ answer }) => answer.undo ?? []);
    areOne(groups);
    showToast({
      text: said(done),
      ...(groups.length > 0 && {
        action: { label: t("action.undo"), run: () => void takeBackAll(queries, t, groups) },
      }),
    });
  };

  /** One after the other, so that they wait in this order. */
  const keepAll = async (tasks: Task[], keep: (task: Task) => Promise<unknown>, said: Deed["said"]) => {
    const keys: string[] = [];
    for (const task of tasks) {
      const failure = await keep(task).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (failure instanceof Waits) keys.push(failure.key);
      else if (failure) tell(failure);
    }
    const run = async () => {
      for (const key of keys.toReversed()) await takeBackKept(queries, t, key);
    };
    if (keys.length > 0) showToast({ text: said(keys.length), action: { label: t("action.undo"), run } });
  };

  /** Why it wasn't done, unless the person is asked about it, or it is done later. */
  const tell = (failure: unknown) => {
    if (!(failure instanceof AtOdds || failure instanceof Waits)) showTrouble(sentenceOf(failure, t));
  };

  const edit =
    (change: (task: Task) => Edit) =>
    (began: Task, after = edited(began, change(began), zone)): Promise<unknown> => {
      const again = (current: Task) => void edit(change)(current).catch(tell);
      return saveEdit({ began, edit: change(began), after, again });
    };

  const what = (count: number) => ({ what: t("count.tasks", { count }) });

  return {
    complete(tasks: Task[]) {
      const at = new Date().toISOString();
      holdRefresh(FAREWELL_MS);
      return act({
        tasks,
        guess: (task) => ({ ...task, status: "completed", completed_at: task.completed_at ?? at }),
        call: (task_ids) => api.complete_tasks({ task_ids }),
        alone: (task, after = task) =>
          sendOrKeep("complete_task", { task_id: task.id }, { before: task, after }),
        said: (count) => t("did.complete_tasks", what(count)),
      });
    },
    give(tasks: Task[], given: GivenEdit) {
      const moves = given.command === "schedule" || given.command === "move";
      return act({
        tasks,
        guess: (task) => edited(task, editOf(given, task), zone),
        call: (task_ids) => callFor(given, task_ids),
        alone: edit((task) => editOf(given, task)),
        said: (count) => t(moves ? "did.reschedule_tasks" : "did.update_tasks", what(count)),
      });
    },
    remove(tasks: Task[]) {
      return act({
        tasks,
        guess: () => undefined,
        call: (task_ids) => api.delete_tasks({ task_ids }),
        alone: (task) => sendOrKeep("delete_task", { task_id: task.id }, { before: task, after: null }),
        said: (count) => t("did.delete_tasks", what(count)),
      });
    },
    restore(tasks: Task[]) {
      return act({
        tasks,
        guess: () => undefined,
        call: (task_ids) => api.restore_tasks({ task_ids }),
        said: (count) => t("did.restore_tasks", what(count)),
      });
    },
    purge(tasks: Task[]) {
      return act({
        tasks,
        guess: () => undefined,
        call: (task_ids) => api.purge_tasks({ task_ids }),
        said: (count) => t("trash.purged", { count }),
      });
    },
    /** However many there are. */
    async emptyTrash() {
      try {
        let purged = 0;
        for (;;) {
          const answer = await api.purge_tasks({ all: true });
          purged += answer.purged;
          if (answer.remaining === 0 || answer.purged === 0) break;
        }
        showToast({ text: t("trash.purged", { count: purged }) });
      } catch (error) {
        showTrouble(sentenceOf(error, t));
      }
      refresh(queries, ["tasks"]);
    },
  };
}

function callFor(given: GivenEdit, task_ids: string[]): Promise<Answer> {
  switch (given.command) {
    case "schedule": {
      const { due_on, due_time } = given.due ?? {};
      const due = due_on ? { due_on, ...(due_time && { due_time }) } : { clear: true };
      return api.reschedule_tasks({ task_ids, ...due });
    }
    case "priority":
      return api.update_tasks({ task_ids, priority: given.priority });
    case "move":
      return api.update_tasks({ task_ids, list: given.list?.id ?? "inbox" });
    case "label":
      return api.update_tasks({ task_ids, add_labels: [given.label] });
  }
}
