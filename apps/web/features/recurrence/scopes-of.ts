import type { Occurrences } from "@todo/contract/recurrence";
import type { Edit } from "../tasks/task-edit.ts";

/** What can be meant. A day in the past isn't moved: with a new date or time, “all” would be “this and later”. */
export function scopesOf(edit: Edit): Occurrences[] {
  const moves = edit.due_on !== undefined || edit.due_time !== undefined;
  return moves ? ["this", "this_and_later"] : ["this", "this_and_later", "all"];
}
