/** What a new or changed task becomes from the words of a caller: names looked up, times given a zone. */
import { invalid } from "@todo/contract";
import { v7 as uuid } from "uuid";
import { findProfile } from "../access/queries.ts";
import type { Finder } from "../lists/find-or-make.ts";
import type { NewTaskRow, TaskRow } from "../operations/entities.ts";
import type { HandlerContext, ParsedInput } from "../operations/implement.ts";
import { getLivingTask } from "./find.ts";

export type TaskFields = ParsedInput<"add_task">;

export async function newTask(
  input: TaskFields,
  finder: Finder,
  context: HandlerContext,
): Promise<NewTaskRow> {
  if (input.due_time && !input.due_on) throw invalid("due_time", "A time needs a date: give due_on as well.");
  // Whatever can fail comes first: a refused task must not leave a new list behind.
  const parent_id = input.parent === undefined ? null : (await getLivingTask(context, input.parent)).id;
  const at = context.now().toISOString();
  return {
    id: uuid(),
    title: input.title,
    description: input.description ?? "",
    priority: input.priority ?? "none",
    label_ids: input.labels ? await finder.labelIds(input.labels) : [],
    list_id: input.list === undefined ? null : await finder.listId(input.list),
    parent_id,
    due_on: input.due_on ?? null,
    due_time: input.due_time ?? null,
    time_zone: input.due_time ? (input.time_zone ?? (await zoneOf(context))) : null,
    completed_at: null,
    deleted_at: null,
    series_id: null,
    occurrence: null,
    recurrence: null,
    later: null,
    reminders: [],
    created_at: at,
    updated_at: at,
    version: 1,
  };
}

/** The zone in which this caller means wall-clock times. */
export async function zoneOf({ db, actor, time_zone }: HandlerContext): Promise<string> {
  return time_zone ?? (await findProfile(db, actor.space_id)).time_zone;
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
  return { ...patch, ...(await dueOf(task, input, clear, context)) };
}

async function dueOf(
  task: TaskRow,
  input: { due_on?: string | undefined; due_time?: string | undefined; time_zone?: string | undefined },
  clear: Set<string>,
  context: HandlerContext,
): Promise<Partial<TaskRow>> {
  const due_on = clear.has("due_on") ? null : (input.due_on ?? task.due_on);
  const clearsTime = clear.has("due_time") || clear.has("due_on");
  const due_time = clearsTime ? null : (input.due_time ?? task.due_time);
  if (input.due_time && !due_on) throw invalid("due_time", "A time needs a date: give due_on as well.");
  if (!due_time) return { due_on, due_time: null, time_zone: null };
  const given = input.time_zone ?? (input.due_time ? await zoneOf(context) : task.time_zone);
  return { due_on, due_time, time_zone: given };
}

/** A task can't be below itself. */
async function parentFor(task: TaskRow, ref: string | number, context: HandlerContext): Promise<string> {
  const parent = await getLivingTask(context, ref);
  for (let above: TaskRow | undefined = parent; above; ) {
    if (above.id === task.id) throw invalid("parent", "A task can't be its own sub-task.");
    above = above.parent_id ? await getLivingTask(context, above.parent_id) : undefined;
  }
  return parent.id;
}
