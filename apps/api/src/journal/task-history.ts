/** What happened to one task: its changes and what was sent of its reminders, by pages of both together. */
import { type Delivery, happened, invalid } from "@todo/contract";
import { type DeliveryPlace, readPlace, writePlace } from "../channels/delivery-place.ts";
import { findDeliveries } from "../channels/queries.ts";
import type { Reader } from "../db/database.ts";
import { findHistory, type HistoryRow } from "./queries.ts";

interface Place {
  seq?: number;
  delivery?: DeliveryPlace;
}

interface TaskPage {
  rows: HistoryRow[];
  deliveries: Delivery[];
  /** Null: that was all. */
  next: string | null;
}

/** Together at most `limit`, latest first. Throws `validation_failed` for the cursor of another query. */
export async function readTaskHistory(
  db: Reader,
  spaceId: string,
  { taskId, cursor, limit }: { taskId: string; cursor: string | undefined; limit: number },
): Promise<TaskPage> {
  const place = cursor === undefined ? {} : readCursor(cursor);
  const more = limit + 1;
  const [rows, deliveries] = await Promise.all([
    findHistory(db, spaceId, { taskId, before: place.seq, limit: more }),
    findDeliveries(db, spaceId, { task_id: taskId, before: place.delivery, limit: more }),
  ]);
  const all = happened(rows, deliveries);
  const page = all.slice(0, limit);
  const shown = {
    rows: page.flatMap(({ entry }) => entry ?? []),
    deliveries: page.flatMap(({ delivery }) => delivery ?? []),
  };
  if (all.length <= limit) return { ...shown, next: null };
  const seq = shown.rows.at(-1)?.seq ?? place.seq;
  const delivery = shown.deliveries.at(-1) ?? place.delivery;
  return { ...shown, next: `${seq ?? ""}${delivery ? `~${writePlace(delivery)}` : ""}` };
}

/** Where each of the two stopped, one that hasn't begun left out: `57`, `57~…`, `~…`. */
function readCursor(cursor: string): Place {
  const [, seq, delivery] = /^(?=.)([1-9]\d{0,14})?(?:~(.+))?$/.exec(cursor) ?? [];
  if (seq === undefined && delivery === undefined)
    throw invalid("cursor", "This cursor belongs to another query. Start again without one.");
  return {
    ...(seq !== undefined && { seq: Number(seq) }),
    ...(delivery !== undefined && { delivery: readPlace(delivery) }),
  };
}
