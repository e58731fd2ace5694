/** Changes to tasks inside cached pages. Pure; what React Query hands over is left as it was. */
import type { InfiniteData } from "@tanstack/react-query";
import type { Progress, Task } from "@todo/contract/tasks";

type Page = { tasks: Task[]; next_cursor: string | null; progress?: Progress[] | undefined };
export type Pages = InfiniteData<Page, string>;

export const mapTasks = (pages: Pages, change: (task: Task) => Task): Pages => ({
  ...pages,
  pages: pages.pages.map((page) => ({ ...page, tasks: page.tasks.map(change) })),
});

export const withoutTask = (pages: Pages, id: string): Pages => ({
  ...pages,
  pages: pages.pages.map((page) => ({ ...page, tasks: page.tasks.filter((task) => task.id !== id) })),
});

export const withTaskAtEnd = (pages: Pages, task: Task): Pages => ({
  ...pages,
  pages: pages.pages.map((page, index) =>
    index === pages.pages.length - 1 ? { ...page, tasks: [...page.tasks, task] } : page,
  ),
});

/** Behind or before another one; where that isn't there, nothing changes. */
export function withTaskMoved(pages: Pages, task: Task, side: "after" | "before", neighbour: string): Pages {
  if (!tasksOf(pages).some(({ id }) => id === neighbour)) return pages;
  const without = withoutTask(pages, task.id);
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

export const tasksOf = (pages: Pick<Pages, "pages"> | undefined): Task[] =>
  pages?.pages.flatMap(({ tasks }) => tasks) ?? [];

/** How far the sub-tasks are, by the id of the task above them. */
export const progressOf = (pages: Pick<Pages, "pages"> | undefined): ReadonlyMap<string, Progress> =>
  new Map(pages?.pages.flatMap(({ progress }) => progress ?? []).map((one) => [one.task_id, one]));
