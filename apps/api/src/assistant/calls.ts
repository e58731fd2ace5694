/**
 * Makes the calls that a model asks for: on the one road, as the person of the
 * run, each once. What needs a yes is put before the person instead.
 */
import { createHash } from "node:crypto";
import { AppError, type OperationName, type ToolCall } from "@todo/contract";
import { leftOut, requestApproval } from "../approvals/approvals.ts";
import type { ApprovalRow } from "../approvals/queries.ts";
import type { Context } from "../operations/context.ts";
import { JsonText } from "../operations/implement.ts";
import type { CallLedger } from "./call-ledger.ts";
import { findLiveCall, insertCalls, updateCall } from "./call-queries.ts";
import { forModel } from "./tool-arguments.ts";
import type { Room, Turn } from "./turn.ts";

export interface Calls {
  /** Notes and stores the calls of one response of the model, before any is made. */
  note(calls: { id: string; tool: string; input: Record<string, unknown> }[]): Promise<void>;
  /** Asks the policy; puts the call before the person when it must wait. */
  needsApproval(id: string): Promise<boolean>;
  /** Gives what the model reads: the answer or the problem, as JSON. */
  make(id: string): Promise<string>;
}

export function createCalls(room: Room, turn: Turn, ledger: CallLedger, approvals: ApprovalRow[]): Calls {
  const { database, runner, log } = room;
  const { run_id, conversation_id, context, moment } = turn;
  const { space_id } = context.actor;
  const at = () => context.now().toISOString();
  const known = new Set<string>(
    runner.operations.filter(({ personal }) => !personal).map(({ name }) => name),
  );
  const approvalOf = (id: string) => approvals.find(({ call_id }) => call_id === id);

  const contextOf = (id: string): Context => {
    const approval = approvalOf(id);
    const { input, tool } = ledger.get(id);
    return {
      ...context,
      asked_before: ledger.askedBesides(id),
      ...(approval?.status === "approved" && {
        approved: approval.only_targets ? { only: approval.only_targets } : {},
      }),
      // The answer is kept with the work itself, so a call that is repeated after a crash finds it.
      idempotency: {
        key: `${run_id}/${id}`,
        route: "assistant",
        body_hash: createHash("sha256")
          .update(JSON.stringify([tool, input]))
          .digest("hex"),
      },
    };
  };

  const finish = async (id: string, status: "succeeded" | "failed", output: unknown) => {
    const call = ledger.change(id, { status, output });
    await updateCall(database, space_id, run_id, call, at());
    turn.emit({ type: "tool_finished", call });
    return JSON.stringify(forModel(output));
  };

  return {
    async note(asked) {
      const calls = asked.map((call): ToolCall => {
        if (known.has(call.tool)) return { ...call, output: null, status: "running" };
        const output = new AppError("not_found", `There is no tool called ${call.tool}.`).toProblem();
        return { ...call, output, status: "failed" };
      });
      for (const call of calls) ledger.note(call);
      await insertCalls(database, space_id, run_id, calls, at());
    },

    async needsApproval(id) {
      if (approvalOf(id)) return true;
      const { tool, input } = ledger.get(id);
      const required = await runner
        .needsApproval(tool as OperationName, input, contextOf(id))
        .catch((error: unknown) => {
          // The call itself will meet the same problem and tell the model.
          if (error instanceof AppError) return undefined;
          throw error;
        });
      if (!required) return false;
      const { actor, surface } = context;
      const { targets } = required;
      const { time_zone } = moment;
      const request = { actor, surface, tool, input, targets, now: context.now(), time_zone };
      const approval = await requestApproval(database, { ...request, run_id, call_id: id, conversation_id });
      const call = ledger.change(id, { status: "waiting" });
      await updateCall(database, space_id, run_id, call, at());
      turn.emit({ type: "approval_needed", approval });
      return true;
    },

    async make(id) {
      const stored = await findLiveCall(database, space_id, run_id, id);
      if (!stored) turn.stop();
      turn.signal.throwIfAborted();
      if (stored?.status === "succeeded" || stored?.status === "failed")
        return JSON.stringify(forModel(stored.output));
      const call = ledger.change(id, { status: "running" });
      turn.emit({ type: "tool_started", call });
      try {
        const answer = await runner.run(call.tool as OperationName, call.input, contextOf(id));
        const output = answer instanceof JsonText ? answer.toJSON() : answer;
        const left = leftOut(approvalOf(id));
        return await finish(id, "succeeded", left.length > 0 ? { ...(output as object), left } : output);
      } catch (error) {
        const problem =
          error instanceof AppError ? error : new AppError("internal", "Something went wrong inside.");
        if (problem !== error)
          log.error({ err: error, run_id, tool: call.tool }, "A call of the assistant failed");
        return finish(id, "failed", problem.toProblem());
      }
    },
  };
}
