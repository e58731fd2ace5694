/** Turns in the database: what the person said and the run that answers it are stored together. Acknowledged means stored. */
import type { ChatEvent, Effect } from "@todo/contract";
import { first, type Reader } from "../db/database.ts";
import { type Sql, sql } from "../db/sql.ts";
import { firstLease, type Owner, type RunStatus, type Tenure } from "./run-queries.ts";

export async function hasConversation(
  db: Reader,
  { space_id, user_id }: Owner,
  id: string,
): Promise<boolean> {
  const row = await first(
    db,
    sql`select id from conversations
        where space_id = ${space_id} and id = ${id} and user_id = ${user_id} and deleted_at is null`,
  );
  return row !== undefined;
}

/** First of all locks, as everywhere: a writer of the space holds it before it touches a row. */
export async function shareSpace(db: Reader, { space_id, user_id }: Owner): Promise<void> {
  // The person before their space, as in the deletion of an account.
  await db.rows(
    sql`with person as materialized (select id from "user" where id = ${user_id} for key share)
        select s.id from person, spaces s where s.id = ${space_id} for key share of s`,
  );
}

export interface NewRun extends Owner {
  run_id: string;
  conversation_id: string;
  message_id: string;
  /** Of the credential that asked. */
  scopes: readonly Effect[];
  model: string;
  time_zone: string;
  at: string;
  tenure: Tenure;
}

/** The question, its run, the run's first event and the answer's place, in one statement. */
export async function insertTurn(
  db: Reader,
  run: NewRun,
  answerId: string,
  said: { text: string; title: string; isNew: boolean },
): Promise<void> {
  const { space_id, user_id, conversation_id, message_id, run_id, at } = run;
  const conversation = said.isNew
    ? sql`insert into conversations (space_id, id, user_id, title, created_at, updated_at)
          values (${space_id}, ${conversation_id}, ${user_id}, ${said.title}, ${at}, ${at})`
    : sql`update conversations set updated_at = ${at} where space_id = ${space_id} and id = ${conversation_id}`;
  await db.rows(sql`
    with conversation as (${conversation}), run as (${insertRun(run)}), told as (${insertFirstEvent(run)})
    insert into messages (space_id, id, conversation_id, run_id, role, text, created_at)
    values (${space_id}, ${message_id}, ${conversation_id}, ${run_id}, 'user', ${said.text}, ${at}),
      (${space_id}, ${answerId}, ${conversation_id}, ${run_id}, 'assistant', '', ${at})`);
}

/** A new run for a message that was said before. False when it has a newer run already. */
export async function insertRetry(
  db: Reader,
  run: NewRun,
  answerId: string,
  earlierRunId: string,
): Promise<boolean> {
  const { space_id, conversation_id, message_id, run_id, at } = run;
  const said = await first(
    db,
    sql`with earlier as (
          update agent_runs set message_id = ${message_id} where space_id = ${space_id} and id = ${earlierRunId})
        update messages set run_id = ${run_id}
        where space_id = ${space_id} and id = ${message_id} and run_id = ${earlierRunId} returning id`,
  );
  if (!said) return false;
  await db.rows(sql`
    with run as (${insertRun(run)}), told as (${insertFirstEvent(run)})
    insert into messages (space_id, id, conversation_id, run_id, role, text, created_at)
    values (${space_id}, ${answerId}, ${conversation_id}, ${run_id}, 'assistant', '', ${at})`);
  return true;
}

const insertRun = (run: NewRun): Sql => sql`
  insert into agent_runs (space_id, id, conversation_id, user_id, status, model, time_zone, state, message_id, as_of,
    created_at, updated_at, lease_owner, lease_epoch, lease_expires_at)
  values (${run.space_id}, ${run.run_id}, ${run.conversation_id}, ${run.user_id}, 'running', ${run.model},
    ${run.time_zone}, ${JSON.stringify({ scopes: run.scopes })}, ${run.message_id}, ${run.at}, now(), now(),
    ${firstLease(run.tenure)})`;

const insertFirstEvent = (run: NewRun): Sql => sql`
  insert into run_events (space_id, run_id, seq, event)
  values (${run.space_id}, ${run.run_id}, 1, ${JSON.stringify(runStarted(run))}::jsonb)`;

/** A run begins, or goes on after the person answered. */
export const runStarted = ({
  run_id,
  conversation_id,
  message_id,
  model,
}: Pick<NewRun, "run_id" | "conversation_id" | "message_id" | "model">): ChatEvent => ({
  type: "run_started",
  run_id,
  conversation_id,
  message_id,
  model,
});

/** What the person said in a message; nothing when it isn't there any more. */
export async function findSaid(
  db: Reader,
  space_id: string,
  message_id: string,
): Promise<string | undefined> {
  const row = await first<{ text: string }>(
    db,
    sql`select text from messages where space_id = ${space_id} and id = ${message_id}`,
  );
  return row?.text;
}

export interface HistoryRow {
  role: "user" | "assistant";
  text: string;
  run_id: string | null;
  run_status: RunStatus | null;
  /** What the assistant itself said; the message's text may be why it failed. */
  response: string | null;
}

/** The latest messages up to the question of a run, oldest first, and what earlier attempts answered to it. */
export async function findHistory(
  db: Reader,
  run: { space_id: string; conversation_id: string; message_id: string; run_id: string },
  limit: number,
): Promise<HistoryRow[]> {
  const { space_id, conversation_id, message_id, run_id } = run;
  const rows = await db.rows<HistoryRow>(
    sql`select m.role, m.text, m.run_id, r.status as run_status, r.response
        from messages m left join agent_runs r on r.space_id = m.space_id and r.id = m.run_id
        where m.space_id = ${space_id} and m.conversation_id = ${conversation_id}
          and (m.position <= (select position from messages where space_id = ${space_id} and id = ${message_id})
            or (m.role = 'assistant' and r.message_id = ${message_id} and r.id <> ${run_id}))
        order by m.position desc limit ${limit}`,
  );
  return rows.reverse();
}
