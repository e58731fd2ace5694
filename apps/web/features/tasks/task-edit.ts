/** One edit said twice: as the input of `update_task`, and as what the task will look like. */
import type { InputOf } from "@todo/contract/contract";
import type { Task } from "@todo/contract/tasks";

export type Edit = Partial<
  Pick<Task, "title" | "description" | "priority" | "labels" | "list" | "due_on" | "due_time">
> & {
  /** It doesn't come back any more. */
  recurrence?: null;
};

type Update = Omit<InputOf<"update_task">, "task_id">;

/** Whether the person has to say which occurrences they mean. A task that is done is changed alone. */
export const needsScope = (task: Task, edit: Edit): boolean =>
  task.recurrence !== null && task.status === "pending" && edit.recurrence === undefined;

/** Without a date nothing comes back. */
export const withoutRule = (task: Task, edit: Edit): Edit =>
  task.recurrence && edit.due_on === null ? { ...edit, recurrence: null } : edit;

/** The contract knows no null: what is emptied is named under `clear`. */
export function updateOf(edit: Edit): Update {
  const update: Update = {};
  const clear: NonNullable<Update["clear"]> = [];

  if (edit.title !== undefined) update.title = edit.title;
  if (edit.description !== undefined) {
    if (edit.description) update.description = edit.description;
    else clear.push("description");
  }
  if (edit.priority !== undefined) {
    if (edit.priority === "none") clear.push("priority");
    else update.priority = edit.priority;
  }
  if (edit.labels !== undefined) {
    if (edit.labels.length > 0) update.labels = edit.labels;
    else clear.push("labels");
  }
  if (edit.list !== undefined) {
    if (edit.list) update.list = edit.list.id;
    else clear.push("list");
  }
  if (edit.due_on !== undefined) {
    if (edit.due_on) update.due_on = edit.due_on;
    else clear.push("due_on");
  }
  if (edit.due_time !== undefined && edit.due_on !== null) {
    if (edit.due_time) update.due_time = edit.due_time;
    else clear.push("due_time");
  }
  if (edit.recurrence === null) clear.push("recurrence");
  return clear.length > 0 ? { ...update, clear } : update;
}

/** The task as it will be, in the eyes of a person in `zone`. */
export function edited(task: Task, edit: Edit, zone: string): Task {
  const next: Task = { ...task, ...edit };
  if (!next.due_on) next.due_time = null;
  next.time_zone = next.due_time ? (edit.due_time ? zone : task.time_zone) : null;
  return next;
}
