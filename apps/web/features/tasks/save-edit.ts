/**
 * Sends an edit for the version that the person saw. Where others changed
 * something else meanwhile, both changes stand; where they changed the same,
 * nothing is sent over their words.
 */
import type { InputOf, OutputOf } from "@todo/contract/contract";
import { AppError } from "@todo/contract/errors";
import type { Occurrences } from "@todo/contract/recurrence";
import type { Task } from "@todo/contract/tasks";
import { api } from "../../lib/api.ts";
import { sendOrKeep } from "../offline/send.ts";
import { type EditConflict, fieldsAtOdds, latestChangeOf } from "./conflict.ts";
import { versionKnown } from "./in-turn.ts";
import { type Edit, updateOf } from "./task-edit.ts";

type Rule = NonNullable<InputOf<"update_task">["recurrence"]>;

/** The edit and a newer version of the task want different things. */
export class AtOdds extends Error {
  override name = "AtOdds";
  readonly conflict: EditConflict;

  constructor(conflict: EditConflict) {
    super("The task was changed meanwhile.");
    this.conflict = conflict;
  }

  get current(): Task {
    return this.conflict.current;
  }
}

/** `after` is the task as the edit makes it. Throws AtOdds, Waits, and what the API throws. */
export async function saveEdit(
  began: Task,
  edit: Edit,
  after: Task,
  occurrences?: Occurrences,
): Promise<OutputOf<"update_task">> {
  const input = { task_id: began.id, ...updateOf(edit), ...(occurrences && { occurrences }) };
  try {
    return await sendOrKeep("update_task", input, { before: began, after, edit });
  } catch (error) {
    const conflict = error instanceof AppError ? error.conflict : undefined;
    if (conflict?.kind !== "task") throw error;
    const { current, changes } = conflict;
    const fields = fieldsAtOdds(began, current, edit);
    throw new AtOdds({ current, edit, fields, change: latestChangeOf(fields, changes) });
  }
}

/** A rule for the dates that the person saw; what else was changed meanwhile stands beside it. Throws what the API throws. */
export async function saveRule(seen: Task, recurrence: Rule): Promise<OutputOf<"update_task">> {
  for (let version = versionKnown(seen); ; ) {
    try {
      return await api.update_task({ task_id: seen.id, recurrence, version });
    } catch (error) {
      const conflict = error instanceof AppError ? error.conflict : undefined;
      if (conflict?.kind !== "task" || !hasSameDates(seen, conflict.current)) throw error;
      version = conflict.current.version;
    }
  }
}

const hasSameDates = (one: Task, other: Task) =>
  one.due_on === other.due_on &&
  one.due_time === other.due_time &&
  one.recurrence?.rrule === other.recurrence?.rrule;
