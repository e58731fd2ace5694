/** What the server doesn't know yet of how many tasks are open. Pure. */
import type { Task } from "@todo/contract/tasks";
import type { Queue } from "./waiting.ts";

/** By how many the changes that wait will alter a count; those refused alter nothing. */
export function openMeanwhile(queue: Queue, holds: (task: Task) => boolean): number {
  const counts = (task: Task | null) =>
    task?.status === "pending" && task.deleted_at === null && holds(task) ? 1 : 0;
  return queue.reduce(
    (sum, { before, after, refusal }) => (refusal ? sum : sum + counts(after) - counts(before)),
    0,
  );
}
