/** Takes up a run that waited for an approval, with everything that was decided until now. */
import { AppError, type ToolCall } from "@todo/contract";
import { type ApprovalRow, findRunApprovals } from "../approvals/queries.ts";
import type { Context } from "../operations/context.ts";
import type { Decision } from "./agent.ts";
import { findCalls, updateCall } from "./call-queries.ts";
import type { SavedRun } from "./carry.ts";
import { claimWaitingRun, findRun, type RunRow } from "./queries.ts";
import type { Room } from "./turn.ts";

export interface TakenUp {
  run: RunRow;
  saved: SavedRun;
  decisions: Map<string, Decision>;
  /** Calls that will not be made. */
  rejected: ToolCall[];
}

const PATIENCE_MS = 60_000;
const STEP_MS = 50;

/**
 * Two answers to one run may come at the same moment: the second waits until
 * the run pauses again. Nothing when whoever took the run up first has carried
 * out this decision along with their own.
 */
export async function takeUp(
  room: Room,
  context: Context,
  approval: ApprovalRow,
): Promise<TakenUp | undefined> {
  const { database } = room;
  const { actor } = context;
  const runId = approval.run_id!;
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    const other = await findRun(database, actor, runId);
    const calls = await findCalls(database, actor.space_id, [runId]);
    const isOpen = calls.some(({ id, status }) => id === approval.call_id && status === "waiting");
    if (other?.status !== "running" && !isOpen) return undefined;
    const run = isOpen && (await claimWaitingRun(database, actor.space_id, runId));
    if (run) return restore(room, context, run);
    if (other?.status !== "running" && other?.status !== "waiting") break;
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
  throw new AppError("conflict", "The answer that asked for this has ended. Ask again.");
}

async function restore({ database }: Room, { actor, now }: Context, run: RunRow): Promise<TakenUp> {
  const approvals = await findRunApprovals(database, actor.space_id, run.id);
  const calls = await findCalls(database, actor.space_id, [run.id]);
  const decisions = new Map<string, Decision>();
  const rejected: ToolCall[] = [];
  for (const { call_id, status, targets } of approvals) {
    if (status === "approved") decisions.set(call_id!, { approved: true });
    if (status !== "rejected") continue;
    const output = { status: "rejected by the person", left: targets.map(({ title }) => title) };
    decisions.set(call_id!, { approved: false, told: JSON.stringify(output) });
    const call = calls.find(({ id }) => id === call_id);
    if (call?.status !== "waiting") continue;
    const { id, tool, input } = call;
    await updateCall(
      database,
      actor.space_id,
      run.id,
      { id, status: "rejected", output },
      now().toISOString(),
    );
    rejected.push({ id, tool, input, output, status: "rejected" });
  }
  return { run, saved: JSON.parse(run.state!) as SavedRun, decisions, rejected };
}
