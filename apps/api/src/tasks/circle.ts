/** No task is below itself, whatever is taken back: a walk up the tree comes to an end. */
import { AppError } from "@todo/contract";
import { type Change, isOfTask, type NewTaskRow } from "../operations/entities.ts";
import type { HandlerContext } from "../operations/implement.ts";
import { findTasks } from "./queries.ts";

type Placed = Pick<NewTaskRow, "parent_id">;

/**
 * Refuses to take back what would put a task below itself: it was below another once, which is below it by now.
 * Throws `undo_conflict`.
 */
export async function refuseCircle(changes: Change[], { db, actor }: HandlerContext): Promise<void> {
  const tasks = changes.filter(isOfTask);
  const moving = tasks.flatMap(({ before, after }) =>
    after?.parent_id && after.parent_id !== before?.parent_id ? [after] : [],
  );
  if (moving.length === 0) return;
  const rows = new Map<string, Placed | null>(
    tasks.map(({ before, after }) => [(after ?? before).id, after]),
  );
  const missing = (some: (Placed | null)[]) =>
    some.flatMap((row) => row?.parent_id ?? []).filter((id) => !rows.has(id));
  for (let ids = missing([...rows.values()]); ids.length > 0; ) {
    const above = await findTasks(db, actor.space_id, ids);
    for (const id of ids) rows.set(id, null);
    for (const row of above) rows.set(row.id, row);
    ids = missing(above);
  }
  for (const task of moving) {
    const seen = new Set<string>();
    for (let above = task.parent_id; above && !seen.has(above); above = rows.get(above)?.parent_id ?? null) {
      if (above === task.id) throw belowItself(task);
      seen.add(above);
    }
  }
}

const belowItself = ({ title: name }: NewTaskRow) =>
  new AppError(
    "undo_conflict",
    `“${name}” would be below itself, so nothing was taken back. Move what it was below out of it first.`,
    { reason: "below_itself", params: { name } },
  );
