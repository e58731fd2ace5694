/** Runs and messages in the database, and nothing else. Every statement starts from the space. */
import type { Effect } from "@todo/contract";
import { first, type Reader } from "../db/database.ts";
import { literal, type Sql, sql } from "../db/sql.ts";

export type RunStatus = "running" | "waiting" | "completed" | "failed" | "cancelled";

export interface RunRow {
  id: string;
  conversation_id: string;
  user_id: string;
  status: RunStatus;
  model: string;
  time_zone: string | null;
  state: string | null;
  response: string;
  input_tokens: number;
  output_tokens: number;
  error_code: string | null;
  error_message: string | null;
  created_at: string;
  updated_at: string;
}

export interface Owner {
  space_id: string;
  user_id: string;
}

const runColumns = literal(
  ["id", "conversation_id", "user_id", "status", "model", "time_zone", "state", "response"]
    .concat(["input_tokens", "output_tokens", "error_code", "error_message", "created_at", "updated_at"])
    .map((column) => `r.${column}`)
    .join(", "),
);

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

export interface NewRun extends Owner {
  run_id: string;
  conversation_id: string;
  /** Of the credential that asked; a run that is taken up later may not do more. */
  scopes: readonly Effect[];
  model: string;
  time_zone: string;
  at: string;
}

/** What the person said, and the run that answers it, in one statement: acknowledged means stored. */
export async function insertTurn(
  db: Reader,
  run: NewRun,
  answerId: string,
  said: { message_id: string; text: string; title: string; isNew: boolean },
): Promise<void> {
  const { space_id, user_id, conversation_id, run_id, at } = run;
  const conversation = said.isNew
    ? sql`insert into conversations (space_id, id, user_id, title, created_at, updated_at)
          values (${space_id}, ${conversation_id}, ${user_id}, ${said.title}, ${at}, ${at})`
    : sql`update conversations set updated_at = ${at} where space_id = ${space_id} and id = ${conversation_id}`;
  await db.rows(sql`
    with conversation as (${conversation}), run as (${insertRun(run)}), said as (
      insert into messages (space_id, id, conversation_id, run_id, role, text, created_at)
      values (${space_id}, ${said.message_id}, ${conversation_id}, ${run_id}, 'user', ${said.text}, ${at}))
    ${insertAnswer(run, answerId)}`);
}

/** A new run for a message that was said before. Gives the message's id; nothing when it has a newer run already. */
export async function insertRetry(
  db: Reader,
  run: NewRun,
  answerId: string,
  earlierRunId: string,
): Promise<string | undefined> {
  const said = await first<{ id: string }>(
    db,
    sql`update messages set run_id = ${run.run_id}
        where space_id = ${run.space_id} and run_id = ${earlierRunId} and role = 'user' returning id`,
  );
  if (said) await db.rows(sql`with run as (${insertRun(run)}) ${insertAnswer(run, answerId)}`);
  return said?.id;
}

const insertRun = (run: NewRun): Sql => sql`
  insert into agent_runs (space_id, id, conversation_id, user_id, status, model, time_zone, state, created_at, updated_at)
  values (${run.space_id}, ${run.run_id}, ${run.conversation_id}, ${run.user_id}, 'running', ${run.model},
    ${run.time_zone}, ${JSON.stringify({ scopes: run.scopes })}, ${run.at}, now())`;

const insertAnswer = ({ space_id, conversation_id, run_id, at }: NewRun, answerId: string): Sql => sql`
  insert into messages (space_id, id, conversation_id, run_id, role, text, created_at)
  values (${space_id}, ${answerId}, ${conversation_id}, ${run_id}, 'assistant', '', ${at})`;

export async function findRun(
  db: Reader,
  { space_id, user_id }: Owner,
  id: string,
): Promise<RunRow | undefined> {
  return first<RunRow>(
    db,
    sql`select ${runColumns} from agent_runs r join conversations c on c.space_id = r.space_id and c.id = r.conversation_id
        where r.space_id = ${space_id} and r.id = ${id} and r.user_id = ${user_id} and c.deleted_at is null`,
  );
}

/** Takes a waiting run up; nothing when somebody else did or it isn't waiting. */
export async function claimWaitingRun(db: Reader, spaceId: string, id: string): Promise<RunRow | undefined> {
  return first<RunRow>(
    db,
    sql`update agent_runs r set status = 'running', updated_at = now()
        where r.space_id = ${spaceId} and r.id = ${id} and r.status = 'waiting' returning ${runColumns}`,
  );
}

