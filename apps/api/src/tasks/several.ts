/** The handlers that change several tasks alike, bring several back, and delete for good. */
import { AppError, invalid } from "@todo/contract";
import { forgetInJournal } from "../journal/forget.ts";
import { createFinder, type Finder } from "../lists/find-or-make.ts";
import { findLabelsByName } from "../lists/queries.ts";
import { type Change, changed, type TaskRow } from "../operations/entities.ts";
import { type HandlerContext, implement, type ParsedInput } from "../operations/implement.ts";
import { inScope, type Patch, scopeOf } from "../recurrence/scope.ts";
import { findLivingTasks, livingTargets, sift, toTarget } from "./find.ts";
import {
  countTrash,
  findChildren,
  findDeletedBelow,
  findOldestInTrash,
  findTask,
  findTasks,
  type TaskRef,
} from "./queries.ts";
import { toTasks } from "./to-task.ts";
import { goneTogether, restoreTask } from "./trash.ts";

type SomeTasks = { task_ids: TaskRef[] };

const PURGED_AT_ONCE = 1000;

export const severalOperations = implement({
  update_tasks: {
    targets: livingTargets,
    async run(input, context) {
      const { rows, failures } = await findLivingTasks(context, input.task_ids);
      const finder = createFinder(context);
      const patch = await patchFor(input, finder, context);
      const now = context.now();
      const patches: Patch[] = [];
      for (const task of rows) patches.push(...(await inScope(task, patch(task), scopeOf(input), context)));
      const changes = patches.flatMap((one) => changed("task", one.task, one.patch, now));
      await context.record([...finder.made, ...changes]);
      const after = new Map(changes.map((change) => [change.before!.id, change.after as TaskRow]));
      return {
        tasks: await toTasks(
          rows.map((task) => after.get(task.id) ?? task),
          context,
        ),
        failures,
      };
    },
  },

  restore_tasks: {
    targets: async (input, context) =>
      (await goneTogether((await inTrash(input, context)).rows, context)).map(toTarget),
    async run(input, context) {
      const { rows, failures } = await inTrash(input, context);
      const { space_id } = context.actor;
      for (const { id } of await aboveFirst(rows, context)) {
        // As it is by now: it may have come back with the task above it.
        const task = await findTask(context.db, space_id, id);
        if (task) await restoreTask(task, context);
      }
      const restored = await findTasks(
        context.db,
        space_id,
        rows.map(({ id }) => id),
      );
      return { tasks: await toTasks(restored, context), failures };
    },
  },

  async purge_tasks(input, context) {
    const { db, actor } = context;
    const { rows, failures } = await toPurge(input, context);
    const ids = rows.map(({ id }) => id);
    const below = await findDeletedBelow(db, actor.space_id, ids);
    const gone = [...new Map([...rows, ...below].map((task) => [task.id, task])).values()];
    const goneIds = gone.map(({ id }) => id);
    // What hangs on it and isn't in the trash stays, at the top.
    const orphans = (await findChildren(db, actor.space_id, goneIds)).filter(
      ({ id }) => !goneIds.includes(id),
    );
    const changes: Change[] = gone.map((before) => ({ entity: "task", before, after: null }));
    await context.record([
      ...orphans.flatMap((task) => changed("task", task, { parent_id: null }, context.now())),
      ...changes,
    ]);
    await forgetInJournal(db, actor.space_id, goneIds);
    return { purged: gone.length, remaining: await countTrash(db, actor.space_id), failures };
  },
});

async function patchFor(input: ParsedInput<"update_tasks">, finder: Finder, context: HandlerContext) {
  const { priority, list, add_labels, remove_labels } = input;
  if (!priority && list === undefined && !add_labels && !remove_labels)
    throw invalid("priority", "Say what to change: priority, list, add_labels or remove_labels.");
  const list_id = list === undefined ? undefined : await finder.listId(list);
  const added = add_labels ? await finder.labelIds(add_labels) : [];
  const removed = remove_labels
    ? (await findLabelsByName(context.db, context.actor.space_id, remove_labels)).map(({ id }) => id)
    : [];
  return (task: TaskRow): Partial<TaskRow> => ({
    ...(priority && { priority }),
    ...(list_id !== undefined && { list_id }),
    label_ids: [...new Set([...task.label_ids, ...added])].filter((id) => !removed.includes(id)),
  });
}

async function inTrash({ task_ids }: SomeTasks, { db, actor }: HandlerContext) {
  const found = sift(task_ids, await findTasks(db, actor.space_id, task_ids), ({ number, deleted_at }) =>
    deleted_at ? undefined : new AppError("conflict", `Task ${number} is not in the trash.`),
  );
  if (found.rows.length === 0 && found.problem) throw found.problem;
  return found;
}

/** So that each comes back below what it was below, also where what is between them comes back unnamed. */
async function aboveFirst(tasks: TaskRow[], context: HandlerContext): Promise<TaskRow[]> {
  const parents = new Map((await goneTogether(tasks, context)).map(({ id, parent_id }) => [id, parent_id]));
  const depth = (id: string): number => {
    const above = parents.get(id);
    return above ? depth(above) + 1 : 0;
  };
  return tasks.toSorted((a, b) => depth(a.id) - depth(b.id));
}

async function toPurge({ task_ids, all }: ParsedInput<"purge_tasks">, context: HandlerContext) {
  if (Boolean(task_ids) === Boolean(all)) throw invalid("task_ids", "Give task_ids, or all: true.");
  if (task_ids) return inTrash({ task_ids }, context);
  return {
    rows: await findOldestInTrash(context.db, context.actor.space_id, PURGED_AT_ONCE),
    failures: [],
  };
}
