/** Finds the tasks that a caller names, and says so when one isn't there. */
import { AppError, type Failure, notFound } from "@todo/contract";
import type { TaskRow } from "../operations/entities.ts";
import type { HandlerContext, Target } from "../operations/implement.ts";
import { type Expecting, requireVersion } from "../operations/versions.ts";
import { findTask, findTaskJson, findTasks, matches, type TaskRef } from "./queries.ts";

export async function getTask({ db, actor }: HandlerContext, ref: TaskRef): Promise<TaskRow> {
  const task = await findTask(db, actor.space_id, ref);
  if (!task) throw notFound("task", typeof ref === "string" && /^\d+$/.test(ref) ? Number(ref) : ref);
  return task;
}

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
export async function findLivingTasks({ db, actor }: HandlerContext, refs: TaskRef[]) {
  const rows = await findTasks(db, actor.space_id, refs);
  const failures: Failure[] = [];
  for (const ref of refs) {
    const row = rows.find((one) => matches(one, ref));
    if (!row) failures.push({ task_id: ref, code: "not_found", message: notFound("task", ref).message });
    else if (row.deleted_at)
      failures.push({ task_id: ref, code: "not_found", message: inTrash(row).message });
  }
  return { rows: rows.filter((row) => !row.deleted_at), failures };
}

export const toTarget = ({ id, number, title }: TaskRow): Target => ({ id, number, title });

const inTrash = ({ number }: TaskRow) =>
  new AppError("not_found", `Task ${number} is in the trash. Restore it first.`, {
    params: { kind: "task", id: number },
  });
