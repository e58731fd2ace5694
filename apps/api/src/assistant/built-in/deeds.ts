/** The calls that do what is wished to tasks that were found. */
import type { OperationName } from "@todo/contract";
import type { Shift, TaskWords } from "@todo/language";
import type { Moment } from "../../words/dates.ts";
import type { SaidCall, SaidTask, Words } from "../../words/words.ts";
import { adding } from "./adding.ts";
import { changing } from "./changing.ts";
import { type PastCall, tasksIn } from "./conversation.ts";
import type { Desk } from "./desk.ts";
import type { Targeted } from "./intentions.ts";
import { shifted } from "./shift.ts";
import { type Call, inBatches, numbered, readTasks, refOf, wholeTasks } from "./task-calls.ts";

/** Makes the calls and tells what came of them; nothing to say of them yet throws NotYet. */
export function doTo(tasks: SaidTask[], wish: Targeted, desk: Desk, words: Words, moment: Moment): string {
  const [only, ...more] = tasks;
  if (only && more.length === 0 && isUndated(wish)) {
    // Looked at once more, so that “Friday” is about this one.
    desk.ask([{ name: "show", tool: "get_task", input: { task_id: refOf(only) } }]);
    return words.whenTo(only.title);
  }
  const calls = callsFor(tasks, wish, desk, moment);
  const done = desk.ask(calls);
  const missing = desk.made.filter(({ tool, status }) => tool === "get_task" && status === "failed");
  if (done.length + missing.length > 0)
    return [...done, ...missing]
      .map((call) => words.told(withParent(call, wish.parent ? [wish.parent] : tasks), moment))
      .filter(Boolean)
      .join(" ");
  const titles = tasks.map(({ title }) => title);
  return wish.remove_labels ? words.notLabelled(titles, wish.remove_labels) : words.nothingToChange();
}

/** “postpone it” */
const isUndated = ({ operation, when, due_time, shift, clear }: Targeted) =>
  operation === "reschedule" && (when ?? due_time ?? shift ?? clear) === undefined;

/** What was put below a task is told with its name. */
function withParent(call: PastCall, tasks: SaidTask[]): SaidCall {
  const [first] = Array.isArray(call.input.tasks) ? call.input.tasks : [call.input];
  const parent = tasks.find((task) => refOf(task) === first?.parent);
  return parent ? { ...call, under: parent.title } : call;
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
    case "restore":
      return oneOrSeveral(wish.operation, refs);
    case "reopen":
      return each(refs, "reopen_task", {});
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
      return changing(tasks, wish, desk, moment);
  }
}

const below = (refs: (string | number)[], tasks: TaskWords[], moment: Moment): Call[] =>
  refs
    .flatMap((parent) => adding(tasks, moment, { parent }))
    .map((call, index) => ({ ...call, name: numbered("do", index) }));

function oneOrSeveral(deed: "complete" | "delete" | "restore", refs: (string | number)[]): Call[] {
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
