/** What comes back from the trash to find its place in the series taken comes back as a plain task. */
import type { TaskRow } from "../operations/entities.ts";
import type { HandlerContext } from "../operations/implement.ts";
import { findTasksOfSeries } from "./queries.ts";

const plain = { series_id: null, occurrence: null, recurrence: null, later: null } satisfies Partial<TaskRow>;

/** Gives for each task what to change beside taking it out of the trash. */
export async function returning(
  tasks: TaskRow[],
  { db, actor }: HandlerContext,
): Promise<(task: TaskRow) => Partial<TaskRow>> {
  const series = tasks.flatMap(({ series_id }) => series_id ?? []);
  const living = series.length > 0 ? await findTasksOfSeries(db, actor.space_id, series) : [];
  return (task) =>
    living.some(
      (other) =>
        other.series_id === task.series_id &&
        (other.occurrence === task.occurrence || (other.recurrence !== null && task.recurrence !== null)),
    )
      ? plain
      : {};
}
