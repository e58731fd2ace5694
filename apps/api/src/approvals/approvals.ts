/**
 * What waits for the person's yes: calls of the assistant and of MCP clients
 * that the policy stopped. An approval is answered once, by the person
 * themselves, and is carried out by whoever asked for it.
 */
import {
  AppError,
  type Approval,
  type ApprovalDecision,
  Id,
  invalid,
  type Language,
  notFound,
} from "@todo/contract";
import { v7 as uuid } from "uuid";
import type { Database, Reader } from "../db/database.ts";
import { type Actor, isPersonThemselves, type Surface } from "../operations/context.ts";
import type { Target } from "../operations/implement.ts";
import { wordsOf } from "../words/languages.ts";
import {
  type ApprovalRow,
  decideApproval,
  findApproval,
  findOpenCall,
  findPending,
  insertApproval,
  lockSpace,
  updateCollected,
} from "./queries.ts";

export interface ApprovalRequest {
  actor: Actor;
  surface: Surface;
  tool: string;
  input: Record<string, unknown>;
  targets: Target[];
  now: Date;
  /** The person's; dates in the summary are meant there. */
  time_zone?: string;
  /** That the summary is written in. */
  language?: Language;
  /** Of the assistant's calls alone. */
  run_id?: string;
  call_id?: string;
  conversation_id?: string;
}

export async function requestApproval(db: Reader, request: ApprovalRequest): Promise<Approval> {
  const { actor, surface, tool, input, targets, now, time_zone = "UTC", language = "en" } = request;
  const titles = targets.map(({ title }) => title);
  const row = await insertApproval(db, {
    space_id: actor.space_id,
    id: uuid(),
    user_id: actor.user_id,
    surface,
    key_id: Id.safeParse(actor.key_id).data ?? null,
    run_id: request.run_id ?? null,
    call_id: request.call_id ?? null,
    conversation_id: request.conversation_id ?? null,
    tool,
    input,
    summary: wordsOf(language).proposal(tool, input, titles, { now, time_zone }),
    targets: targets.map(({ id, number, title }) => ({ id, number, title })),
    at: now.toISOString(),
  });
  if (!row)
    throw new Error(`The call ${request.call_id} of the run ${request.run_id} already has an approval.`);
  return toApproval(row);
}

/** How long a decision waits for the program that asked. */
const DECISION_WAITS_MS = 86_400_000;

/** The same call of the same key, still pending, or decided within a day and not collected. */
export async function findMcpApproval(
  db: Reader,
  { actor, tool, input, now }: Pick<ApprovalRequest, "actor" | "tool" | "input" | "now">,
): Promise<ApprovalRow | undefined> {
  const decidedSince = new Date(now.getTime() - DECISION_WAITS_MS);
  const found = await findOpenCall(db, actor, { tool, input, decidedSince });
  // Between the yes and the end of the work there is nothing to collect yet.
  return found?.status === "approved" && found.result === null ? { ...found, status: "pending" } : found;
}

/** For a call of an MCP client that must wait: asks once, also when the call comes twice at the same moment. */
export function requestMcpApproval(
  database: Database,
  request: Omit<ApprovalRequest, "surface" | "run_id" | "call_id" | "conversation_id">,
): Promise<Pick<Approval, "id" | "summary">> {
  return database.transaction(async (db) => {
    await lockSpace(db, request.actor.space_id);
    const known = await findMcpApproval(db, request);
    return known ?? requestApproval(db, { ...request, surface: "mcp" });
  });
}

/** The answer has reached the program that asked; the same call afterwards is a new one. */
export const markCollected = (db: Reader, actor: Actor, id: string) =>
  updateCollected(db, actor.space_id, id);

export async function pendingApprovals(db: Reader, actor: Actor): Promise<Approval[]> {
  return (await findPending(db, actor)).map(toApproval);
}

/** Throws forbidden to a key, not_found for another's approval, validation_failed, already_answered. */
export async function decide(
  db: Reader,
  actor: Actor,
  id: string,
  { decision, only }: ApprovalDecision,
  now: Date,
): Promise<ApprovalRow> {
  if (!isPersonThemselves(actor)) {
    throw new AppError("forbidden", "Only you yourself may approve, signed in; a key may not.");
  }
  const found = await findApproval(db, actor, id);
  if (!found) throw notFound("approval", id);
  if (found.status === "pending" && only && !found.targets.some((target) => isAmong(only, target))) {
    throw invalid("only", "None of these is part of what waits. Name the targets by id or number.");
  }
  const decided = await decideApproval(db, actor.space_id, id, {
    status: decision === "approve" ? "approved" : "rejected",
    only: only ?? null,
    at: now.toISOString(),
  });
  if (!decided) throw new AppError("already_answered", "This was already answered.", { params: { id } });
  return decided;
}

export const toApproval = (row: ApprovalRow): Approval => ({
  id: row.id,
  tool: row.tool,
  input: row.input,
  summary: row.summary,
  targets: row.targets,
  status: row.status,
  surface: row.surface,
  conversation_id: row.conversation_id,
  run_id: row.run_id,
  created_at: row.created_at,
});

/** What the program that asked is told of a no. */
export const rejection = ({ targets }: ApprovalRow) => ({
  status: "rejected by the person",
  left: targets.map(({ title }) => title),
});

/** The titles of what the person took out of an approval. */
export function leftOut(approval: ApprovalRow | undefined): string[] {
  const { only_targets: only = null, targets = [] } = approval ?? {};
  if (!only) return [];
  return targets.filter((target) => !isAmong(only, target)).map(({ title }) => title);
}

const isAmong = (only: string[], { id, number }: Target) =>
  only.includes(id) || only.includes(String(number));
