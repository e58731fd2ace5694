/** An edit that met a newer version of its task: what is at odds, and what is not. Pure. */
import type { ChangeSince } from "@todo/contract/conflict";
import type { Task } from "@todo/contract/tasks";
import type { Edit } from "./task-edit.ts";

export type EditedField = Exclude<keyof Edit, "recurrence">;

export interface EditConflict {
  /** The task as it is now, with their changes. */
  current: Task;
  /** The person's own words, which are not stored. */
  edit: Edit;
  /** The fields that both sides changed, and differently. */
  fields: EditedField[];
  /** The latest change of theirs, where it is known. */
  change: ChangeSince | undefined;
}

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
