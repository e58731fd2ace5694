/** The words of a run: what the model said, and what is said in its place when it can't speak. */
import type { ChatAnswer, ToolCall } from "@todo/contract";
import { toApproval } from "../approvals/approvals.ts";
import { findRunApprovals } from "../approvals/queries.ts";
import type { Reader } from "../db/database.ts";
import type { CallLedger } from "./call-ledger.ts";
import { findCalls } from "./call-queries.ts";
import type { Turn } from "./turn.ts";

const GAP = "\n\n";

/** What steps said, put together. */
export const paragraphs = (texts: string[]) => texts.filter(Boolean).join(GAP);

/** Paragraphs, with an empty line between what the model said at different times. */
export class Speech {
  text: string;
  /** What was said since the last paragraph began. */
  paragraph = "";
  /** The first half of a character whose second half is still to come. */
  private half = "";
  private readonly emit: (text: string) => void;

  constructor(emit: (text: string) => void, text = "") {
    this.emit = emit;
    this.text = text;
  }

  begin() {
    this.paragraph = "";
    this.half = "";
  }

  add(given: string) {
    const whole = this.half + given.replaceAll("\0", "");
    const isHalf = /[\ud800-\udbff]$/.test(whole);
    this.half = isHalf ? whole.slice(-1) : "";
    const text = (isHalf ? whole.slice(0, -1) : whole).toWellFormed();
    if (text === "") return;
    const gap = this.paragraph === "" && this.text !== "" ? GAP : "";
    this.paragraph += text;
    this.text += gap + text;
    this.emit(gap + text);
  }
}

/** What was done and what waits, from the calls themselves: the model doesn't get to speak before a pause. */
export async function pauseSentences(db: Reader, turn: Turn, ledger: CallLedger): Promise<string> {
  const { words, moment, context, run_id } = turn;
  const approvals = await findRunApprovals(db, context.actor.space_id, run_id);
  const proposals = approvals.filter(({ status }) => status === "pending").map(({ summary }) => summary);
  const told = ledger.all.map((call) => words.told(call, moment));
  return [...told, words.waiting(proposals)].filter(Boolean).join(" ");
}

/** For a model that acts and says nothing. */
export function deedsInWords({ words, moment }: Turn, ledger: CallLedger): string {
  const told = ledger.all.map((call) => words.told(call, moment)).filter(Boolean);
  return told.join(" ") || words.unclear();
}

/** The answer as a whole, with calls and approvals as they are stored. */
export async function answerOf(
  db: Reader,
  run: { space_id: string; run_id: string; conversation_id: string },
  response: string,
): Promise<ChatAnswer> {
  const { space_id, run_id, conversation_id } = run;
  const tool_calls = await findCalls(db, space_id, [run_id]);
  const approvals = await findRunApprovals(db, space_id, run_id);
  return {
    conversation_id,
    run_id,
    response,
    tool_calls: tool_calls.map(plain),
    approvals: approvals.map(toApproval),
  };
}

const plain = ({ id, tool, input, output, status }: ToolCall): ToolCall => ({
  id,
  tool,
  input,
  output,
  status,
});
