/** No task is below itself, whatever is taken back: a walk up the tree comes to an end. */
import { AppError } from "@todo/contract";
import type { HandlerContext } from "../operations/implement.ts";
import { findTasks } from "./queries.ts";

/** Of any kind; tasks alone have a parent. */
type Row = object;

/**
 * Refuses to take back what would put a task below itself: it was below another once, which is below it by now.
 * Throws `undo_conflict`. Both hold rows of any kind by id, as they are and as they would be.
 */
export async function refuseCircle(
  current: Map<string, Row | undefined>,
  becoming: Map<string, Row | undefined>,
  { db, actor }: HandlerContext,
): Promise<void> {
  const moving = [...becoming].filter(([id, row]) => {
    const parent = parentOf(row);
    return parent !== undefined && parent !== parentOf(current.get(id));
  });
  if (moving.length === 0) return;
  const rows = new Map<string, Row | undefined>(becoming);
  const missing = (some: (Row | undefined)[]) =>
    some.flatMap((row) => parentOf(row) ?? []).filter((id) => !rows.has(id));
  for (let ids = missing([...becoming.values()]); ids.length > 0; ) {
    const above = await findTasks(db, actor.space_id, ids);
    for (const id of ids) rows.set(id, undefined);
    for (const row of above) rows.set(row.id, row);
    ids = missing(above);
  }
  for (const [id, row] of moving) {
    const seen = new Set<string>();
    for (
      let above = parentOf(row);
      above !== undefined && !seen.has(above);
      above = parentOf(rows.get(above))
    ) {
      if (above === id) throw belowItself(row);
      seen.add(above);
    }
  }
}

const parentOf = (row: Row | undefined): string | undefined =>
  row && "parent_id" in row && typeof row.parent_id === "string" ? row.parent_id : undefined;

function belowItself(task: Row | undefined): AppError {
  const name = task && "title" in task ? String(task.title) : "";
  return new AppError(
    "undo_conflict",
    `“${name}” would be below itself, so nothing was taken back. Move what it was below out of it first.`,
    { reason: "below_itself", params: { name } },
  );
}
