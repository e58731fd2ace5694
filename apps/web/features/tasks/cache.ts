/** Changes to tasks inside cached pages. Pure; what React Query hands over is left as it was. */
import type { InfiniteData } from "@tanstack/react-query";
import type { Task } from "@todo/contract/tasks";

type Page = { tasks: Task[]; next_cursor: string | null };
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

export const tasksOf = (pages: Pick<Pages, "pages"> | undefined): Task[] =>
  pages?.pages.flatMap(({ tasks }) => tasks) ?? [];
