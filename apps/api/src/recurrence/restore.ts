/** What comes back to find its place in the series taken: from the trash as a plain task, by an undo not at all. */
import { AppError } from "@todo/contract";
import { type Change, isOfTask, type NewTaskRow, type TaskRow } from "../operations/entities.ts";
import type { HandlerContext } from "../operations/implement.ts";
import { findTasksOfSeries } from "./queries.ts";

const plain = { series_id: null, occurrence: null, recurrence: null, later: null } satisfies Partial<TaskRow>;

/** Gives for each task, one after the other, what to change beside taking it out of the trash. */
export async function returning(
  tasks: TaskRow[],
  { db, actor }: HandlerContext,
): Promise<(task: TaskRow) => Partial<TaskRow>> {
  const series = tasks.flatMap(({ series_id }) => series_id ?? []);
  const taken = series.length > 0 ? await findTasksOfSeries(db, actor.space_id, series) : [];
  return (task) => {
    const isTaken = taken.some(
      (other) =>
        other.series_id === task.series_id &&
        (other.occurrence === task.occurrence || (other.recurrence !== null && task.recurrence !== null)),
    );
    if (!isTaken) taken.push(task);
    return isTaken ? plain : {};
  };
}

/**
 * Refuses to take back what would give a series a second rule: an occurrence carried it, and another took it up since.
 * Throws `undo_conflict`.
 */
export async function refuseSecondRule(changes: Change[], { db, actor }: HandlerContext): Promise<void> {
  const tasks = changes.filter(isOfTask);
  const carrying = tasks.flatMap(({ after }) => (after && carriedBy(after) ? [after] : []));
  const anew = tasks.flatMap(({ before, after }) =>
    after && carriedBy(after) && carriedBy(after) !== carriedBy(before) ? [after] : [],
  );
  if (anew.length === 0) return;
  const changing = new Set(tasks.map(({ before, after }) => (after ?? before).id));
  const series = anew.flatMap((task) => carriedBy(task) ?? []);
  const living = await findTasksOfSeries(db, actor.space_id, series);
  const other = [...living.filter(({ id }) => !changing.has(id)), ...carrying].find((one) =>
    anew.some((task) => task.id !== one.id && carriedBy(task) === carriedBy(one)),
  );
  if (!other) return;
  const { title, number } = other;
  throw new AppError(
    "undo_conflict",
    `“${title}” goes on as task ${number} by now, so nothing was taken back. Stop that one first; from the trash, tasks can be restored without their rule.`,
    { reason: "series_goes_on", params: { name: title } },
  );
}

/** The series whose rule a task carries, if it carries one. */
const carriedBy = (task: NewTaskRow | null): string | undefined =>
  (task?.recurrence && !task.deleted_at && task.series_id) || undefined;
