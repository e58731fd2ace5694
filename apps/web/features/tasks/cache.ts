/** Changes to tasks inside cached pages. Pure; what React Query hands over is left as it was. */
import type { Task } from "@todo/contract/tasks";
import { type Pages, tasksOf } from "./pages.ts";

export const mapTasks = (pages: Pages, change: (task: Task) => Task): Pages => ({
  ...pages,
  pages: pages.pages.map((page) => ({ ...page, tasks: page.tasks.map(change) })),
});

export const withoutTasks = (pages: Pages, ids: ReadonlySet<string>): Pages => ({
  ...pages,
  pages: pages.pages.map((page) => ({ ...page, tasks: page.tasks.filter((task) => !ids.has(task.id)) })),
});

/** These and, of what is known, all below them: what the trash takes and gives back together. */
export function withSubtasks(tasks: Task[], known: Iterable<Task>): ReadonlySet<string> {
  const below = Map.groupBy(known, ({ parent }) => parent);
  const ids = new Set<string>();
  const add = (task: Task) => {
    if (ids.has(task.id)) return;
    ids.add(task.id);
    for (const child of below.get(task.id) ?? []) if (child.deleted_at === task.deleted_at) add(child);
  };
  tasks.forEach(add);
  return ids;
}

export const withTaskAtEnd = (pages: Pages, task: Task): Pages => ({
  ...pages,
  pages: pages.pages.map((page, index) =>
    index === pages.pages.length - 1 ? { ...page, tasks: [...page.tasks, task] } : page,
  ),
});

/** Behind or before another one; where that isn't there, nothing changes. */
export function withTaskMoved(pages: Pages, task: Task, side: "after" | "before", neighbour: string): Pages {
  if (!tasksOf(pages).some(({ id }) => id === neighbour)) return pages;
  const without = withoutTasks(pages, new Set([task.id]));
  return {
    ...without,
    pages: without.pages.map((page) => ({
      ...page,
      tasks: page.tasks.flatMap((one) => {
        if (one.id !== neighbour) return [one];
        return side === "after" ? [one, task] : [task, one];
      }),
    })),
  };
}
