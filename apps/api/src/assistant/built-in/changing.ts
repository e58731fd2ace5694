/** The calls that change fields of tasks: one for all of them where the change is alike, else one for each. */
import type { Reminder, TaskWords } from "@todo/language";
import type { Moment } from "../../words/dates.ts";
import type { SaidTask } from "../../words/words.ts";
import { dayOf } from "./day.ts";
import type { Desk } from "./desk.ts";
import type { Targeted } from "./intentions.ts";
import { type Call, inBatches, numbered, refOf, wholeTasks } from "./task-calls.ts";

export function changing(tasks: SaidTask[], wish: Targeted, desk: Desk, moment: Moment): Call[] {
  const { changes = {}, clear, remove_labels, parent } = wish;
  const cleared = Array.isArray(clear) ? clear : [];
  if (parent)
    return tasks.map((task, index) => ({
      name: numbered("do", index),
      tool: "update_task",
      input: { task_id: refOf(task), parent: refOf(parent) },
    }));
  if (remove_labels) return unlabelling(wholeTasks(tasks, desk), remove_labels);
  if (Object.keys(changes).length === 0 && !clear) return [];
  const alike = tasks.length > 1 ? changeAlike(changes, cleared) : undefined;
  return alike
    ? forAll(tasks, alike).map((call, index) => ({ ...call, name: numbered("do", index) }))
    : forEach(tasks, changes, cleared, desk, moment);
}

/** What update_tasks and reschedule_tasks take of it; nothing when they don't take all of it. */
function changeAlike(changes: Partial<TaskWords>, cleared: string[]): Alike | undefined {
  const { priority, list, labels, when, ...others } = changes;
  const isOther = Object.keys(others).length > 0 || cleared.some((field) => !(field in emptied));
  if (isOther) return undefined;
  const fields = {
    ...(priority && { priority }),
    ...(list !== undefined && { list }),
    ...(labels && { add_labels: labels }),
    ...Object.assign({}, ...cleared.map((field) => emptied[field])),
  };
  return { fields, ...(when && { when }) };
}

interface Alike {
  fields: Record<string, unknown>;
  when?: TaskWords["when"];
}

/** What a field has once it is cleared, where an operation on several takes it. */
const emptied: Record<string, Record<string, unknown>> = {
  list: { list: "inbox" },
  priority: { priority: "none" },
};

const forAll = (tasks: SaidTask[], { fields, when }: Alike): Omit<Call, "name">[] =>
  inBatches([...new Set(tasks.map(refOf))]).flatMap((task_ids) => [
    ...(Object.keys(fields).length > 0
      ? [{ tool: "update_tasks" as const, input: { task_ids, ...fields } }]
      : []),
    ...(when ? [{ tool: "reschedule_tasks" as const, input: { task_ids, ...when } }] : []),
  ]);

function forEach(
  tasks: SaidTask[],
  changes: Partial<TaskWords>,
  fieldsToClear: string[],
  desk: Desk,
  moment: Moment,
): Call[] {
  const { when, due_time, reminders, ...fields } = changes;
  // A further reminder, unless it is to take the place of those there are.
  const isFurther = reminders !== undefined && reminders.length > 0 && !fieldsToClear.includes("reminders");
  const needsWhole = fields.labels !== undefined || isFurther || (due_time !== undefined && !when);
  const cleared = fieldsToClear.filter((field) => field !== "reminders" || reminders === undefined);
  const whole = needsWhole ? wholeTasks(tasks, desk) : tasks;
  return whole.map((task, index) => ({
    name: numbered("do", index),
    tool: "update_task",
    input: {
      task_id: refOf(task),
      ...fields,
      ...(fields.labels && { labels: [...new Set([...(task.labels ?? []), ...fields.labels])] }),
      ...when,
      ...(due_time && !when && { due_on: task.due_on ?? dayOf(due_time, moment), due_time }),
      ...(reminders && { reminders: isFurther ? [...remindersOf(task), ...reminders] : reminders }),
      ...(cleared.length > 0 && { clear: cleared }),
    },
  }));
}

/** As an operation takes them: without what the server adds. */
const remindersOf = ({ reminders = [] }: SaidTask): Reminder[] =>
  reminders.map((reminder) => {
    if ("at" in reminder) return { at: reminder.at };
    if ("days_before" in reminder) return { days_before: reminder.days_before, time: reminder.time };
    return { minutes_before: reminder.minutes_before };
  });

/** Those that have none of the labels stay as they are. */
function unlabelling(tasks: SaidTask[], remove_labels: string[]): Call[] {
  const gone = new Set(remove_labels.map((label) => label.toLowerCase()));
  const having = tasks.filter(({ labels = [] }) => labels.some((label) => gone.has(label.toLowerCase())));
  const [only, ...more] = having;
  if (!only) return [];
  if (more.length > 0)
    return inBatches([...new Set(having.map(refOf))]).map((task_ids, index) => ({
      name: numbered("do", index),
      tool: "update_tasks",
      input: { task_ids, remove_labels },
    }));
  const labels = only.labels?.filter((label) => !gone.has(label.toLowerCase())) ?? [];
  const input = { task_id: refOf(only), ...(labels.length > 0 ? { labels } : { clear: ["labels"] }) };
  return [{ name: "do", tool: "update_task", input }];
}
