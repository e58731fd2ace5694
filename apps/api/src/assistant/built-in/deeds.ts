/** The calls that do what is wished to tasks that were found. */
import type { OperationName } from "@todo/contract";
import type { Reminder, Shift, TaskWords } from "@todo/language";
import type { Moment } from "../../words/dates.ts";
import type { SaidCall, SaidTask, Words } from "../../words/words.ts";
import { adding } from "./adding.ts";
import { type PastCall, tasksIn } from "./conversation.ts";
import { dayOf } from "./day.ts";
import type { Desk } from "./desk.ts";
import type { Targeted } from "./intentions.ts";
import { shifted } from "./shift.ts";

type Call = { name: string; tool: OperationName; input: Record<string, unknown> };

/** Makes the calls and tells what came of them; nothing to say of them yet throws NotYet. */
export function doTo(tasks: SaidTask[], wish: Targeted, desk: Desk, words: Words, moment: Moment): string {
  const calls = callsFor(tasks, wish, desk, moment);
  const done = desk.ask(calls);
  const missing = desk.made.filter(({ tool, status }) => tool === "get_task" && status === "failed");
  if (done.length + missing.length > 0)
    return [...done, ...missing]
      .map((call) => words.told(withParent(call, tasks), moment))
      .filter(Boolean)
      .join(" ");
  const titles = tasks.map(({ title }) => title);
  return wish.remove_labels ? words.notLabelled(titles, wish.remove_labels) : words.nothingToChange();
}

/** What was added below a task is told with its name. */
function withParent(call: PastCall, tasks: SaidTask[]): SaidCall {
  const [first] = Array.isArray(call.input.tasks) ? call.input.tasks : [call.input];
  const parent = tasks.find((task) => refOf(task) === first?.parent);
  return call.tool.startsWith("add_task") && parent ? { ...call, under: parent.title } : call;
}

/** Minutes, when nobody said how long. */
const SNOOZE = 60;

const each = (refs: (string | number)[], tool: OperationName, input: Record<string, unknown>): Call[] =>
  refs.map((task_id, index) => ({ name: numbered("do", index), tool, input: { task_id, ...input } }));

function callsFor(tasks: SaidTask[], wish: Targeted, desk: Desk, moment: Moment): Call[] {
  const refs = [...new Set(tasks.map(refOf))];
  switch (wish.operation) {
    case "complete":
    case "delete":
      return oneOrSeveral(wish.operation, refs);
    case "reopen":
    case "restore":
      return each(refs, `${wish.operation}_task`, {});
    case "skip":
      return skipping(refs, desk);
    case "snooze":
      return each(
        refs,
        "snooze_reminder",
        wish.until ? { until: wish.until } : { minutes: wish.minutes ?? SNOOZE },
      );
    case "reschedule":
      return wish.shift ? shifting(tasks, wish.shift, desk, moment) : rescheduling(refs, wish);
    case "add_subtasks":
      return below(refs, wish.tasks ?? [], moment);
    case "update":
      return updating(tasks, wish, desk, moment);
  }
}

const below = (refs: (string | number)[], tasks: TaskWords[], moment: Moment): Call[] =>
  refs
    .flatMap((parent) => adding(tasks, moment, { parent }))
    .map((call, index) => ({ ...call, name: numbered("do", index) }));

const refOf = ({ number, id }: SaidTask) => number ?? id!;
const numbered = (name: string, index: number) => (index === 0 ? name : `${name}${index + 1}`);

/** An operation takes at most 200 tasks. */
const inBatches = <One>(refs: One[]) =>
  Array.from({ length: Math.ceil(refs.length / 200) }, (_, n) => refs.slice(n * 200, n * 200 + 200));

function oneOrSeveral(deed: "complete" | "delete", refs: (string | number)[]): Call[] {
  if (refs.length === 1) return [{ name: "do", tool: `${deed}_task`, input: { task_id: refs[0] } }];
  return inBatches(refs).map((task_ids, index) => ({
    name: numbered("do", index),
    tool: `${deed}_tasks`,
    input: { task_ids },
  }));
}

/** The occurrence that is open by now, not the one that an earlier answer showed; a call made twice skips it once. */
const skipping = (refs: (string | number)[], desk: Desk): Call[] =>
  readTasks(refs, desk)
    .flatMap(tasksIn)
    .map((task, index) => ({
      name: numbered("do", index),
      tool: "skip_occurrence",
      input: { task_id: refOf(task), ...(task.occurrence && { occurrence: task.occurrence }) },
    }));

function rescheduling(refs: (string | number)[], { when, due_time, clear }: Targeted): Call[] {
  const time = when?.due_time ?? due_time;
  const to = clear
    ? { clear: true }
    : { ...(when && { due_on: when.due_on }), ...(time && { due_time: time }) };
  if (Object.keys(to).length === 0) return [];
  return inBatches(refs).map((task_ids, index) => ({
    name: numbered("do", index),
    tool: "reschedule_tasks",
    input: { task_ids, ...to },
  }));
}

/** Each from its own date and time; those that come to stand together are moved together. */
function shifting(tasks: SaidTask[], shift: Shift, desk: Desk, moment: Moment): Call[] {
  const groups = Map.groupBy(wholeTasks(tasks, desk), (task) => JSON.stringify(shifted(task, shift, moment)));
  return [...groups]
    .flatMap(([to, group]) =>
      inBatches([...new Set(group.map(refOf))]).map((task_ids) => ({ task_ids, ...JSON.parse(to) })),
    )
    .map((input, index) => ({ name: numbered("do", index), tool: "reschedule_tasks", input }));
}

function updating(tasks: SaidTask[], wish: Targeted, desk: Desk, moment: Moment): Call[] {
  const { changes = {}, clear, remove_labels } = wish;
  const { when, due_time, reminders, ...fields } = changes;
  if (remove_labels) return unlabelling(wholeTasks(tasks, desk), remove_labels);
  if (Object.keys(changes).length === 0 && !clear) return [];
  // A further reminder, unless it is to take the place of those there are.
  const fieldsToClear = Array.isArray(clear) ? clear : [];
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
      ...(when && { due_on: when.due_on, ...(when.due_time && { due_time: when.due_time }) }),
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
function unlabelling(tasks: SaidTask[], remove: string[]): Call[] {
  const gone = new Set(remove.map((label) => label.toLowerCase()));
  return tasks
    .map((task) => ({ task, labels: task.labels?.filter((label) => !gone.has(label.toLowerCase())) ?? [] }))
    .filter(({ task, labels }) => labels.length < (task.labels?.length ?? 0))
    .map(({ task, labels }, index) => ({
      name: numbered("do", index),
      tool: "update_task",
      input: { task_id: refOf(task), ...(labels.length > 0 ? { labels } : { clear: ["labels"] }) },
    }));
}

const readTasks = (refs: (string | number)[], desk: Desk): PastCall[] =>
  desk.ask(
    refs.map((task_id, index) => ({ name: numbered("read", index), tool: "get_task", input: { task_id } })),
  );

/** A task of which no more than its number or name is known is read first: its labels stay, its day stays. One that isn't there is left out. */
function wholeTasks(tasks: SaidTask[], desk: Desk): SaidTask[] {
  const unread = tasks.filter(({ due_on }) => due_on === undefined);
  if (unread.length === 0) return tasks;
  const read = readTasks(unread.map(refOf), desk);
  const found = new Map(unread.map((task, index) => [task, tasksIn(read[index]!)[0]]));
  return tasks.flatMap((task) => (found.has(task) ? (found.get(task) ?? []) : task));
}
