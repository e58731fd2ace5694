/** What a new or changed task becomes from the words of a caller: names looked up, times given a zone. */
import { invalid } from "@todo/contract";
import { v7 as uuid } from "uuid";
import type { Finder } from "../lists/find-or-make.ts";
import type { NewTaskRow, TaskRow } from "../operations/entities.ts";
import type { HandlerContext, ParsedInput } from "../operations/implement.ts";
import { dueOfChanged, dueOfNew } from "./due.ts";
import { getLivingTask } from "./find.ts";
import { remindersOf } from "./reminders.ts";

export type TaskFields = ParsedInput<"add_task">;

export async function newTask(
  input: TaskFields,
  finder: Finder,
  context: HandlerContext,
): Promise<NewTaskRow> {
  // Whatever can fail comes first: a refused task must not leave a new list behind.
  const parent_id = input.parent === undefined ? null : (await getLivingTask(context, input.parent)).id;
  const due = await dueOfNew(input, context);
  const reminders = await remindersOf(input, { due_on: null, reminders: [] }, due.due_on, context);
  const at = context.now().toISOString();
  return {
    id: uuid(),
    title: input.title,
    description: input.description ?? "",
    priority: input.priority ?? "none",
    label_ids: input.labels ? await finder.labelIds(input.labels) : [],
    list_id: input.list === undefined ? null : await finder.listId(input.list),
    parent_id,
    ...due,
    completed_at: null,
    deleted_at: null,
    later: null,
    reminders,
    created_at: at,
    updated_at: at,
    version: 1,
  };
}

/** The fields that change, with what follows from them: no date, no time; a time has a zone. */
export async function patchOf(
  task: TaskRow,
  input: ParsedInput<"update_task">,
  finder: Finder,
  context: HandlerContext,
): Promise<Partial<TaskRow>> {
  const clear = new Set(input.clear);
  for (const field of clear) {
    if (input[field] !== undefined) throw invalid(field, "Give it a value or clear it, not both.");
  }
  const patch: Partial<TaskRow> = {};
  if (input.title !== undefined) patch.title = input.title;
  if (input.description !== undefined || clear.has("description"))
    patch.description = input.description ?? "";
  if (input.priority !== undefined || clear.has("priority")) patch.priority = input.priority ?? "none";
  if (input.labels !== undefined || clear.has("labels"))
    patch.label_ids = await finder.labelIds(input.labels ?? []);
  if (input.list !== undefined || clear.has("list")) {
    patch.list_id = input.list === undefined ? null : await finder.listId(input.list);
  }
  if (input.parent !== undefined || clear.has("parent")) {
    patch.parent_id = input.parent === undefined ? null : await parentFor(task, input.parent, context);
  }
  const due = await dueOfChanged(task, input, clear, context);
  const given = clear.has("reminders") ? { reminders: [] } : input;
  const due_on = due.due_on === undefined ? task.due_on : due.due_on;
  const reminders = await remindersOf(given, task, due_on, context);
  return { ...patch, ...due, ...(reminders !== task.reminders && { reminders }) };
}

/** A task can't be below itself. */
async function parentFor(task: TaskRow, ref: string | number, context: HandlerContext): Promise<string> {
  const parent = await getLivingTask(context, ref);
  for (let above: TaskRow | undefined = parent; above; ) {
    if (above.id === task.id)
      throw invalid("parent", "A task can't be its own sub-task.", { reason: "own_subtask" });
    above = above.parent_id ? await getLivingTask(context, above.parent_id) : undefined;
  }
  return parent.id;
}
