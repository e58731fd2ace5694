/** An MCP client's call that the person answered: carried out at once, its result kept until the program asks again. */
import { AppError, type ChatEvent, type OperationName, type ToolCall } from "@todo/contract";
import { findProfile } from "../access/queries.ts";
import { leftOut, toApproval } from "../approvals/approvals.ts";
import { type ApprovalRow, updateResult } from "../approvals/queries.ts";
import type { Context } from "../operations/context.ts";
import { JsonText } from "../operations/implement.ts";
import { wordsOf } from "../words/languages.ts";
import type { Room } from "./turn.ts";

export async function carryOutForProgram(
  { database, runner, log }: Room,
  context: Context,
  approval: ApprovalRow,
  emit: (event: ChatEvent) => void,
): Promise<void> {
  const { id, tool, input, only_targets, targets } = approval;
  const { actor, now } = context;
  const call: ToolCall = { id, tool, input, output: null, status: "running" };

  const perform = async (): Promise<Pick<ToolCall, "status" | "output">> => {
    if (approval.status === "rejected") {
      return {
        status: "rejected",
        output: { status: "rejected by the person", left: targets.map(({ title }) => title) },
      };
    }
    emit({ type: "tool_started", call });
    try {
      const approved = only_targets ? { only: only_targets } : {};
      const answer = await runner.run(tool as OperationName, input, { actor, now, surface: "mcp", approved });
      const output = answer instanceof JsonText ? answer.toJSON() : answer;
      const left = leftOut(approval);
      return { status: "succeeded", output: left.length > 0 ? { ...(output as object), left } : output };
    } catch (error) {
      const problem =
        error instanceof AppError ? error : new AppError("internal", "Something went wrong inside.");
      if (problem !== error) log.error({ err: error, tool }, "An approved call failed");
      return { status: "failed", output: problem.toProblem() };
    }
  };

  const { time_zone, language } = await findProfile(database, actor.space_id);
  const done: ToolCall = { ...call, ...(await perform()) };
  await updateResult(database, actor.space_id, id, done.output);
  emit({ type: "tool_finished", call: done });
  const response = wordsOf(language).told(done, { now: now(), time_zone });
  emit({ type: "text_delta", text: response });
  const answer = {
    conversation_id: null,
    run_id: null,
    response,
    tool_calls: [done],
    approvals: [toApproval(approval)],
  };
  emit({ type: "finished", answer });
}
