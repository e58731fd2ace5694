/** The handlers of the task operations: look, decide, record. */
import { AppError, invalid } from "@todo/contract";
import { createFinder } from "../lists/find-or-make.ts";
import { type Change, changed, type NewTaskRow, type TaskRow } from "../operations/entities.ts";
import { type HandlerContext, implement, type ParsedInput } from "../operations/implement.ts";
import { isApproved, requireApproved } from "../operations/narrow.ts";
import type { Expecting } from "../operations/versions.ts";
import { completeTasks, planCompletion } from "../recurrence/complete.ts";
import { inScope, type Patch, scopeOf, tasksInScope } from "../recurrence/scope.ts";
import { zoneOf } from "./due.ts";
import {
  findLivingTasks,
  getExpectedLivingTask,
  getExpectedTask,
  getLivingTasks,
  getTask,
  livingTargets,
  toTarget,
} from "./find.ts";
import { listTasks } from "./list-tasks.ts";
import { localDate } from "./local-time.ts";
import { newTask, patchOf, type TaskFields } from "./new-task.ts";
import { placeOf } from "./place.ts";
import { findTaskJson, type TaskRef } from "./queries.ts";
import { remindersOf } from "./reminders.ts";
import { toTasks } from "./to-task.ts";
import { deleteTasks, goingTogether, goneTogether, restoreTask } from "./trash.ts";

type OneTask = Expecting & { task_id: TaskRef };

const targetOf = async (input: OneTask, context: HandlerContext) => [
  toTarget(await getExpectedLivingTask(context, input)),
];

export const taskOperations = implement({
  async add_task(input, context) {
    const { tasks, failures } = await addTasks([input], context);
    const [error] = failures;
    if (error) throw error.error;
    return tasks[0]!;
  },

  async add_tasks(input, context) {
    const { tasks, failures } = await addTasks(input.tasks, context);
    return {
      tasks,
      failures: failures.map(({ index, error }) => ({ index, ...error.toFailure() })),
    };
  },

  async get_task({ task_id }, context) {
    const { id } = await getTask(context, task_id);
    return (await findTaskJson(context.db, context.actor.space_id, id))!;
  },

  list_tasks: listTasks,

  update_task: {
    async targets(input, context) {
      const task = await getExpectedLivingTask(context, input);
      return (await tasksInScope(task, scopeOf(input), context)).map(toTarget);
    },
    async run(input, context) {
      const task = await getExpectedLivingTask(context, input);
      const finder = createFinder(context);
      const patch = await patchOf(task, input, finder, context);
      const list = patch.list_id === undefined ? task.list_id : patch.list_id;
      const position = await placeOf(task, list, input, context);
      if (position !== undefined) patch.position = position;
      const patches = (await inScope(task, patch, scopeOf(input), context)).filter((one) =>
        isApproved(one.task, context.approved),
      );
      const changed = await apply(context, patches, finder.made);
      return changed.find(({ id }) => id === task.id) ?? (await toTasks([task], context))[0]!;
    },
  },

  complete_task: {
    async targets(input, context) {
      const task = await getExpectedLivingTask(context, input);
      return (await planCompletion([task], context)).touched.map(toTarget);
    },
    async run(input, context) {
      const task = await getExpectedLivingTask(context, input);
      requireApproved(task, context.approved);
      const { tasks, next } = await completeTasks([task], context);
      return { ...tasks[0]!, next: next[0] ?? null };
    },
  },

  reopen_task: {
    targets: targetOf,
    async run(input, context) {
      const task = await getExpectedLivingTask(context, input);
      return (await apply(context, [{ task, patch: { completed_at: null } }]))[0]!;
    },
  },

  complete_tasks: {
    async targets({ task_ids }, context) {
      const rows = await getLivingTasks(context, task_ids);
      return (await planCompletion(rows, context)).touched.map(toTarget);
    },
    async run({ task_ids }, context) {
      const { rows, failures } = await findLivingTasks(context, task_ids);
      return { ...(await completeTasks(rows, context)), failures };
    },
  },

  delete_task: {
    async targets(input, context) {
      return (await goingTogether([await getExpectedLivingTask(context, input)], context)).map(toTarget);
    },
    async run(input, context) {
      const task = await getExpectedTask(context, input);
      await deleteTasks([task], context);
      return (await findTaskJson(context.db, context.actor.space_id, task.id))!;
    },
  },

  delete_tasks: {
    async targets({ task_ids }, context) {
      return (await goingTogether(await getLivingTasks(context, task_ids), context)).map(toTarget);
    },
    async run({ task_ids }, context) {
      const { rows, failures } = await findLivingTasks(context, task_ids);
      return { tasks: await toTasks(await deleteTasks(rows, context), context), failures };
    },
  },

  restore_task: {
    targets: async (input, context) =>
      (await goneTogether([await getExpectedTask(context, input)], context)).map(toTarget),
    async run(input, context) {
      const task = await getExpectedTask(context, input);
      await restoreTask(task, context);
      return (await findTaskJson(context.db, context.actor.space_id, task.id))!;
    },
  },

  reschedule_tasks: {
    targets: livingTargets,
    async run(input, context) {
      const { rows, failures } = await findLivingTasks(context, input.task_ids);
      const patchOf = await reschedule(input, context);
      const patches: Patch[] = [];
      for (const task of rows) {
        try {
          patches.push(...(await inScope(task, await patchOf(task), scopeOf(input), context)));
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          failures.push({ task_id: task.number, ...error.toFailure() });
        }
      }
      return { tasks: await apply(context, patches), failures };
    },
  },
});

