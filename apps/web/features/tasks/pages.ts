/** What cached pages of tasks hold. */
import type { InfiniteData } from "@tanstack/react-query";
import type { Progress, Task } from "@todo/contract/tasks";

type Page = { tasks: Task[]; next_cursor: string | null; progress?: Progress[] | undefined };
export type Pages = InfiniteData<Page, string>;

export const tasksOf = (pages: Pick<Pages, "pages"> | undefined): Task[] =>
  pages?.pages.flatMap(({ tasks }) => tasks) ?? [];

/** How far the sub-tasks are, by the id of the task above them. */
export const progressOf = (pages: Pick<Pages, "pages"> | undefined): ReadonlyMap<string, Progress> =>
  new Map(pages?.pages.flatMap(({ progress }) => progress ?? []).map((one) => [one.task_id, one]));
