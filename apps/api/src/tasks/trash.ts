/** Deleting moves a task and what is below it to the trash; restoring brings back what went there with it. */
import { findLists } from "../lists/queries.ts";
import { type Change, changed, type TaskRow } from "../operations/entities.ts";
import type { HandlerContext } from "../operations/implement.ts";
import { isApproved, requireApproved } from "../operations/narrow.ts";
import { returning } from "../recurrence/restore.ts";
import { findDeletedWith, findDescendants, findTasks } from "./queries.ts";

/** Gives the tasks asked for as they now are. What goes along without a yes, where there had to be one, stays, at the top. */
export async function deleteTasks(tasks: TaskRow[], context: HandlerContext): Promise<TaskRow[]> {
  const { approved, now, record } = context;
  for (const task of tasks) requireApproved(task, approved);
  const together = await goingTogether(tasks, context);
  const going = together.filter((one) => isApproved(one, approved));
  const gone = new Set(going.map(({ id }) => id));
  const staying = together.filter(({ id, parent_id }) => !gone.has(id) && parent_id && gone.has(parent_id));
  const changes = [
    ...deletions(going, now()),
    ...staying.flatMap((task) => changed("task", task, { parent_id: null }, now())),
  ];
  await record(changes);
  const after = new Map(changes.map((change) => [change.before!.id, change.after as TaskRow]));
  return tasks.map((task) => after.get(task.id) ?? task);
}

export const deletions = (tasks: TaskRow[], at: Date): Change[] =>
  tasks.flatMap((task) => changed("task", task, { deleted_at: at.toISOString() }, at));

/** These as far as they live, and what is below them: what deleting them takes to the trash. */
export async function goingTogether(
  tasks: TaskRow[],
  { db, actor }: Pick<HandlerContext, "db" | "actor">,
): Promise<TaskRow[]> {
  const living = tasks.filter(({ deleted_at }) => !deleted_at);
  const below = await findDescendants(
    db,
    actor.space_id,
    living.map(({ id }) => id),
  );
  return [...new Map([...living, ...below].map((task) => [task.id, task])).values()];
}

/** These, and what is below them and went to the trash together with them: what restoring them brings back. */
export async function goneTogether(
  tasks: TaskRow[],
  { db, actor }: Pick<HandlerContext, "db" | "actor">,
): Promise<TaskRow[]> {
  const all = new Map(tasks.map((task) => [task.id, task]));
  for (const [at, gone] of Map.groupBy(tasks, ({ deleted_at }) => deleted_at)) {
    const ids = gone.map(({ id }) => id);
    const below = at ? await findDeletedWith(db, actor.space_id, ids, at) : [];
    for (const task of below) all.set(task.id, task);
  }
  return [...all.values()];
}

/** Each as it was. Whose list or parent is gone comes back to the Inbox or to the top. */
export async function restoreTask(task: TaskRow, context: HandlerContext): Promise<void> {
  if (!task.deleted_at) return;
  const { db, actor, now, approved } = context;
  requireApproved(task, approved);
  const back = (await goneTogether([task], context)).filter((one) => isApproved(one, approved));
  const ids = new Set(back.map(({ id }) => id));
  const lists = new Set((await findLists(db, actor.space_id)).map(({ id }) => id));
  const above = back.flatMap(({ parent_id }) => (parent_id && !ids.has(parent_id) ? parent_id : []));
  for (const { id, deleted_at } of await findTasks(db, actor.space_id, above)) if (!deleted_at) ids.add(id);
  const inSeries = await returning(back, context);
  const at = now();
  await context.record(
    back.flatMap((one) => {
      const list_id = one.list_id && lists.has(one.list_id) ? one.list_id : null;
      const parent_id = one.parent_id && ids.has(one.parent_id) ? one.parent_id : null;
      return changed("task", one, { deleted_at: null, list_id, parent_id, ...inSeries(one) }, at);
    }),
  );
}
