/** Skipping: the open occurrence becomes the next one, and what is below it goes along. */
import { AppError, invalid } from "@todo/contract";
import { changed, type TaskRow } from "../operations/entities.ts";
import type { HandlerContext } from "../operations/implement.ts";
import { isApproved, requireApproved } from "../operations/narrow.ts";
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
import type { Patch } from "./scope.ts";

/** So many skipped occurrences a rule remembers; calendars that show older ones have them in their past. */
const MOST_EXCEPT = 100;

/** With what was skipped just now. Where that is too many, those that are to come stay, which a file may have named long before. */
function remembered(except: string[], skipped: string): string[] {
  const toCome = except.filter((key) => key > skipped);
  const past = [...except.filter((key) => key < skipped), skipped];
  return [...past.slice(Math.max(0, past.length + toCome.length - MOST_EXCEPT)), ...toCome];
}

interface Skipping {
  /** The task, and what is below it, with what becomes of them; nothing when the occurrence named is over already. */
  patches: Patch[];
  skipped: string | null;
}

/** What skipping would change. Throws when nothing comes after it. */
export async function planSkip(
  task: TaskRow,
  occurrence: string | undefined,
  context: HandlerContext,
): Promise<Skipping> {
  if (occurrence !== undefined && task.occurrence !== null && occurrence < task.occurrence)
    return { patches: [], skipped: null };
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
      { reason: "last_occurrence", params: { kind: "task", id: task.number } },
    );

  const { recurrence } = following;
  const repeated = await repeatedOf(task, context);
  const days = daysApart(task.occurrence, following.occurrence);
  const except = recurrence.after_completion ? [] : remembered(recurrence.except, task.occurrence);
  const patch = {
    ...repeated,
    ...datedBy(following.occurrence, repeated, recurrence),
    reminders: shiftReminders(repeated.reminders, days, recurrence.time_zone),
    occurrence: following.occurrence,
    recurrence: { ...recurrence, except },
    later: null,
  };
  return { patches: [{ task, patch }, ...(await below(task, days, context))], skipped: task.occurrence };
}

/** Gives the task as it then is, and what was skipped. Throws as planSkip does. */
export async function skip(
  task: TaskRow,
  occurrence: string | undefined,
  context: HandlerContext,
): Promise<{ task: TaskRow; skipped: string | null }> {
  const { patches, skipped } = await planSkip(task, occurrence, context);
  const [own, ...others] = patches;
  if (!own) return { task, skipped };
  const { approved, now, record } = context;
  requireApproved(task, approved);
  const moved = changed("task", task, own.patch, now());
  const along = others.filter((one) => isApproved(one.task, approved));
  await record([...moved, ...along.flatMap((one) => changed("task", one.task, one.patch, now()))]);
  return { task: moved[0]?.after as TaskRow, skipped };
}

/** Sub-tasks are to be done again, as many days later; those that recur by themselves, and what is below them, have their own days. */
async function below(task: Recurring, days: number, context: HandlerContext): Promise<Patch[]> {
  const { db, actor, now } = context;
  const byParent = Map.groupBy(
    await findDescendants(db, actor.space_id, [task.id]),
    ({ parent_id }) => parent_id,
  );
  const plainBelow = (id: string): TaskRow[] =>
    (byParent.get(id) ?? []).flatMap((sub) => (sub.series_id ? [] : [sub, ...plainBelow(sub.id)]));
  return plainBelow(task.id)
    .map((sub) => {
      const { due_on, reminders } = copyOf(sub, task.id, { days, zone: task.recurrence.time_zone }, now());
      return { task: sub, patch: { due_on, reminders, completed_at: null } };
    })
    .filter((one) => changed("task", one.task, one.patch, now()).length > 0);
}

function nothingToSkip({ number, series_id, completed_at }: TaskRow): AppError {
  const why = !series_id
    ? "doesn't come back, so there is nothing to skip"
    : completed_at
      ? "is completed. Skip the one that is open"
      : "doesn't come back any more, so there is nothing to skip";
  return new AppError("conflict", `Task ${number} ${why}.`, {
    reason: "not_repeating",
    params: { kind: "task", id: number },
  });
}
