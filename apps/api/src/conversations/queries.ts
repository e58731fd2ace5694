/** Conversations in the database. The messages' text and their calls are read together, per conversation. */
import type { Approval, ToolCall } from "@todo/contract";
import { first, type Reader } from "../db/database.ts";
import { join, literal, sql } from "../db/sql.ts";
import { type ConversationRow, entities } from "../operations/entities.ts";

const columns = literal(["id", ...entities.conversation.columns].map((column) => `c.${column}`).join(", "));

export async function findConversation(
  db: Reader,
  spaceId: string,
  id: string,
): Promise<ConversationRow | undefined> {
  return first<ConversationRow>(
    db,
    sql`select ${columns} from conversations c where c.space_id = ${spaceId} and c.id = ${id} and c.deleted_at is null`,
  );
}

export interface ConversationCursor {
  updated_at: string;
  id: string;
}

interface WantedConversations {
  /** Each of them is in the title or in some message, whatever its case. */
  words: string[];
  after?: ConversationCursor | undefined;
  limit: number;
}

/** Latest first. */
export async function findConversations(
  db: Reader,
  spaceId: string,
  { words, after, limit }: WantedConversations,
): Promise<ConversationRow[]> {
  const beyond = after
    ? sql`and (c.updated_at, c.id) < (${after.updated_at}::timestamptz, ${after.id}::uuid)`
    : literal("");
  const holding = words.map(
    (word) => sql`and (strpos(lower(c.title), lower(${word})) > 0 or exists (
      select from messages m where m.space_id = c.space_id and m.conversation_id = c.id
        and strpos(lower(m.text), lower(${word})) > 0))`,
  );
  return db.rows<ConversationRow>(
    sql`select ${columns} from conversations c where c.space_id = ${spaceId} and c.deleted_at is null ${join(holding, " ")} ${beyond}
        order by c.updated_at desc, c.id desc limit ${limit}`,
  );
}

export interface MessageRow {
  id: string;
  role: "user" | "assistant";
  text: string;
  run_id: string | null;
  run_status: "running" | "waiting" | "completed" | "failed" | "cancelled" | null;
  failure: { code: string; message: string } | null;
  created_at: string;
  /** How many there are in the conversation. */
  of: number;
}

/** `last`: so many, and more where an answer further up isn't done yet; all when left out. */
export async function findMessages(
  db: Reader,
  spaceId: string,
  conversationId: string,
  last: number | undefined,
): Promise<MessageRow[]> {
  const ofConversation = sql`m.space_id = ${spaceId} and m.conversation_id = ${conversationId}`;
  const since =
    last === undefined
      ? literal("")
      : sql`where m.position >= (select min(position) from (
          (select m.position from messages m where ${ofConversation} order by m.position desc limit ${last})
          union all
          select m.position from messages m join agent_runs r on r.space_id = m.space_id and r.id = m.run_id
          where ${ofConversation} and r.status in ('running', 'waiting')) wanted)`;
  return db.rows<MessageRow>(
    sql`select m.id, m.role, m.text, m.run_id, m.created_at, m.of, r.status as run_status,
          case when r.status = 'failed' then json_build_object('code', r.error_code, 'message', r.error_message) end
            as failure
        from (select *, count(*) over ()::int as of from messages m where ${ofConversation}) m
          left join agent_runs r on r.space_id = m.space_id and r.id = m.run_id
        ${since} order by m.position`,
  );
}

export async function findToolCalls(
  db: Reader,
  spaceId: string,
  runIds: string[],
): Promise<(ToolCall & { run_id: string })[]> {
  return db.rows(
    sql`select k.run_id, k.id, k.tool, k.input, k.output, k.status
        from tool_calls k where k.space_id = ${spaceId} and k.run_id = any(${runIds}) order by k.position`,
  );
}

export async function findApprovalsOf(db: Reader, spaceId: string, runIds: string[]): Promise<Approval[]> {
  return db.rows<Approval>(
    sql`select id, tool, input, summary, targets, status, surface, conversation_id, run_id, created_at
        from approvals where space_id = ${spaceId} and run_id = any(${runIds}) order by id`,
  );
}

export interface OpenRun {
  run_id: string;
  status: "running" | "waiting";
  last_event: number;
}

/** Answers that aren't done, the latest last. */
export async function findOpenRuns(db: Reader, spaceId: string, conversationId: string): Promise<OpenRun[]> {
  return db.rows<OpenRun>(
    sql`select r.id as run_id, r.status, coalesce((
          select max(seq) from run_events e where e.space_id = r.space_id and e.run_id = r.id), 0) as last_event
        from agent_runs r
        where r.space_id = ${spaceId} and r.conversation_id = ${conversationId} and r.status in ('running', 'waiting')
        order by r.created_at, r.id`,
  );
}
