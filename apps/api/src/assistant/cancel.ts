/**
 * Stops a run from any process: takes it from whoever holds it and ends it.
 * What was done and said stays. The holder, even one that sleeps, can write
 * nothing more.
 */
import { type ChatAnswer, notFound } from "@todo/contract";
import type { Database } from "../db/database.ts";
import type { Context } from "../operations/context.ts";
import { answerOf } from "./answer.ts";
import { ending } from "./ending.ts";
import { findTold } from "./event-queries.ts";
import { lockRun, type RunStatus, type Tenure, takeRun } from "./run-queries.ts";
import { writeHeld } from "./run-record.ts";

/** Gives how the run stands then, and under which epoch it was stopped, where this stopped it. Throws not_found. */
export function cancelRun(
  database: Database,
  tenure: Tenure,
  { actor, now }: Context,
  run_id: string,
): Promise<{ status: RunStatus; epoch?: number }> {
  const { space_id } = actor;
  return database.transaction(async (db) => {
    const run = await lockRun(db, actor, run_id);
    if (!run) throw notFound("run", run_id);
    if (run.status !== "running" && run.status !== "waiting") return { status: run.status };
    const { lease_epoch: epoch } = await takeRun(db, run, tenure, now().toISOString());
    const { last, text } = await findTold(db, space_id, run_id);
    const answer = await answerOf(db, { ...run, run_id }, text);
    const end = ending(
      { status: "cancelled", response: text },
      { type: "cancelled", answer: stopped(answer) },
    );
    await writeHeld(db, { space_id, run_id, epoch }, last, end);
    return { status: "cancelled", epoch };
  });
}

/** What was open will not be done. */
const stopped = (answer: ChatAnswer): ChatAnswer => ({
  ...answer,
  tool_calls: answer.tool_calls.map((call) =>
    call.status === "waiting" || call.status === "running" ? { ...call, status: "rejected" } : call,
  ),
  approvals: answer.approvals.map((approval) =>
    approval.status === "pending" ? { ...approval, status: "rejected" } : approval,
  ),
});
