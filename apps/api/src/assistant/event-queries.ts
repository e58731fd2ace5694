/** The events of runs in the database: numbered from 1 without gaps, and never changed. */
import type { ChatEvent } from "@todo/contract";
import { first, type Reader } from "../db/database.ts";
import { type Sql, sql } from "../db/sql.ts";
import type { RunStatus } from "./run-queries.ts";

export interface NumberedEvent {
  id: number;
  event: ChatEvent;
}

/** To be joined to a statement that has a row `run` with space_id and id. */
export const insertEvents = (last: number, events: ChatEvent[]): Sql => sql`
  insert into run_events (space_id, run_id, seq, event)
  select run.space_id, run.id, ${last}::integer + e.ordinality, e.value
  from run, jsonb_array_elements(${JSON.stringify(events)}::jsonb) with ordinality e`;

/** What was told after a number, and how the run stood then; nothing when there is no such run. */
export async function findEvents(
  db: Reader,
  spaceId: string,
  runId: string,
  after: number,
  limit: number,
): Promise<{ status: RunStatus; events: NumberedEvent[] } | undefined> {
  const row = await first<{ status: RunStatus; events: NumberedEvent[] | null }>(
    db,
    sql`select r.status, (
          select jsonb_agg(jsonb_build_object('id', e.seq, 'event', e.event) order by e.seq) from (
            select seq, event from run_events e
            where e.space_id = r.space_id and e.run_id = r.id and e.seq > ${after} order by seq limit ${limit}) e) as events
        from agent_runs r where r.space_id = ${spaceId} and r.id = ${runId}`,
  );
  return row && { status: row.status, events: row.events ?? [] };
}

/** How far a run's reader has come: the last number, and the words that stand. */
export interface Told {
  last: number;
  text: string;
}

export async function findTold(db: Reader, spaceId: string, runId: string): Promise<Told> {
  const rows = await db.rows<{ seq: number; type: ChatEvent["type"]; text: string | null }>(
    sql`select seq, event->>'type' as type, event->>'text' as text from run_events
        where space_id = ${spaceId} and run_id = ${runId} order by seq`,
  );
  let text = "";
  for (const row of rows) {
    if (row.type === "text_reset") text = row.text ?? "";
    if (row.type === "text_delta") text += row.text ?? "";
  }
  return { last: rows.at(-1)?.seq ?? 0, text };
}
