/** Rows as the contract writes them. A task in no list and without labels needs no look at the database. */
import type { Task } from "@todo/contract";
import type { TaskRow } from "../operations/entities.ts";
import type { HandlerContext } from "../operations/implement.ts";
import { findTaskJsons } from "./queries.ts";

export async function toTasks(rows: TaskRow[], { db, actor }: HandlerContext): Promise<Task[]> {
  if (rows.every(({ list_id, label_ids }) => !list_id && label_ids.length === 0)) return rows.map(toTask);
  return findTaskJsons(
    db,
    actor.space_id,
    rows.map(({ id }) => id),
  );
}

function toTask(row: TaskRow): Task {
  const { id, number, title, description, priority, due_on, due_time, time_zone, position } = row;
  return {
    id,
    number,
    title,
    description,
    status: row.completed_at ? "completed" : "pending",
    priority,
    labels: [],
    list: null,
    parent: row.parent_id,
    due_on,
    due_time,
    time_zone,
    recurrence: row.recurrence,
    series: row.series_id,
    occurrence: row.occurrence,
    reminders: row.reminders,
    position,
    completed_at: row.completed_at,
    deleted_at: row.deleted_at,
    created_at: row.created_at,
    updated_at: row.updated_at,
    version: row.version,
  };
}
