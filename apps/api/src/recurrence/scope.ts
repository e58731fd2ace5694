/** Which occurrences of a recurring task a change is for: this one, this and later ones, or all. */
import { AppError, invalid, type Occurrences } from "@todo/contract";
import { v7 as uuid } from "uuid";
import type { Repeated, TaskRow } from "../operations/entities.ts";
import type { HandlerContext } from "../operations/implement.ts";
import { anchoredAt } from "./anchor.ts";
import { isRecurring, type Recurring } from "./next.ts";
import { findCarrier, findOccurrencesFrom, findTasksOfSeries } from "./queries.ts";

export interface Patch {
  task: TaskRow;
  patch: Partial<TaskRow>;
}

export interface Scope {
  occurrences: Occurrences | undefined;
  /** What the caller named, also where it is what the task has already. */
  said: Set<string>;
}

const columns: Record<string, string[]> = {
  labels: ["label_ids"],
  add_labels: ["label_ids"],
  remove_labels: ["label_ids"],
  list: ["list_id"],
  due_time: ["due_time", "time_zone"],
};

/** The scope of an input that gives some fields and may clear others. */
export function scopeOf(input: Record<string, unknown> & { occurrences?: Occurrences | undefined }): Scope {
  const cleared: unknown[] = Array.isArray(input.clear) ? input.clear : [];
  const named = [...Object.keys(input), ...cleared.map(String)];
  return {
    occurrences: input.occurrences,
    said: new Set(named.flatMap((name) => columns[name] ?? name)),
  };
}

const kept = ["title", "description", "priority", "label_ids", "list_id", "reminders"] as const;
const times = ["due_time", "time_zone"] as const;
/** What `all` changes in those that are done. */
const shared = ["title", "description", "priority", "label_ids", "list_id"] as const;

/** Whether tasks of the series beside the one that is named may change. */
const isForOthers = ({ occurrences, said }: Scope): boolean =>
  occurrences === "all" && shared.some((field) => said.has(field));

/** The task, and those that change along with it. */
export async function tasksInScope(
  task: TaskRow,
  scope: Scope,
  { db, actor }: HandlerContext,
): Promise<TaskRow[]> {
  if (!task.series_id || !isForOthers(scope)) return [task];
  const others = await findTasksOfSeries(db, actor.space_id, [task.series_id]);
  return [task, ...others.filter(({ id }) => id !== task.id)];
}

/** What becomes of the task, and of others of its series, when this patch is meant for some of them. */
export async function inScope(
  task: TaskRow,
  patch: Partial<TaskRow>,
  { occurrences, said }: Scope,
  context: HandlerContext,
): Promise<Patch[]> {
  if (patch.recurrence && occurrences === "this")
    throw invalid("occurrences", "A rule holds for this occurrence and later ones: leave `this` out.");
  if (patch.recurrence && task.completed_at)
    throw invalid("recurrence", `Task ${task.number} is completed. Reopen it, so that it can come back.`, {
      reason: "repeat_of_done",
    });
  if (!isRecurring(task)) return inSeries(task, patch, { occurrences, said }, context);
  if (patch.recurrence === null)
    return inSeries(task, { ...patch, later: null }, { occurrences, said }, context);
  if (patch.due_on === null)
    throw invalid(
      "due_on",
      `Task ${task.number} comes back, so it needs a date. Clear recurrence as well to stop that.`,
      { reason: "repeat_needs_date" },
    );
  const timesAlone = !patch.recurrence && (occurrences ?? "this") === "this";
  const later = { ...task.later };
  const remember = <Field extends keyof Repeated>(field: Field, alone: boolean) => {
    const value = patch[field];
    const isSame = (other: unknown) => JSON.stringify(other) === JSON.stringify(value);
    if (value === undefined || (isSame(task[field]) && !said.has(field))) return;
    if (!alone || (field in later && isSame(later[field]))) delete later[field];
    else if (!(field in later) && !isSame(task[field])) later[field] = task[field];
  };
  for (const field of kept) remember(field, occurrences === "this");
  if (task.recurrence.starts_at === undefined) for (const field of times) remember(field, timesAlone);
  const whole: Partial<TaskRow> = {
    ...patch,
    ...(timesAlone || patch.recurrence ? {} : await anchored(task, patch, said, context)),
    later: Object.keys(later).length > 0 ? later : null,
  };
  return inSeries(task, whole, { occurrences, said }, context);
}

/** The rule, its zone and the occurrence's key where this one and later ones move. */
async function anchored(
  task: Recurring,
  patch: Partial<TaskRow>,
  said: Set<string>,
  { db, actor }: HandlerContext,
): Promise<Partial<TaskRow>> {
  const zone = patch.time_zone ?? task.recurrence.time_zone;
  const inZone =
    zone === task.recurrence.time_zone ? task.recurrence : { ...task.recurrence, time_zone: zone };
  const due_on = said.has("due_on") && patch.due_on ? patch.due_on : task.occurrence.slice(0, 10);
  const due_time = patch.due_time === undefined ? task.due_time : patch.due_time;
  const isThere =
    due_on === task.occurrence.slice(0, 10) &&
    (inZone.starts_at === undefined || due_time === task.occurrence.slice(11));
  if (isThere) return inZone === task.recurrence ? {} : { recurrence: inZone };
  const { recurrence, occurrence } = anchoredAt(inZone, task.occurrence, { due_on, due_time });
  const taken = await findOccurrencesFrom(db, actor.space_id, task.series_id, occurrence, task.id);
  return {
    recurrence,
    occurrence,
    // One that was done has that day already: from here on it is another series.
    ...(taken.includes(occurrence) && { series_id: uuid() }),
  };
}

async function inSeries(
  task: TaskRow,
  patch: Partial<TaskRow>,
  scope: Scope,
  context: HandlerContext,
): Promise<Patch[]> {
  const { db, actor } = context;
  const { occurrences } = scope;
  if (!task.series_id || occurrences === undefined || occurrences === "this") return [{ task, patch }];
  if (occurrences === "this_and_later") {
    const open = isRecurring(task) ? undefined : await findCarrier(db, actor.space_id, task.series_id);
    if (!open) return [{ task, patch }];
    throw new AppError(
      "conflict",
      `Task ${task.number} doesn't come back any more. Change task ${open.number}, which does.`,
      { reason: "not_repeating", params: { kind: "task", id: task.number } },
    );
  }
  const fields = shared.filter((field) => patch[field] !== undefined);
  const common = Object.fromEntries(fields.map((field) => [field, patch[field]]));
  const [, ...others] = await tasksInScope(task, scope, context);
  return [
    { task, patch },
    ...others.map((other) => ({ task: other, patch: { ...common, ...laterWithout(other, fields) } })),
  ];
}

function laterWithout({ later }: TaskRow, fields: readonly (keyof Repeated)[]): Partial<TaskRow> {
  if (!later) return {};
  const left = Object.entries(later).filter(([field]) => !fields.some((one) => one === field));
  return { later: left.length > 0 ? Object.fromEntries(left) : null };
}
