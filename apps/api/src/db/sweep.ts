/**
 * Removes rows of which there may be very many, so many a statement that each
 * ends within the time a statement may take.
 */
import { first, type Reader } from "./database.ts";
import { literal, type Sql, sql } from "./sql.ts";

const AT_ONCE = 10_000;

/**
 * Removes rows of one table that isn't partitioned, by a condition on `t`, and what goes along with them: fewer at once
 * where that is much. Gives whether there may be more.
 */
export async function sweep(db: Reader, table: string, condition: Sql, limit = AT_ONCE): Promise<boolean> {
  // A row that is changed at this moment is another by then, and left to the next time.
  const row = await first<{ count: number }>(
    db,
    sql`with gone as (
          delete from ${literal(table)} where ctid = any(array(
            select t.ctid from ${literal(table)} t where ${condition} limit ${limit})) returning 1)
        select count(*)::int as count from gone`,
  );
  return row?.count === limit;
}