async function addTasks(inputs: TaskFields[], context: HandlerContext) {
  const finder = createFinder(context);
  const rows: NewTaskRow[] = [];
  const failures: { index: number; error: AppError }[] = [];
  for (const [index, input] of inputs.entries()) {
    try {
      rows.push(await newTask(input, finder, context));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      failures.push({ index, error });
    }
  }
  if (rows.length === 0) return { tasks: [], failures };
  const changes: Change[] = rows.map((after) => ({ entity: "task", before: null, after }));
  const recorded = await context.record([...finder.made, ...changes]);
  const added = rows.map((row, index) => ({ ...row, ...recorded.tasks[index]! }) as TaskRow);
  return { tasks: await toTasks(added, context), failures };
}

/** Records what differs and answers the tasks as they now are. */
async function apply(context: HandlerContext, patches: Patch[], made: Change[] = []) {
  const now = context.now();
  const changes = patches.flatMap(({ task, patch }) => changed("task", task, patch, now));
  await context.record([...made, ...changes]);
  const after = new Map(changes.map((change) => [change.before!.id, change.after as TaskRow]));
  return toTasks(
    patches.map(({ task }) => after.get(task.id) ?? task),
    context,
  );
}

/** What a reschedule makes of each task. A time alone keeps the day, a date alone keeps the time. */
async function reschedule(input: ParsedInput<"reschedule_tasks">, context: HandlerContext) {
  const { due_on, due_time, clear } = input;
  if (clear) {
    if (due_on || due_time) throw invalid("clear", "Give a new date or clear it, not both.");
    return (): Partial<TaskRow> => ({ due_on: null, due_time: null, time_zone: null });
  }
  if (!due_on && !due_time) throw invalid("due_on", "Give a date, a time, or clear: true.");
  const zone = input.time_zone ?? (await zoneOf(context));
  return async (task: TaskRow): Promise<Partial<TaskRow>> => {
    const time = due_time ?? task.due_time;
    const day = due_on ?? task.due_on ?? localDate(context.now(), zone);
    return {
      due_on: day,
      reminders: await remindersOf({}, task, day, context),
      due_time: time,
      time_zone: time ? (due_time ? zone : (input.time_zone ?? task.time_zone)) : null,
    };
  };
}
