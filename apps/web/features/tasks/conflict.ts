/** A change that met a newer version of its task: what is at odds, and what is not. Pure. */
import type { ChangeSince } from "@todo/contract/conflict";
import type { Task } from "@todo/contract/tasks";
import type { Edit } from "./task-edit.ts";

export type EditedField = Exclude<keyof Edit, "recurrence">;

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
  if (isWholeDeed(operation)) return fieldsUnseen(before, current, operation);
  return edit ? fieldsAtOdds(before, current, edit) : backAgain.has(operation) ? [] : undefined;
}

/** They take nothing away, whatever others changed. */
const backAgain: ReadonlySet<string> = new Set(["reopen_task", "restore_task"]);

/** Fields that the edit sets, that were changed since the person began, and to something else than they want. */
export function fieldsAtOdds(base: Task, current: Task, edit: Edit): EditedField[] {
  const fields: EditedField[] = [];
  for (const field of editedFields) {
    if (!(field in edit)) continue;
    const [was, is, wanted] = [plain(base[field]), plain(current[field]), plain(edit[field])];
    if (is !== was && is !== wanted) fields.push(field);
  }
  return fields;
}

const words: readonly EditedField[] = ["title", "description"];

/** Fields that others changed and that the deed has to do with: whoever deletes loses all of them, who completes has done what the words said. */
function fieldsUnseen(seen: Task, current: Task, operation: WholeDeed): EditedField[] {
  const concerned = operation === "delete_task" ? editedFields : words;
  return concerned.filter((field) => plain(seen[field]) !== plain(current[field]));
}

const editedFields: readonly EditedField[] = [
  "title",
  "description",
  "priority",
  "labels",
  "list",
  "due_on",
  "due_time",
];

/** Lists compare by name: a rename of the list is no change of the task. */
const plain = (value: Edit[EditedField]) =>
  typeof value === "object" && value !== null && "id" in value ? value.id : JSON.stringify(value ?? null);

/** The columns of the journal that hold a field under another name. */
const columns: Partial<Record<string, EditedField>> = { label_ids: "labels", list_id: "list" };

export function latestChangeOf(fields: EditedField[], changes: ChangeSince[]): ChangeSince | undefined {
  return changes.findLast(({ after }) =>
    Object.keys(after ?? {}).some((column) => fields.some((field) => (columns[column] ?? column) === field)),
  );
}
