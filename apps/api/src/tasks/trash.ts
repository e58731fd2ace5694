/** Deleting moves a task and what is below it to the trash; restoring brings back what went there with it. */
import { findListById } from "../lists/queries.ts";
import { type Change, changed, type TaskRow } from "../operations/entities.ts";
import type { HandlerContext } from "../operations/implement.ts";
import { returning } from "../recurrence/restore.ts";
import { findDeletedWith, findDescendants, findTask } from "./queries.ts";

/** Gives the tasks asked for as they now are. */
export async function deleteTasks(tasks: TaskRow[], context: HandlerContext): Promise<TaskRow[]> {
  const changes = await deletions(tasks, context);
  await context.record(changes);
  const after = new Map(changes.map((change) => [change.before!.id, change.after as TaskRow]));
  return tasks.map((task) => after.get(task.id) ?? task);
}

/** The changes that take these and everything below them to the trash. */
export async function deletions(tasks: TaskRow[], { db, actor, now }: HandlerContext): Promise<Change[]> {
  const living = tasks.filter(({ deleted_at }) => !deleted_at);
  const below = await findDescendants(
    db,
    actor.space_id,
    living.map(({ id }) => id),
  );
  const all = new Map([...living, ...below].map((task) => [task.id, task]));
  const at = now();
  return [...all.values()].flatMap((task) => changed("task", task, { deleted_at: at.toISOString() }, at));
}

/** Where its list or parent is gone, it comes back to the Inbox or to the top. */
export async function restoreTask(task: TaskRow, context: HandlerContext): Promise<void> {
  if (!task.deleted_at) return;
  const { db, actor, now } = context;
  const list = task.list_id ? await findListById(db, actor.space_id, task.list_id) : undefined;
  const parent = task.parent_id ? await findTask(db, actor.space_id, task.parent_id) : undefined;
  const below = await findDeletedWith(db, actor.space_id, [task.id], task.deleted_at);
  const list_id = list && !list.deleted_at ? task.list_id : null;
  const top: Partial<TaskRow> = {
    deleted_at: null,
    list_id,
    parent_id: parent && !parent.deleted_at ? task.parent_id : null,
  };
  const inSeries = await returning([task, ...below], context);
  const at = now();
  await context.record([
    ...changed("task", task, { ...top, ...inSeries(task) }, at),
    ...below.flatMap((one) => changed("task", one, { deleted_at: null, list_id, ...inSeries(one) }, at)),
  ]);
}
