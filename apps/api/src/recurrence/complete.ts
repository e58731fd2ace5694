/**
 * Completing. A recurring task gives its rule to the next occurrence, a task of
 * its own that is made in the same record: the one that is done has no rule
 * any more, so completing it again makes nothing.
 */
import type { Task } from "@todo/contract";
import { type Change, changed, type NewTaskRow, type TaskRow } from "../operations/entities.ts";
import type { HandlerContext } from "../operations/implement.ts";
import { isApproved } from "../operations/narrow.ts";
import { toTasks } from "../tasks/to-task.ts";
import { daysApart, followingOf, isRecurring, nextTask } from "./next.ts";
import { findCarrier } from "./queries.ts";
import type { Patch } from "./scope.ts";
import { goAlong } from "./subtasks.ts";

interface Completion {
  /** The tasks asked for, done or not, and behind them those that go along to what comes next. */
  touched: TaskRow[];
  patches: Patch[];
  made: NewTaskRow[];
}

/** What completing would change and make. What goes along without a yes, where there had to be one, stays. */
export async function planCompletion(tasks: TaskRow[], context: HandlerContext): Promise<Completion> {
  const open = tasks.filter(({ completed_at }) => !completed_at);
  const patches = new Map(open.map((task) => [task.id, { task, patch: closing(task, context.now()) }]));
  const leaving = new Set(open.filter(isRecurring).map(({ id }) => id));
  const made: NewTaskRow[] = [];
  const copies: NewTaskRow[] = [];
  const ids = new Map<string, string>();
  for (const task of open.filter(isRecurring)) {
    const following = await followingOf(task, context);
    if (!following) continue;
    const next = await nextTask(task, following, context);
    const days = daysApart(task.occurrence, following.occurrence);
    const along = await goAlong(task, next.id, days, leaving, context);
    made.push(next);
    copies.push(...along.copies);
    for (const [old, copy] of along.ids) ids.set(old, copy);
    for (const { task: sub, parent_id } of along.moved)
      if (isApproved(sub, context.approved)) patches.set(sub.id, { task: sub, patch: { parent_id } });
  }
  // Where parent and sub-task are done at once, the one's next is below the other's.
  for (const next of made) next.parent_id = (next.parent_id && ids.get(next.parent_id)) ?? next.parent_id;

  const touched = new Map(
    [...tasks, ...[...patches.values()].map(({ task }) => task)].map((task) => [task.id, task]),
  );
  return {
    touched: [...touched.values()],
    patches: [...patches.values()],
    made: topDown([...made, ...copies]),
  };
}

/** Gives the tasks asked for as they now are, and of each series among them the occurrence that is now open. */
export async function completeTasks(
  tasks: TaskRow[],
  context: HandlerContext,
): Promise<{ tasks: Task[]; next: Task[] }> {
  const { patches, made } = await planCompletion(tasks, context);
  const inserted = made.map((after): Change => ({ entity: "task", before: null, after }));
  const updated = patches.flatMap(({ task, patch }) => changed("task", task, patch, context.now()));
  await context.record([...updated, ...inserted]);
  const after = new Map(updated.map((change) => [change.before!.id, change.after as TaskRow]));
  return {
    tasks: await toTasks(
      tasks.map((task) => after.get(task.id) ?? task),
      context,
    ),
    next: await nextOnes(tasks, context),
  };
}

const closing = (task: TaskRow, now: Date): Partial<TaskRow> => ({
  completed_at: now.toISOString(),
  ...(task.recurrence && { recurrence: null, later: null }),
});

/** A parent has a lower number than what is below it. */
function topDown(rows: NewTaskRow[]): NewTaskRow[] {
  const made = new Map(rows.map((row) => [row.id, row]));
  const depth = (row: NewTaskRow): number => {
    const above = row.parent_id && made.get(row.parent_id);
    return above ? depth(above) + 1 : 0;
  };
  return rows
    .map((row) => ({ row, depth: depth(row) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ row }) => row);
}

async function nextOnes(tasks: TaskRow[], context: HandlerContext): Promise<Task[]> {
  const { db, actor } = context;
  const series = [...new Set(tasks.flatMap(({ series_id }) => series_id ?? []))];
  const carriers: TaskRow[] = [];
  for (const id of series) {
    const carrier = await findCarrier(db, actor.space_id, id);
    if (carrier) carriers.push(carrier);
  }
  return toTasks(carriers, context);
}
