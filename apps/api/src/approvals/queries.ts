/** Approvals in the database, and nothing else. */
import { type Approval, limits } from "@todo/contract";
import { first, type Reader } from "../db/database.ts";
import { literal, sql } from "../db/sql.ts";
import type { Target } from "../operations/implement.ts";

export interface ApprovalRow extends Approval {
  user_id: string;
  call_id: string | null;
  key_id: string | null;
  only_targets: string[] | null;
  result: unknown;
  collected: boolean;
  decided_at: string | null;
}

const columns = literal(
  [
    "id",
    "user_id",
    "run_id",
    "call_id",
    "conversation_id",
    "surface",
    "key_id",
    "tool",
    "input",
    "summary",
    "targets",
  ]
    .concat(["status", "only_targets", "result", "collected", "created_at", "decided_at"])
    .map((column) => `a.${column}`)
    .join(", "),
);

export interface NewApproval {
  space_id: string;
  id: string;
  user_id: string;
  surface: string;
  key_id: string | null;
  run_id: string | null;
  call_id: string | null;
  conversation_id: string | null;
  tool: string;
  input: unknown;
  summary: string;
  targets: Target[];
  at: string;
}

/** Of one call of a run there is one approval; nothing when it exists. */
export async function insertApproval(db: Reader, approval: NewApproval): Promise<ApprovalRow | undefined> {
  const { space_id, id, user_id, surface, key_id, run_id, call_id, conversation_id, tool, summary, at } =
    approval;
  return first<ApprovalRow>(
    db,
    sql`insert into approvals as a (space_id, id, user_id, surface, key_id, run_id, call_id, conversation_id, tool, input,
          summary, targets, created_at)
        values (${space_id}, ${id}, ${user_id}, ${surface}, ${key_id}, ${run_id}, ${call_id}, ${conversation_id}, ${tool},
          ${JSON.stringify(approval.input)}::jsonb, ${summary}, ${JSON.stringify(approval.targets)}::jsonb, ${at})
        on conflict do nothing returning ${columns}`,
  );
}

export async function findApproval(
  db: Reader,
  { space_id, user_id }: { space_id: string; user_id: string },
  id: string,
): Promise<ApprovalRow | undefined> {
  return first<ApprovalRow>(
    db,
    sql`select ${columns} from approvals a where a.space_id = ${space_id} and a.id = ${id} and a.user_id = ${user_id}`,
  );
}

export async function findRunApprovals(db: Reader, spaceId: string, runId: string): Promise<ApprovalRow[]> {
  return db.rows<ApprovalRow>(
    sql`select ${columns} from approvals a where a.space_id = ${spaceId} and a.run_id = ${runId} order by a.id`,
  );
}

/** Nobody else asks in the space until the transaction ends. */
export async function lockSpace(db: Reader, spaceId: string): Promise<void> {
  await db.rows(sql`select id from spaces where id = ${spaceId} for no key update`);
}

/** Without those of a deleted conversation, whose runs can't go on. */
export async function findPending(
  db: Reader,
  { space_id, user_id }: { space_id: string; user_id: string },
): Promise<ApprovalRow[]> {
  return db.rows<ApprovalRow>(
    sql`select ${columns} from approvals a
        where a.space_id = ${space_id} and a.user_id = ${user_id} and a.status = 'pending' and not exists (
          select from conversations c
          where c.space_id = a.space_id and c.id = a.conversation_id and c.deleted_at is not null)
        order by a.id limit ${limits.page}`,
  );
}

/** Decides once: of two answers at the same moment one finds nothing. */
export async function decideApproval(
  db: Reader,
  spaceId: string,
  id: string,
  decision: { status: "approved" | "rejected"; only: string[] | null; at: string },
): Promise<ApprovalRow | undefined> {
  const only = decision.only && JSON.stringify(decision.only);
  return first<ApprovalRow>(
    db,
    sql`update approvals a set status = ${decision.status}, only_targets = ${only}::jsonb, decided_at = ${decision.at}
        where a.space_id = ${spaceId} and a.id = ${id} and a.status = 'pending' returning ${columns}`,
  );
}

/**
 * The same call of the same program: still open, or decided since `decidedSince` and not yet told to it. Whoever asks for the
 * same long after a decision that it never came for means it anew.
 */
export async function findOpenCall(
  db: Reader,
  actor: { space_id: string; user_id: string; key_id?: string },
  { tool, input, decidedSince }: { tool: string; input: unknown; decidedSince: Date },
): Promise<ApprovalRow | undefined> {
  return first<ApprovalRow>(
    db,
    sql`select ${columns} from approvals a
        where a.space_id = ${actor.space_id} and a.user_id = ${actor.user_id} and a.surface = 'mcp'
          and a.key_id is not distinct from ${actor.key_id ?? null}::uuid and a.run_id is null and not a.collected
          and (a.decided_at is null or a.decided_at > ${decidedSince})
          and a.tool = ${tool} and a.input = ${JSON.stringify(input)}::jsonb
        order by a.id desc limit 1`,
  );
}

export async function updateResult(db: Reader, spaceId: string, id: string, result: unknown): Promise<void> {
  await db.rows(
    sql`update approvals set result = ${JSON.stringify(result)}::jsonb where space_id = ${spaceId} and id = ${id}`,
  );
}

export async function updateCollected(db: Reader, spaceId: string, id: string): Promise<void> {
  await db.rows(sql`update approvals set collected = true where space_id = ${spaceId} and id = ${id}`);
}

/** Whether the person answered something that a run still has open. */
export async function hasDecisions(db: Reader, spaceId: string, runId: string): Promise<boolean> {
  const row = await first(
    db,
    sql`select a.id from approvals a
        join tool_calls k on k.space_id = a.space_id and k.run_id = a.run_id and k.id = a.call_id
        where a.space_id = ${spaceId} and a.run_id = ${runId} and a.status <> 'pending' and k.status = 'waiting' limit 1`,
  );
  return row !== undefined;
}
