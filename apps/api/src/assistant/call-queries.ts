/** Tool calls in the database. (space, run, call) is the primary key: a call is recorded, and so applied, once. */
import type { ToolCall } from "@todo/contract";
import { first, type Reader } from "../db/database.ts";
import { sql } from "../db/sql.ts";

export async function insertCalls(
  db: Reader,
  spaceId: string,
  runId: string,
  calls: ToolCall[],
  at: string,
): Promise<void> {
  if (calls.length === 0) return;
  await db.rows(
    sql`insert into tool_calls (space_id, run_id, id, tool, input, output, status, created_at)
        select ${spaceId}, ${runId}, c.id, c.tool, c.input, c.output, c.status, ${at}::timestamptz
        from rows from (jsonb_to_recordset(${JSON.stringify(calls)}::jsonb)
          as (id text, tool text, input jsonb, output jsonb, status text)) with ordinality c (id, tool, input, output, status, place)
        order by c.place on conflict do nothing`,
  );
}

export async function updateCall(
  db: Reader,
  spaceId: string,
  runId: string,
  { id, status, output }: Pick<ToolCall, "id" | "status" | "output">,
  at: string,
): Promise<void> {
  const ended = status === "running" || status === "waiting" ? null : at;
  await db.rows(
    sql`update tool_calls set status = ${status}, output = ${JSON.stringify(output ?? null)}::jsonb, finished_at = ${ended}
        where space_id = ${spaceId} and run_id = ${runId} and id = ${id}`,
  );
}

/** A call as it is stored, unless its run was cancelled meanwhile. */
export async function findLiveCall(
  db: Reader,
  spaceId: string,
  runId: string,
  id: string,
): Promise<ToolCall | undefined> {
  return first<ToolCall>(
    db,
    sql`select k.id, k.tool, k.input, k.output, k.status
        from tool_calls k join agent_runs r on r.space_id = k.space_id and r.id = k.run_id
        where k.space_id = ${spaceId} and k.run_id = ${runId} and k.id = ${id} and r.status = 'running'`,
  );
}

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

/** Calls of a run that will not go on. */
export async function dropOpenCalls(db: Reader, spaceId: string, runId: string, at: string): Promise<void> {
  await db.rows(
    sql`update tool_calls set status = 'rejected', finished_at = ${at}
        where space_id = ${spaceId} and run_id = ${runId} and status in ('waiting', 'running')`,
  );
}
