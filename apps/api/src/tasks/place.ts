/** Manual order: a key between two neighbours, as fractional indexing makes them. */
import { invalid } from "@todo/contract";
import { generateKeyBetween } from "fractional-indexing";
import type { TaskRow } from "../operations/entities.ts";
import type { HandlerContext } from "../operations/implement.ts";
import { positionOf } from "../operations/record.ts";
import { getLivingTask } from "./find.ts";
import { findNeighbour, findNextNumber, type TaskRef } from "./queries.ts";

export interface Place {
  after?: TaskRef | undefined;
  before?: TaskRef | undefined;
}

/** The position next to the anchor, or nothing when no place was asked for. */
export async function placeOf(
  task: TaskRow,
  listId: string | null,
  { after, before }: Place,
  context: HandlerContext,
): Promise<string | undefined> {
  const ref = after ?? before;
  if (ref === undefined) return undefined;
  if (after !== undefined && before !== undefined)
    throw invalid("before", "Give `after` or `before`, not both.");
  const { db, actor } = context;
  const side = after === undefined ? "before" : "after";
  const anchor = await getLivingTask(context, ref);
  if (anchor.id === task.id) throw invalid(side, "A task can't be placed next to itself.");
  if (anchor.list_id !== listId) throw invalid(side, `Task ${anchor.number} is in another list.`);

  const neighbour = await findNeighbour(db, actor.space_id, anchor, side, task.id);
  if (side === "before") return generateKeyBetween(neighbour, anchor.position);
  // A task added later takes the place of its number, so the end of the list lies before the next number's.
  return generateKeyBetween(
    anchor.position,
    neighbour ?? positionOf(await findNextNumber(db, actor.space_id)),
  );
}
