/**
 * An MCP client's call that the person answered. The decision, the work and
 * its result, which is kept until the program asks again, commit together: a
 * process that dies in between leaves the question open.
 */
import {
  AppError,
  type ApprovalDecision,
  type ChatEvent,
  isProblem,
  type OperationName,
  type ToolCall,
} from "@todo/contract";
import { findProfile } from "../access/queries.ts";
import { decide, leftOut, rejection, toApproval } from "../approvals/approvals.ts";
import { type ApprovalRow, findApproval, updateResult } from "../approvals/queries.ts";
import type { Reader } from "../db/database.ts";
import type { Context } from "../operations/context.ts";
import { claim, keepAnswer } from "../operations/idempotency.ts";
import { JsonText } from "../operations/implement.ts";
import { wordsOf } from "../words/languages.ts";
import type { NumberedEvent } from "./event-queries.ts";
import { isTrouble } from "./run-record.ts";
import type { Room } from "./turn.ts";

/** The same request was carried out before. */
class Repeated extends Error {}

/** Throws forbidden, not_found, validation_failed, already_answered, idempotency_conflict, too_many_requests, unavailable. */
export async function answerForProgram(
  room: Room,
  context: Context,
  id: string,
  decision: ApprovalDecision,
): Promise<NumberedEvent[]> {
  const { database, runner } = room;
  const { actor, now } = context;
  /** What was decided, in a transaction that may still fail. */
  const seen: { decided?: ApprovalRow } = {};

  const decideIn = async (db: Reader): Promise<ApprovalRow> => {
    if (await claim(db, context)) throw new Repeated();
    seen.decided = await decide(db, actor, id, decision, now());
    return seen.decided;
  };
  const keep = async (db: Reader, result: unknown) => {
    await updateResult(db, actor.space_id, id, result);
    await keepAnswer(db, context, { approval_id: id });
  };
  const settle = (resultOf: (approval: ApprovalRow) => unknown) =>
    database.transaction(async (db) => keep(db, resultOf(await decideIn(db))));
  const carryOut = ({ tool, input }: ApprovalRow) =>
    runner.run(tool as OperationName, input, {
      actor,
      now,
      surface: "mcp",
      approved: decision.only ? { only: decision.only } : {},
      witness: {
        before: async (db) => void (await decideIn(db)),
        after: (db, answer) => keep(db, withLeftOut(answer, seen.decided)),
      },
    });

  try {
    const open = await findApproval(database, actor, id);
    if (decision.decision === "approve" && open?.status === "pending") await carryOut(open);
    else await settle(rejection);
  } catch (error) {
    if (!(error instanceof Repeated)) {
      // Nothing was decided, nobody knows whether it was, or it may be done in a moment.
      if (!seen.decided || isTrouble(error) || isPassing(error)) throw error;
      const problem = problemOf(room, error, seen.decided);
      await settle(() => problem);
    }
  }
  return toldOf(room, context, (await findApproval(database, actor, id))!);
}

const isPassing = (error: unknown) => error instanceof AppError && error.retryAfterSeconds !== undefined;

function withLeftOut(answer: unknown, approval: ApprovalRow | undefined): unknown {
  const output = answer instanceof JsonText ? answer.toJSON() : answer;
  const left = leftOut(approval);
  return left.length > 0 ? { ...(output as object), left } : output;
}

function problemOf({ log }: Room, error: unknown, { tool }: ApprovalRow) {
  if (error instanceof AppError) return error.toProblem();
  log.error({ err: error, tool }, "An approved call failed");
  return new AppError("internal", "Something went wrong inside.").toProblem();
}

/** What the person is told, from what is stored. */
async function toldOf({ database }: Room, context: Context, approval: ApprovalRow): Promise<NumberedEvent[]> {
  const { actor, now } = context;
  const { id, tool, input, result: output } = approval;
  const { time_zone, language } = await findProfile(database, actor.space_id);
  const call: ToolCall = { id, tool, input, output, status: statusOf(approval) };
  const response = wordsOf(language).told(call, { now: now(), time_zone });
  const ids = { conversation_id: null, run_id: null };
  const answer = { ...ids, response, tool_calls: [call], approvals: [toApproval(approval)] };
  const events: ChatEvent[] = [
    { type: "tool_finished", call },
    { type: "text_delta", text: response },
    { type: "finished", answer },
  ];
  return events.map((event, index) => ({ id: index + 1, event }));
}

function statusOf({ status, result }: ApprovalRow): ToolCall["status"] {
  if (status === "rejected") return "rejected";
  return isProblem(result) ? "failed" : "succeeded";
}
