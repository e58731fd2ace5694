/** What comes after an occurrence: which one, and what it takes over. */
import type { Recurrence, Reminder } from "@todo/contract";
import { v7 as uuid } from "uuid";
import { findListById, findLivingLabels } from "../lists/queries.ts";
import type { NewTaskRow, Repeated, TaskRow } from "../operations/entities.ts";
import type { HandlerContext } from "../operations/implement.ts";
import { localDateTime } from "../tasks/local-time.ts";
import {
  addDays,
  addDaysToInstant,
  daysBetween,
  dueOf,
  occurrenceAfter,
  occurrenceAfterCompletion,
} from "./occurrences.ts";
import { findOccurrencesFrom } from "./queries.ts";
import { formatRule, hasTimes, isFinerThanDay, readRule } from "./rule.ts";

/** A task that carries a rule. */
export interface Recurring extends TaskRow {
  series_id: string;
  occurrence: string;
  recurrence: Recurrence;
}

export const isRecurring = (task: TaskRow): task is Recurring =>
  task.recurrence !== null && task.series_id !== null && task.occurrence !== null;

export interface Following {
  occurrence: string;
  recurrence: Recurrence;
}

/** The occurrence behind this one when it is done or skipped now; nothing when it was the last. */
export async function followingOf(task: Recurring, context: HandlerContext): Promise<Following | undefined> {
  const { recurrence, series_id, occurrence } = task;
  const { db, actor, now } = context;
  const present = localDateTime(now(), recurrence.time_zone);
  // Done early, a rule that counts from the completion may fall on days before this one's.
  const from = [occurrence, present].sort()[0]!.slice(0, 10);
  const taken = await findOccurrencesFrom(db, actor.space_id, series_id, from, task.id);
  return following(recurrence, occurrence, present, taken);
}

/** `present` is the wall clock's, to the minute. */
export function following(
  recurrence: Recurrence,
  occurrence: string,
  present: string,
  taken: string[] = [],
): Following | undefined {
  const rule = readRule(recurrence.rrule, "recurrence");
  const moment = hasTimes(rule) ? present : present.slice(0, 10);
  if (!recurrence.after_completion) {
    const notBefore = isFinerThanDay(rule.freq) ? moment : present.slice(0, 10);
    const next = occurrenceAfter(recurrence, occurrence, { notBefore, taken });
    return next === undefined ? undefined : { occurrence: next, recurrence };
  }
  // Its COUNT says how many there are still to come, this one among them.
  if (rule.count === 1) return undefined;
  const next = occurrenceAfterCompletion(recurrence, moment, [...taken, occurrence]);
  if (next === undefined) return undefined;
  const left = rule.count === undefined ? rule : { ...rule, count: rule.count - 1 };
  const starts = {
    rrule: formatRule(left),
    starts_on: next.slice(0, 10),
    ...(hasTimes(rule) && { starts_at: next.slice(11) }),
  };
  return { occurrence: next, recurrence: { ...recurrence, ...starts } };
}

/** What an occurrence has in common with later ones, apart from what this one alone was given. */
export async function repeatedOf(task: TaskRow, context: HandlerContext): Promise<Repeated> {
  const { title, description, priority, label_ids, list_id, due_time, time_zone, reminders, later } = task;
  const own = { title, description, priority, label_ids, list_id, due_time, time_zone, reminders };
  if (!later) return own;
  const { db, actor } = context;
  const list = later.list_id ? await findListById(db, actor.space_id, later.list_id) : undefined;
  const labels = later.label_ids?.length ? await findLivingLabels(db, actor.space_id, later.label_ids) : [];
  return {
    ...own,
    ...later,
    ...(later.list_id && { list_id: list && !list.deleted_at ? list.id : null }),
    ...(later.label_ids && { label_ids: later.label_ids.filter((id) => labels.includes(id)) }),
  };
}

/** The fields of an occurrence that follow from its key. */
export function datedBy(key: string, repeated: Repeated, { time_zone, starts_at }: Recurrence) {
  const { due_on, due_time } = dueOf(key, repeated.due_time);
  const zone = starts_at === undefined ? repeated.time_zone : time_zone;
  return { due_on, due_time, time_zone: due_time === null ? null : zone };
}

/** Reminders go along: relative ones as they are, those at an instant by as many days. What was put off isn't. */
export const shiftReminders = (reminders: Reminder[], days: number, zone: string): Reminder[] =>
  reminders
    .filter((reminder) => !("snoozed" in reminder && reminder.snoozed))
    .map((reminder) =>
      "at" in reminder ? { ...reminder, at: addDaysToInstant(reminder.at, days, zone) } : reminder,
    );

export const daysApart = (from: string, to: string) => daysBetween(from.slice(0, 10), to.slice(0, 10));

/** The next occurrence as a task of its own, in the same place. */
export async function nextTask(
  task: Recurring,
  { occurrence, recurrence }: Following,
  context: HandlerContext,
): Promise<NewTaskRow> {
  const repeated = await repeatedOf(task, context);
  const days = daysApart(task.occurrence, occurrence);
  const at = context.now().toISOString();
  return {
    ...repeated,
    ...datedBy(occurrence, repeated, recurrence),
    id: uuid(),
    reminders: shiftReminders(repeated.reminders, days, recurrence.time_zone),
    parent_id: task.parent_id,
    // The one that is done leaves its place to it.
    ...(repeated.list_id === task.list_id && { position: task.position }),
    completed_at: null,
    deleted_at: null,
    series_id: task.series_id,
    occurrence,
    recurrence,
    later: null,
    created_at: at,
    updated_at: at,
    version: 1,
  };
}

/** A sub-task for the next occurrence: not done, as many days later by the clock of the rule's zone where it has none. */
export function copyOf(
  sub: TaskRow,
  parent_id: string,
  { days, zone }: { days: number; zone: string },
  now: Date,
): NewTaskRow {
  const { number: _, ...row } = sub;
  const at = now.toISOString();
  return {
    ...row,
    id: uuid(),
    parent_id,
    due_on: sub.due_on && addDays(sub.due_on, days),
    reminders: shiftReminders(sub.reminders, days, sub.time_zone ?? zone),
    completed_at: null,
    created_at: at,
    updated_at: at,
    version: 1,
  };
}
