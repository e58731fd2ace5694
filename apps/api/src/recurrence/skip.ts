/** Skipping: the open occurrence becomes the next one, and what is below it goes along. */
import { AppError, invalid } from "@todo/contract";
import { type Change, changed, type TaskRow } from "../operations/entities.ts";
import type { HandlerContext } from "../operations/implement.ts";
import { findDescendants } from "../tasks/queries.ts";
import {
  copyOf,
  datedBy,
  daysApart,
  followingOf,
  isRecurring,
  type Recurring,
  repeatedOf,
  shiftReminders,
} from "./next.ts";

/** So many skipped occurrences a rule remembers; calendars that show older ones have them in their past. */
const MOST_EXCEPT = 100;

/** Gives what was skipped; null when the occurrence named was over already. Throws when nothing comes after it. */
export async function skip(
  task: TaskRow,
  occurrence: string | undefined,
  context: HandlerContext,
): Promise<{ task: TaskRow; skipped: string | null }> {
  if (occurrence !== undefined && task.occurrence !== null && occurrence < task.occurrence)
    return { task, skipped: null };
  if (!isRecurring(task) || task.completed_at) throw nothingToSkip(task);
  if (occurrence !== undefined && occurrence !== task.occurrence)
    throw invalid(
      "occurrence",
      `Task ${task.number} is at ${task.occurrence}; only that one can be skipped.`,
    );
  const following = await followingOf(task, context);
  if (!following)
    throw new AppError(
      "conflict",
      `Nothing comes after ${task.occurrence}: it is the last. Complete the task, or delete it.`,
      { params: { kind: "task", id: task.number } },
    );

  const { recurrence } = following;
  const repeated = await repeatedOf(task, context);
  const days = daysApart(task.occurrence, following.occurrence);
  const except = recurrence.after_completion
    ? []
    : [...recurrence.except, task.occurrence].slice(-MOST_EXCEPT);
  const moved = changed(
    "task",
    task,
    {
      ...repeated,
      ...datedBy(following.occurrence, repeated, recurrence),
      reminders: shiftReminders(repeated.reminders, days, recurrence.time_zone),
      occurrence: following.occurrence,
      recurrence: { ...recurrence, except },
      later: null,
    },
    context.now(),
  );
  await context.record([...moved, ...(await moveBelow(task, days, context))]);
  return { task: moved[0]?.after as TaskRow, skipped: task.occurrence };
}

/** Sub-tasks are to be done again, as many days later; those that recur by themselves have their own days. */
async function moveBelow(task: Recurring, days: number, context: HandlerContext): Promise<Change[]> {
  const { db, actor, now } = context;
  const below = await findDescendants(db, actor.space_id, [task.id]);
  return below
    .filter(({ series_id }) => !series_id)
    .flatMap((sub) => {
      const { due_on, reminders } = copyOf(sub, task.id, { days, zone: task.recurrence.time_zone }, now());
      return changed("task", sub, { due_on, reminders, completed_at: null }, now());
    });
}

function nothingToSkip({ number, series_id, completed_at }: TaskRow): AppError {
  const why = !series_id
    ? "doesn't come back, so there is nothing to skip"
    : completed_at
      ? "is completed. Skip the one that is open"
      : "doesn't come back any more, so there is nothing to skip";
  return new AppError("conflict", `Task ${number} ${why}.`, { params: { kind: "task", id: number } });
}
