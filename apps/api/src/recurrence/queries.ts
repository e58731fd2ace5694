/** The occurrences of recurring tasks in the database, and nothing else. */
import { first, type Reader } from "../db/database.ts";
import { sql } from "../db/sql.ts";
import type { TaskRow } from "../operations/entities.ts";
import { taskColumns } from "../tasks/queries.ts";

/** The living occurrences of recurring tasks. */
export async function findTasksOfSeries(
  db: Reader,
  spaceId: string,
  seriesIds: string[],
): Promise<TaskRow[]> {
  return db.rows<TaskRow>(
    sql`select ${taskColumns} from tasks t
        where t.space_id = ${spaceId} and t.series_id = any(${seriesIds}::uuid[]) and t.deleted_at is null order by t.number`,
  );
}

/** The occurrence that carries the rule; the latest, so it is found first in their order. */
export async function findCarrier(
  db: Reader,
  spaceId: string,
  seriesId: string,
): Promise<TaskRow | undefined> {
  return first<TaskRow>(
    db,
    sql`select ${taskColumns} from tasks t
        where t.space_id = ${spaceId} and t.series_id = ${seriesId} and t.deleted_at is null and t.recurrence is not null
        order by t.occurrence desc limit 1`,
  );
}

/** Which occurrences of a series there are from a key on, but for one task. */
export async function findOccurrencesFrom(
  db: Reader,
  spaceId: string,
  seriesId: string,
  from: string,
  leaveOut: string,
): Promise<string[]> {
  const rows = await db.rows<{ occurrence: string }>(
    sql`select t.occurrence from tasks t
        where t.space_id = ${spaceId} and t.series_id = ${seriesId} and t.deleted_at is null
          and t.occurrence >= ${from} and t.id <> ${leaveOut}`,
  );
  return rows.map(({ occurrence }) => occurrence);
}
