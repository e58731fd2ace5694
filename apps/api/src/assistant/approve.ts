/**
 * The person's answer to what a run waits for. It is stored under the run's
 * lock: a run at rest goes on with it, and one that is carried at this moment
 * finds it before it rests again. So two answers at once are both heard.
 */
import { AppError, type ApprovalDecision } from "@todo/contract";
import { decide } from "../approvals/approvals.ts";
import type { Reader } from "../db/database.ts";
import type { Context } from "../operations/context.ts";
import { findTold } from "./event-queries.ts";
import { lockRun, type RunRow, type Tenure, takeRun } from "./run-queries.ts";
import { writeHeld } from "./run-record.ts";
import { runStarted } from "./turn-queries.ts";

export interface Answered {
  /** The number of the run's last event before the answer. */
  after: number;
  /** To be carried on here; nothing when somebody carries it already. */
  taken?: RunRow;
}

/**
 * Must run in a transaction. `admit` throws where the person may have no answer more for now; what they decided is then
 * not stored. Throws forbidden, not_found, already_answered, conflict.
 */
export async function answerForRun(
  db: Reader,
  tenure: Tenure,
  { actor, now }: Context,
  { id, run_id }: { id: string; run_id: string },
  decision: ApprovalDecision,
  admit: () => Promise<void>,
): Promise<Answered> {
  const { space_id } = actor;
  const run = await lockRun(db, actor, run_id);
  await decide(db, actor, id, decision, now());
  if (run?.status !== "running" && run?.status !== "waiting") {
    throw new AppError("conflict", "The answer that asked for this has ended. Ask again.", {
      reason: "answer_ended",
    });
  }
  const { last } = await findTold(db, space_id, run_id);
  if (run.status === "running") return { after: last };
  await admit();
  const taken = await takeRun(db, run, tenure, now().toISOString());
  const { conversation_id, model, message_id } = run;
  const started = runStarted({ run_id, conversation_id, model, message_id: message_id ?? run_id });
  await writeHeld(db, { space_id, run_id, epoch: taken.lease_epoch }, last, { events: [started] });
  return { after: last, taken };
}
