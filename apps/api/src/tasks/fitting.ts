/** The fields of a task fit together, whatever is taken back: each may be as it was, and all of them not. */
import { AppError } from "@todo/contract";
import { type Change, isOfTask, type NewTaskRow } from "../operations/entities.ts";

/** Refuses to take back what would leave a task with fields that no other operation gives it. Throws `undo_conflict`. */
export function refuseUnfitting(changes: Change[]): void {
  for (const { before, after } of changes.filter(isOfTask)) {
    const trouble = after && troubleOf(after);
    if (!trouble || (before && troubleOf(before) === trouble)) continue;
    const name = after.title;
    throw new AppError(
      "undo_conflict",
      `“${name}” would ${trouble}, so nothing was taken back. Undo the later change first.`,
      { params: { name } },
    );
  }
}

function troubleOf({ due_on, due_time, recurrence, completed_at }: NewTaskRow): string | undefined {
  if (due_time && !due_on) return "have a time and no date";
  if (recurrence && !due_on) return "come back and have no date";
  if (recurrence && completed_at) return "be done and still come back";
  return undefined;
}
