/** What comes back to find its place in the series taken: from the trash as a plain task, by an undo not at all. */
import { AppError } from "@todo/contract";
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

/**
 * Refuses to take back what would give a series a second rule: an occurrence carried it, and another took it up since.
 * Throws `undo_conflict`. Both hold rows of any kind by id, as they are and as they would be.
 */
export async function refuseSecondRule(
  current: Map<string, Row | undefined>,
  becoming: Map<string, Row | undefined>,
  { db, actor }: HandlerContext,
): Promise<void> {
  const anew = [...becoming].flatMap(([id, row]) => {
    const series = carriedBy(row);
    return series !== undefined && series !== carriedBy(current.get(id)) ? series : [];
  });
  if (anew.length === 0) return;
  const living = await findTasksOfSeries(db, actor.space_id, anew);
  const other = living.find(({ id, recurrence }) => recurrence && !becoming.has(id));
  if (!other) return;
  const { title, number } = other;
  throw new AppError(
    "undo_conflict",
    `“${title}” goes on as task ${number} by now, so nothing was taken back. Stop that one first; from the trash, tasks can be restored without their rule.`,
    { reason: "series_goes_on", params: { name: title } },
  );
}

type Row = Record<string, unknown>;

/** The series whose rule a row carries, if it is such a task. */
const carriedBy = (row: Row | undefined): string | undefined =>
  typeof row?.series_id === "string" && row.recurrence && !row.deleted_at ? row.series_id : undefined;
