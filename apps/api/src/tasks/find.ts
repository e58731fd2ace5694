/** Finds the tasks that a caller names, and says so when one isn't there. */
import { AppError, type Failure, notFound } from "@todo/contract";
import type { TaskRow } from "../operations/entities.ts";
import type { HandlerContext, Target } from "../operations/implement.ts";
import { type Expecting, requireVersion } from "../operations/versions.ts";
import { findTask, findTaskJson, findTasks, matches, type TaskRef } from "./queries.ts";

export async function getTask({ db, actor }: HandlerContext, ref: TaskRef): Promise<TaskRow> {
  const task = await findTask(db, actor.space_id, ref);
  if (!task) throw noTask(ref);
  return task;
}

/** A number may come as text. */
const noTask = (ref: TaskRef) =>
  notFound("task", typeof ref === "string" && /^\d+$/.test(ref) ? Number(ref) : ref);

/** The one that an input names, in the version that it expects. */
export async function getExpectedTask(
  context: HandlerContext,
  input: Expecting & { task_id: TaskRef },
): Promise<TaskRow> {
  const task = await getTask(context, input.task_id);
  await requireVersion(task, input, context, async () => ({
    kind: "task",
    current: (await findTaskJson(context.db, context.actor.space_id, task.id))!,
  }));
  return task;
}

/** The same, unless it is in the trash. */
export async function getExpectedLivingTask(
  context: HandlerContext,
  input: Expecting & { task_id: TaskRef },
): Promise<TaskRow> {
  const task = await getExpectedTask(context, input);
  if (task.deleted_at) throw inTrash(task);
  return task;
}

/** One that isn't in the trash. */
export async function getLivingTask(context: HandlerContext, ref: TaskRef): Promise<TaskRow> {
  const task = await getTask(context, ref);
  if (task.deleted_at) throw inTrash(task);
  return task;
}

/** Several, with a failure for each that isn't there. */
export async function findLivingTasks({ db, actor }: HandlerContext, refs: TaskRef[]): Promise<Sifted> {
  return sift(refs, await findTasks(db, actor.space_id, refs), (row) =>
    row.deleted_at ? inTrash(row) : undefined,
  );
}

interface Sifted {
  rows: TaskRow[];
  failures: Failure[];
  /** What is wrong with the first that isn't among the rows. */
  problem: AppError | undefined;
}

/** Those that are meant, and a failure for each that isn't there or that `problemWith` says something against. */
export function sift(
  refs: TaskRef[],
  found: TaskRow[],
  problemWith: (row: TaskRow) => AppError | undefined,
): Sifted {
  const problems = refs.flatMap((ref) => {
    const row = found.find((one) => matches(one, ref));
    const error = row ? problemWith(row) : noTask(ref);
    return error ? [{ ref, error }] : [];
  });
  return {
    rows: found.filter((row) => !problemWith(row)),
    failures: problems.map(({ ref, error }) => ({ task_id: ref, ...error.toFailure() })),
    problem: problems[0]?.error,
  };
}

/** Several, as far as they are there. Throws when none of them is. */
export async function getLivingTasks(context: HandlerContext, refs: TaskRef[]): Promise<TaskRow[]> {
  const { rows, problem } = await findLivingTasks(context, refs);
  if (rows.length === 0 && problem) throw problem;
  return rows;
}

/** What a call for several would touch. Throws when none of them is there. */
export async function livingTargets({ task_ids }: { task_ids: TaskRef[] }, context: HandlerContext) {
  return (await getLivingTasks(context, task_ids)).map(toTarget);
}

export const toTarget = ({ id, number, title }: TaskRow): Target => ({ id, number, title });

const inTrash = ({ number }: TaskRow) =>
  new AppError("not_found", `Task ${number} is in the trash. Restore it first.`, {
    reason: "in_trash",
    params: { kind: "task", id: number },
  });
