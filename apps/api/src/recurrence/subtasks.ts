/**
 * What is below a recurring task goes along with it: plain sub-tasks begin anew
 * below the next occurrence, and one that recurs by itself moves there.
 */
import type { NewTaskRow, TaskRow } from "../operations/entities.ts";
import type { HandlerContext } from "../operations/implement.ts";
import { findDescendants } from "../tasks/queries.ts";
import { copyOf, type Recurring } from "./next.ts";

export interface GoneAlong {
  copies: NewTaskRow[];
  /** Tasks that get another parent, with its id. */
  moved: { task: TaskRow; parent_id: string }[];
  /** From each that was copied to its copy, the one above all included. */
  ids: Map<string, string>;
}

/** `leaving` are tasks whose own next occurrence is made by the same call. */
export async function goAlong(
  from: Recurring,
  to: string,
  days: number,
  leaving: Set<string>,
  context: HandlerContext,
): Promise<GoneAlong> {
  const below = Map.groupBy(
    await findDescendants(context.db, context.actor.space_id, [from.id]),
    ({ parent_id }) => parent_id,
  );
  const along: GoneAlong = { copies: [], moved: [], ids: new Map([[from.id, to]]) };
  const copyBelow = (old: string, parent_id: string) => {
    for (const sub of below.get(old) ?? []) {
      if (sub.series_id) {
        if (sub.recurrence && !leaving.has(sub.id)) along.moved.push({ task: sub, parent_id });
        continue;
      }
      const copy = copyOf(sub, parent_id, { days, zone: from.recurrence.time_zone }, context.now());
      along.copies.push(copy);
      along.ids.set(sub.id, copy.id);
      copyBelow(sub.id, copy.id);
    }
  };
  copyBelow(from.id, to);
  return along;
}