/** A sign of life, by the database's clock, which all processes share. */
export async function touchRun(db: Reader, spaceId: string, id: string): Promise<void> {
  await db.rows(
    sql`update agent_runs set updated_at = now() where space_id = ${spaceId} and id = ${id} and status = 'running'`,
  );
}

/** Runs of any space that have given no sign of life; each is given to one caller. */
export async function claimAbandonedRuns(
  db: Reader,
  silenceSeconds: number,
): Promise<(RunRow & { space_id: string })[]> {
  return db.rows(
    sql`update agent_runs r set updated_at = now()
        where (r.space_id, r.id) in (
          select space_id, id from agent_runs
          where status = 'running' and updated_at < now() - make_interval(secs => ${silenceSeconds})
          order by updated_at limit 20 for update skip locked)
        returning r.space_id, ${runColumns}`,
  );
}

/** What the credential that began a run was allowed. */
export function scopesOf({ state }: RunRow): Effect[] {
  const { scopes = [] } = JSON.parse(state ?? "{}") as { scopes?: Effect[] };
  return scopes;
}

export interface RunEnd {
  status: RunStatus;
  response: string;
  state: string | null;
  input_tokens: number;
  output_tokens: number;
  error_code: string | null;
  error_message: string | null;
}

/** Ends or pauses a run that is running, and its message. False when it was cancelled meanwhile; what was said is kept then too. */
export async function updateRun(db: Reader, spaceId: string, id: string, end: RunEnd): Promise<boolean> {
  const rows = await db.rows(
    sql`with run as (
          update agent_runs set response = ${end.response}, state = ${end.state}, input_tokens = ${end.input_tokens},
            output_tokens = ${end.output_tokens}, error_code = ${end.error_code}, error_message = ${end.error_message},
            status = case when status = 'running' then ${end.status} else status end, updated_at = now()
          where space_id = ${spaceId} and id = ${id} and status in ('running', 'cancelled') returning id, status
        ), answer as (
          update messages set text = ${end.response || end.error_message || ""}
          where space_id = ${spaceId} and run_id = ${id} and role = 'assistant')
        select id from run where status = ${end.status}`,
  );
  return rows.length > 0;
}

/** Gives the status it had; nothing when it had ended already. */
export async function cancelRun(db: Reader, spaceId: string, id: string): Promise<RunStatus | undefined> {
  const row = await first<{ status: RunStatus }>(
    db,
    sql`update agent_runs r set status = 'cancelled', updated_at = now()
        from (select id, status from agent_runs where space_id = ${spaceId} and id = ${id} for update) was
        where r.space_id = ${spaceId} and r.id = was.id and was.status in ('running', 'waiting') returning was.status`,
  );
  return row?.status;
}

export interface HistoryRow {
  role: "user" | "assistant";
  text: string;
  run_id: string | null;
  run_status: RunStatus | null;
  /** What the assistant itself said; the message's text may be why it failed. */
  response: string | null;
}

/** The latest messages up to one of the person's, oldest first, and what an earlier run answered to it. */
export async function findHistory(
  db: Reader,
  spaceId: string,
  conversationId: string,
  { upTo, earlierRunId, limit }: { upTo: string; earlierRunId?: string | undefined; limit: number },
): Promise<HistoryRow[]> {
  const rows = await db.rows<HistoryRow>(
    sql`select m.role, m.text, m.run_id, r.status as run_status, r.response
        from messages m left join agent_runs r on r.space_id = m.space_id and r.id = m.run_id
        where m.space_id = ${spaceId} and m.conversation_id = ${conversationId}
          and (m.id <= ${upTo} or m.run_id = ${earlierRunId ?? null}::uuid) order by m.id desc limit ${limit}`,
  );
  return rows.reverse();
}

export async function findQuestion(db: Reader, spaceId: string, runId: string): Promise<string | undefined> {
  const row = await first<{ id: string }>(
    db,
    sql`select id from messages where space_id = ${spaceId} and run_id = ${runId} and role = 'user'`,
  );
  return row?.id;
}

/** A zone that the browser told is the profile's, as long as nobody said otherwise. Not a change to be undone. */
export async function learnTimeZone(
  db: Reader,
  { space_id, user_id }: Owner,
  timeZone: string,
): Promise<void> {
  await db.rows(
    sql`update profiles set time_zone = ${timeZone}, time_zone_known = true
        where space_id = ${space_id} and id = ${user_id} and not time_zone_known`,
  );
}
