/**
 * Makes the calls that a model asks for: on the one road, as the person of the
 * run. A call's work and the record of it commit together, so it is made once,
 * whoever carries the run. What needs a yes is put before the person instead.
 */
import { AppError, type OperationName, type ToolCall } from "@todo/contract";
import { leftOut, rejection, requestApproval } from "../approvals/approvals.ts";
import type { ApprovalRow } from "../approvals/queries.ts";
import type { Context } from "../operations/context.ts";
import { JsonText } from "../operations/implement.ts";
import { createAskedBesides } from "./asked-besides.ts";
import type { CallLedger } from "./call-ledger.ts";
import { insertCalls, updateCall } from "./call-queries.ts";
import { type Entry, isTrouble } from "./run-record.ts";
import { forModel } from "./tool-arguments.ts";
import type { Room, Turn } from "./turn.ts";

export interface Calls {
  /** Notes the calls of one response of the model; gives what stores them, before any is made. */
  note(calls: { id: string; tool: string; input: Record<string, unknown> }[]): Entry;
  /** Asks the policy; puts the call before the person when it must wait. */
  needsApproval(id: string): Promise<boolean>;
  /** Gives what the model reads: the answer or the problem, as JSON. A call that was made before is read, not made. */
  make(id: string): Promise<string>;
}

export function createCalls(room: Room, turn: Turn, ledger: CallLedger, approvals: ApprovalRow[]): Calls {
  const { runner, log } = room;
  const { run_id, conversation_id, context, moment, record } = turn;
  const at = () => context.now().toISOString();
  const known = new Set<string>(
    runner.operations.filter(({ personal }) => !personal).map(({ name }) => name),
  );
  const approvalOf = (id: string) => approvals.find(({ call_id }) => call_id === id);

  const askedBesides = createAskedBesides(room, turn, ledger);

  const contextOf = async (id: string): Promise<Context> => {
    const approval = approvalOf(id);
    return {
      ...context,
      ...(!ledger.isReading(id) && { asked_besides: await askedBesides(id) }),
      ...(approval?.status === "approved" && {
        approved: approval.only_targets ? { only: approval.only_targets } : {},
      }),
    };
  };

  const told = (call: ToolCall): Entry => ({
    events: [{ type: "tool_finished", call }],
    also: [updateCall(call, at())],
  });
  const finish = async (call: ToolCall) => {
    await record.write(told(call));
    ledger.note(call);
    return answerOf(call);
  };

  /** Carries the call out and records what came of it. */
  const carryOut = async (call: ToolCall): Promise<ToolCall> => {
    const tool = call.tool as OperationName;
    const left = leftOut(approvalOf(call.id));
    const done = (answer: unknown): ToolCall => {
      const output = answer instanceof JsonText ? answer.toJSON() : answer;
      return {
        ...call,
        status: "succeeded",
        output: left.length > 0 ? { ...(output as object), left } : output,
      };
    };
    if (ledger.isReading(call.id)) {
      const seen = done(await runner.run(tool, call.input, context));
      await record.write(told(seen));
      return seen;
    }
    const counted = await contextOf(call.id);
    return record.together(async (store) => {
      const witness: Context["witness"] = {
        before: (db) => record.check(db),
        after: (db, answer) => store(db, told(done(answer))),
      };
      return done(await runner.run(tool, call.input, { ...counted, witness }));
    });
  };

  return {
    note(asked) {
      const calls = asked.map((call): ToolCall => {
        if (known.has(call.tool)) return { ...call, output: null, status: "running" };
        const output = new AppError("not_found", `There is no tool called ${call.tool}.`).toProblem();
        return { ...call, output, status: "failed" };
      });
      for (const call of calls) ledger.note(call);
      return { also: calls.length > 0 ? [insertCalls(calls, at())] : [] };
    },

    async needsApproval(id) {
      const { tool, input, status } = ledger.get(id);
      if (hasEnded(status)) return false;
      const answered = approvalOf(id);
      if (answered) return answered.status === "pending";
      const required = await contextOf(id)
        .then((counted) => runner.needsApproval(tool as OperationName, input, counted))
        .catch((error: unknown) => {
          if (isTrouble(error)) throw record.breaks(error);
          // The call itself will meet the same problem and tell the model.
          if (error instanceof AppError) return undefined;
          throw error;
        });
      if (!required) return false;
      const { actor, surface } = context;
      const { targets } = required;
      const { time_zone } = moment;
      const { answers_in: language } = turn;
      const request = { actor, surface, tool, input, targets, now: context.now(), time_zone, language };
      const call: ToolCall = { ...ledger.get(id), status: "waiting" };
      await record.transact(async (db, store) => {
        const approval = await requestApproval(db, { ...request, run_id, call_id: id, conversation_id });
        await store(db, { events: [{ type: "approval_needed", approval }], also: [updateCall(call, at())] });
      });
      ledger.note(call);
      return true;
    },

    async make(id) {
      turn.signal.throwIfAborted();
      const asked = ledger.get(id);
      if (hasEnded(asked.status)) return answerOf(asked);
      const approval = approvalOf(id);
      if (approval?.status === "rejected") {
        return finish({ ...asked, status: "rejected", output: rejection(approval) });
      }
      const call: ToolCall = { ...asked, status: "running" };
      record.tell({ type: "tool_started", call });
      try {
        const done = await carryOut(call);
        ledger.note(done);
        return answerOf(done);
      } catch (error) {
        if (isTrouble(error) || record.broken !== undefined) throw record.breaks(error);
        const problem =
          error instanceof AppError ? error : new AppError("internal", "Something went wrong inside.");
        if (problem !== error)
          log.error({ err: error, run_id, tool: call.tool }, "A call of the assistant failed");
        return finish({ ...call, status: "failed", output: problem.toProblem() });
      }
    },
  };
}

const hasEnded = (status: ToolCall["status"]) =>
  status === "succeeded" || status === "failed" || status === "rejected";

const answerOf = ({ status, output }: ToolCall) =>
  JSON.stringify(status === "rejected" ? output : forModel(output));
