/**
 * A run whose process died is taken up by another: a run that goes on says so
 * every few seconds, and one that has been silent is claimed by whoever looks.
 * What it did isn't done again, since its calls are in the conversation.
 */
import { type ApprovalRow, findStrandedApprovals } from "../approvals/queries.ts";
import type { Context } from "../operations/context.ts";
import type { Launcher, RunEvents } from "./launch.ts";
import { claimAbandonedRuns, findQuestion, scopesOf } from "./queries.ts";
import type { Room } from "./turn.ts";

/** Longer than several signs of life, see `carry`. */
const SILENCE_SECONDS = 60;

export async function recoverRuns(
  { database }: Room,
  { launch }: Launcher,
  resume: (context: Context, approval: ApprovalRow) => Promise<RunEvents>,
  now: () => Date,
): Promise<number> {
  const runs = await claimAbandonedRuns(database, SILENCE_SECONDS);
  for (const run of runs) {
    const { space_id, user_id, id } = run;
    const actor = { space_id, user_id, scopes: scopesOf(run), credential: "jwt" } as const;
    const message_id = await findQuestion(database, space_id, id);
    const standing = { ...run, run_id: id, message_id: message_id ?? id, time_zone: run.time_zone ?? "UTC" };
    await launch({ actor, surface: "assistant", now }, standing, { earlierRunId: id });
  }

  // Answered, but the process died before the run went on.
  const stranded = await findStrandedApprovals(database, SILENCE_SECONDS);
  for (const approval of stranded) {
    const { space_id, user_id } = approval;
    const actor = { space_id, user_id, scopes: ["read", "write", "destroy"], credential: "session" } as const;
    await resume({ actor, surface: "assistant", now }, approval);
  }
  return runs.length + stranded.length;
}
