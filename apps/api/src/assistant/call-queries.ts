/** Tool calls in the database. (space, run, call) is the primary key: a call is recorded, and so applied, once. */
import type { ToolCall } from "@todo/contract";
import type { Reader } from "../db/database.ts";
import { type Sql, sql } from "../db/sql.ts";

/** To be joined to a statement that has a row `run` with space_id and id. */
export const insertCalls = (calls: ToolCall[], at: string): Sql => sql`
  insert into tool_calls (space_id, run_id, id, tool, input, output, status, created_at)
  select run.space_id, run.id, c.id, c.tool, c.input, c.output, c.status, ${at}::timestamptz
  from run, rows from (jsonb_to_recordset(${JSON.stringify(calls)}::jsonb)
    as (id text, tool text, input jsonb, output jsonb, status text)) with ordinality c (id, tool, input, output, status, place)
  order by c.place`;

/** To be joined to a statement that has a row `run` with space_id and id. */
export const updateCall = (
  { id, status, output }: Pick<ToolCall, "id" | "status" | "output">,
  at: string,
): Sql => sql`
  update tool_calls k set status = ${status}, output = ${JSON.stringify(output ?? null)}::jsonb,
    finished_at = ${status === "running" || status === "waiting" ? null : at}::timestamptz
  from run where k.space_id = run.space_id and k.run_id = run.id and k.id = ${id}`;

export async function findCalls(
  db: Reader,
  spaceId: string,
  runIds: string[],
): Promise<(ToolCall & { run_id: string })[]> {
  if (runIds.length === 0) return [];
  return db.rows(
    sql`select run_id, id, tool, input, output, status from tool_calls
        where space_id = ${spaceId} and run_id = any(${runIds}::uuid[]) order by position`,
  );
}
