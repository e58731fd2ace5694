/**
 * Sends an edit for the version that the person saw. Where others changed
 * something else meanwhile, both changes stand; where they changed the same,
 * nothing is sent over their words: the person chooses.
 */
import type { OutputOf } from "@todo/contract/contract";
import { AppError } from "@todo/contract/errors";
import type { Occurrences } from "@todo/contract/recurrence";
import type { Task } from "@todo/contract/tasks";
import { AtOdds } from "../conflicts/at-odds.ts";
import { addConflict } from "../conflicts/conflict-store.ts";
import { latestChangeOf } from "../conflicts/latest-change.ts";
import { sendOrKeep } from "../offline/send.ts";
import { fieldsBetween } from "./conflict.ts";
import { waitingConflict } from "./conflict-words.ts";
import { type Edit, updateOf } from "./task-edit.ts";

interface WantedEdit {
  /** The task as the person saw it when they began. */
  began: Task;
  edit: Edit;
  /** The task as the edit makes it. */
  after: Task;
  occurrences?: Occurrences | undefined;
  /** Wanted once more, for the task as the choice has shown it. */
  again: (current: Task) => void;
}

/** Throws AtOdds once the choice is before the person, Waits, and what the API throws. */
export async function saveEdit({
  began,
  edit,
  after,
  occurrences,
  again,
}: WantedEdit): Promise<OutputOf<"update_task">> {
  const operation = "update_task";
  const input = { task_id: began.id, ...updateOf(edit), ...(occurrences && { occurrences }) };
  try {
    return await sendOrKeep(operation, input, { before: began, after, edit });
  } catch (error) {
    const conflict = error instanceof AppError ? error.conflict : undefined;
    if (conflict?.kind !== "task") throw error;
    const { current, changes } = conflict;
    const fields = fieldsBetween({ operation, before: began, edit }, current) ?? [];
    const change = latestChangeOf(fields, changes);
    addConflict(waitingConflict({ current, edit, fields, change }, { keepMine: () => again(current) }));
    throw new AtOdds(conflict);
  }
}
