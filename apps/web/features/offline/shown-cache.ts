/** The tasks of the query cache: all that this window knows, and the waiting changes put into them. */
import type { QueryClient } from "@tanstack/react-query";
import { AppError } from "@todo/contract/errors";
import type { Task } from "@todo/contract/tasks";
import type { TaskFilter } from "../../lib/queries.ts";
import type { StandIn } from "../../lib/stand-in.ts";
import { type Pages, tasksOf } from "../tasks/pages.ts";
import { asWanted, changeOf, tasksHere, touchedBy } from "./shown.ts";
import { differences, type Queue, taskOf } from "./waiting.ts";
import { waitingChanges } from "./waiting-store.ts";

const PAGES = ["tasks", "page"] as const;

/** By id, each in its newest version. */
function knownTasks(queries: QueryClient): Map<string, Task> {
  const known = new Map<string, Task>();
  const learn = (task: Task) => {
    if ((known.get(task.id)?.version ?? -1) < task.version) known.set(task.id, task);
  };
  for (const [, pages] of queries.getQueriesData<Pages>({ queryKey: PAGES })) tasksOf(pages).forEach(learn);
  for (const [, task] of queries.getQueriesData<Task>({ queryKey: ["tasks", "one"] })) if (task) learn(task);
  return known;
}

/** After the queue has changed: what came into it is put into every view, what was given up is taken out. */
export function showQueue(queries: QueryClient, queue: Queue, former: Queue) {
  const known = knownTasks(queries);
  const givenUp = former.filter(
    ({ key, refusal }) => !refusal && !queue.some((one) => one.key === key && !one.refusal),
  );
  for (const { before, after } of givenUp.toReversed()) {
    if (!before) known.delete(after?.id ?? "");
    else
      known.set(before.id, {
        ...known.get(before.id),
        ...before,
        ...undone(known.get(before.id), before, after),
      });
  }
  const touched = touchedBy([...queue, ...givenUp]);
  if (touched.size === 0) return;

  for (const [key, pages] of queries.getQueriesData<Pages>({ queryKey: PAGES })) {
    if (!pages) continue;
    const { stays, comes } = changeOf(tasksOf(pages), queue, key[2] as TaskFilter, known.values(), touched);
    queries.setQueryData<Pages>(key, {
      ...pages,
      pages: pages.pages.map((page, index) => ({
        ...page,
        tasks: [
          ...page.tasks.flatMap((task) => stays(known.get(task.id) ?? task) ?? []),
          ...(index === pages.pages.length - 1 ? comes : []),
        ],
      })),
    });
  }
  for (const id of touched) {
    const task = known.get(id);
    const shown = task && asWanted(task, queue);
    if (shown) queries.setQueryData<Task>(["tasks", "one", shown.number], (one) => one && shown);
  }
}

/** Of a change that is given up, only what it had set goes back. */
const undone = (shown: Task | undefined, before: Task, after: Task | null): Partial<Task> =>
  shown && after ? { ...shown, ...differences(after, before) } : {};

/** Stands in for the server without a network, and adds to its answers what still waits. */
export function standInFor(queries: QueryClient): StandIn {
  const unreachable = () => new AppError("unavailable", "The server can't be reached.");
  const ask = <Answer>(send: () => Promise<Answer>) =>
    navigator.onLine ? send() : Promise.reject(unreachable());
  const isUnreachable = (error: unknown) => error instanceof AppError && error.code === "unavailable";

  return {
    async page(filter, cursor, send) {
      const queue = waitingChanges.get();
      try {
        const page = await ask(send);
        if (queue.length === 0) return page;
        const known = knownTasks(queries);
        for (const task of page.tasks) known.set(task.id, task);
        const { stays, comes } = changeOf(page.tasks, queue, filter, known.values(), touchedBy(queue));
        const tasks = page.tasks.flatMap((task) => stays(task) ?? []);
        return { ...page, tasks: page.next_cursor ? tasks : [...tasks, ...comes] };
      } catch (error) {
        const isNew = !cursor && !queries.getQueryData([...PAGES, filter]);
        const tasks =
          isNew && isUnreachable(error) ? tasksHere(knownTasks(queries).values(), queue, filter) : undefined;
        // Of those that are done few are kept: none of them here doesn't mean that there are none.
        if (!tasks || (tasks.length === 0 && filter.status === "completed")) throw error;
        return { tasks, next_cursor: null };
      }
    },
    async task(number, send) {
      const queue = waitingChanges.get();
      try {
        if (number < 0) throw unreachable();
        const task = await ask(send);
        return asWanted(task, queue) ?? task;
      } catch (error) {
        const added = queue.map(taskOf);
        const known = isUnreachable(error)
          ? [...knownTasks(queries).values(), ...added].find((task) => task.number === number)
          : undefined;
        if (!known) throw error;
        return asWanted(known, queue) ?? known;
      }
    },
  };
}
