/** The words of a run: what the model said, and what is said in its place when it can't speak. */
import type { ChatAnswer, ChatEvent, ToolCall } from "@todo/contract";
import { toApproval } from "../approvals/approvals.ts";
import { findRunApprovals } from "../approvals/queries.ts";
import type { Context } from "../operations/context.ts";
import type { CallLedger } from "./call-ledger.ts";
import { findCalls } from "./call-queries.ts";
import { findRun } from "./queries.ts";
import type { Room, Turn } from "./turn.ts";

/** Paragraphs, with an empty line between what the model said at different times. */
export class Speech {
  text: string;
  private readonly emit: (text: string) => void;
  private isNewParagraph = true;

  constructor(emit: (text: string) => void, text = "") {
    this.emit = emit;
    this.text = text;
  }

  paragraph() {
    this.isNewParagraph = true;
  }

  add(text: string) {
    if (text === "") return;
    const gap = this.isNewParagraph && this.text !== "" ? "\n\n" : "";
    this.isNewParagraph = false;
    this.text += gap + text;
    this.emit(gap + text);
  }
}

/** What was done and what waits, from the calls themselves: the model doesn't get to speak before a pause. */
export async function pauseSentences({ database }: Room, turn: Turn, ledger: CallLedger): Promise<string> {
  const { words, moment, context, run_id } = turn;
  const approvals = await findRunApprovals(database, context.actor.space_id, run_id);
  const proposals = approvals.filter(({ status }) => status === "pending").map(({ summary }) => summary);
  const told = ledger.all.map((call) => words.told(call, moment));
  return [...told, words.waiting(proposals)].filter(Boolean).join(" ");
}

/** For a model that acts and says nothing. */
export function deedsInWords({ words, moment }: Turn, ledger: CallLedger): string {
  const told = ledger.all.map((call) => words.told(call, moment)).filter(Boolean);
  return told.join(" ") || words.unclear();
}

export async function answerOf(
  { database }: Room,
  turn: Turn,
  response: string,
  ledger: CallLedger,
): Promise<ChatAnswer> {
  const { conversation_id, run_id, context } = turn;
  const approvals = await findRunApprovals(database, context.actor.space_id, run_id);
  return {
    conversation_id,
    run_id,
    response,
    tool_calls: ledger.all.map(plain),
    approvals: approvals.map(toApproval),
  };
}

/** How a run stands, for whoever didn't see it get there. */
export async function lastEventOf({ database }: Room, { actor }: Context, runId: string): Promise<ChatEvent> {
  const run = (await findRun(database, actor, runId))!;
  if (run.status === "failed") {
    return { type: "failed", code: run.error_code ?? "model_failed", message: run.error_message ?? "" };
  }
  const { conversation_id, response, status } = run;
  const tool_calls = await findCalls(database, actor.space_id, [runId]);
  const approvals = await findRunApprovals(database, actor.space_id, runId);
  const answer: ChatAnswer = {
    conversation_id,
    run_id: runId,
    response,
    tool_calls: tool_calls.map(plain),
    approvals: approvals.map(toApproval),
  };
  return { type: status === "cancelled" ? "cancelled" : "finished", answer };
}

const plain = ({ id, tool, input, output, status }: ToolCall): ToolCall => ({
  id,
  tool,
  input,
  output,
  status,
});
