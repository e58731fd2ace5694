/** A change that met a newer version of its task: what is at odds, and what is not. Pure. */
import type { ChangeSince } from "@todo/contract/conflict";
import type { Task } from "@todo/contract/tasks";
import { fieldsAtOdds } from "../conflicts/at-odds.ts";
import type { Edit } from "./task-edit.ts";

export type EditedField = Exclude<keyof Edit, "recurrence">;

type Edited = Pick<Task, EditedField>;

/** What is done to a task as a whole, for what the person saw in it. */
export type WholeDeed = "complete_task" | "delete_task";

export const isWholeDeed = (operation: string): operation is WholeDeed =>
  operation === "complete_task" || operation === "delete_task";

export interface EditConflict {
  /** The task as it is now, with their changes. */
  current: Task;
  /** It isn't edited: this is done to it, and so it looked. */
  deed?: { operation: WholeDeed; seen: Task };
  /** The person's own words, which are not stored. */
  edit: Edit;
  /** The fields that both sides changed, and differently; of a deed, those that it was not meant for. */
  fields: EditedField[];
  /** The latest change of theirs, where it is known. */
  change: ChangeSince | undefined;
}

/** A change of a task on its way, as far as it can be held against a newer version. */
interface Made {
  operation: string;
  /** The task as the person saw it; null: it is added. */
  before: Task | null;
  edit?: Edit | undefined;
}

/** What stands between the change and a newer version of its task. Undefined: it isn't made for a version. */
export function fieldsBetween({ operation, before, edit }: Made, current: Task): EditedField[] | undefined {
  if (!before) return undefined;
  if (isWholeDeed(operation)) return fieldsAtOdds<Edited>(before, current, concernedBy(operation, before));
  if (!edit) return backAgain.has(operation) ? [] : undefined;
  const { recurrence: _, ...mine } = edit;
  return fieldsAtOdds<Edited>(before, current, mine);
}

/** They take nothing away, whatever others changed. */
const backAgain: ReadonlySet<string> = new Set(["reopen_task", "restore_task"]);

/** Whoever deletes loses all of it, who completes has done what the words said. */
function concernedBy(
  operation: WholeDeed,
  { title, description, priority, labels, list, due_on, due_time }: Task,
): Partial<Edited> {
  const words = { title, description };
  return operation === "complete_task" ? words : { ...words, priority, labels, list, due_on, due_time };
}
