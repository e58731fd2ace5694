/** A conflict about a task, as it is put before the person. */
import type { Task } from "@todo/contract/tasks";
import { enumerate } from "../../messages/enumerate.ts";
import type { Versions, WaitingConflict } from "../conflicts/conflict-store.ts";
import type { EditConflict, EditedField } from "./conflict.ts";
import { dueInWords, type Viewpoint } from "./due.ts";
import { edited } from "./task-edit.ts";

/** How it goes on is up to whoever made the change. */
export function waitingConflict(
  conflict: EditConflict,
  choice: Pick<WaitingConflict, "keepMine" | "keepTheirs">,
): WaitingConflict {
  const { current, deed, change } = conflict;
  return {
    title: (deed?.seen ?? current).title,
    deed: deed && (deed.operation === "delete_task" ? "delete" : "complete"),
    change,
    fields: (viewpoint) => versionsOf(conflict, viewpoint),
    ...choice,
  };
}

export function versionsOf({ current, edit, deed, fields }: EditConflict, viewpoint: Viewpoint): Versions[] {
  const mine = deed?.seen ?? edited(current, edit, viewpoint.zone);
  return rowsOf(fields).map((row) => ({
    name: viewpoint.t(`field.${row}`),
    mine: inWords(row, mine, viewpoint),
    theirs: inWords(row, current, viewpoint),
  }));
}

type Row = Exclude<EditedField, "due_on" | "due_time"> | "due";

/** Day and time are one thing to a person. */
const rowsOf = (fields: EditedField[]): Row[] => [
  ...new Set(fields.map((field) => (field === "due_on" || field === "due_time" ? "due" : field))),
];

function inWords(row: Row, task: Task, viewpoint: Viewpoint): string {
  const { t, locale } = viewpoint;
  switch (row) {
    case "due":
      return dueInWords(task, viewpoint) ?? t("due.none");
    case "priority":
      return t(`priority.${task.priority}`);
    case "labels":
      return enumerate(task.labels, locale) || t("nothing");
    case "list":
      return task.list?.name ?? t("view.inbox");
    default:
      return task[row] || t("nothing");
  }
}
