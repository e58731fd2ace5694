/**
 * Carries a run from where it stands to its end or its next pause, and stores
 * what came of it. No transaction is open while a model thinks.
 */
import type { AgentInputItem, Model } from "@openai/agents";
import type { Effect } from "@todo/contract";
import { findRunApprovals } from "../approvals/queries.ts";
import type { Decision } from "./agent.ts";
import { answerOf, deedsInWords, pauseSentences, Speech } from "./answer.ts";
import { CallLedger } from "./call-ledger.ts";
import { dropOpenCalls, findCalls } from "./call-queries.ts";
import { createCalls } from "./calls.ts";
import { type Failure, failureOf } from "./failures.ts";
import { instructionsFor } from "./instructions.ts";
import { withoutListeners } from "./load-sdk.ts";
import { type RunStatus, touchRun, updateRun } from "./queries.ts";
import type { Room, Turn } from "./turn.ts";
import { watched } from "./watched-model.ts";

export interface Carried {
  model: Model;
  timeoutMs?: number;
  from: { items: AgentInputItem[] } | { saved: SavedRun; decisions: Map<string, Decision> };
  tokens: { input: number; output: number };
}

/** What a waiting run keeps: the SDK's state, what the model said, the last event's number, what the caller may do. */
export interface SavedRun {
  state: string;
  said: string;
  events: number;
  scopes: readonly Effect[];
}

const SIGN_OF_LIFE_MS = 10_000;

/** What goes wrong with the model is stored and told, not thrown. `lastEvent` gives the number of the run's last event. */
export async function carry(
  room: Room,
  turn: Turn,
  carried: Carried,
  lastEvent: () => number,
): Promise<void> {
  const { database, log } = room;
  const { run_id, context, signal } = turn;
  const { space_id, scopes } = context.actor;
  const tokens = { ...carried.tokens };
  const said = "saved" in carried.from ? carried.from.saved.said : "";
  const speech = new Speech((text) => turn.emit({ type: "text_delta", text }), said);
  const alive = setInterval(() => void touchRun(database, space_id, run_id).catch(() => {}), SIGN_OF_LIFE_MS);

  const store = (status: RunStatus, { state, failure }: { state?: string; failure?: Failure } = {}) =>
    updateRun(database, space_id, run_id, {
      status,
      response: speech.text,
      state: state ?? null,
      input_tokens: tokens.input,
      output_tokens: tokens.output,
      error_code: failure?.code ?? null,
      error_message: failure?.message ?? null,
    });

  const end = async (type: "finished" | "cancelled", ledger: CallLedger) =>
    turn.emit({ type, answer: await answerOf(room, turn, speech.text, ledger) });

  try {
    const ledger = await openLedger(room, turn);
    const { waiting, state } = await think(room, turn, carried, { ledger, speech, tokens });
    const saved: SavedRun = { state, said: speech.text, events: lastEvent() + 1, scopes };
    speech.paragraph();
    if (waiting) speech.add(await pauseSentences(room, turn, ledger));
    else if (speech.text === "") speech.add(deedsInWords(turn, ledger));
    const stored = await (waiting ? store("waiting", { state: JSON.stringify(saved) }) : store("completed"));
    await end(stored ? "finished" : "cancelled", ledger);
  } catch (error) {
    if (signal.aborted) {
      await store("cancelled");
      await dropOpenCalls(database, space_id, run_id, context.now().toISOString());
      return end("cancelled", await openLedger(room, turn));
    }
    const failure = failureOf(error, turn.words);
    log.warn({ err: error, run_id, code: failure.code }, "A run of the assistant failed");
    await store("failed", { failure });
    turn.emit({ type: "failed", ...failure });
  } finally {
    clearInterval(alive);
  }
}

interface Thinking {
  ledger: CallLedger;
  speech: Speech;
  tokens: { input: number; output: number };
}

/** Lets the model speak and act, until it is done or must wait. */
async function think(room: Room, turn: Turn, carried: Carried, { ledger, speech, tokens }: Thinking) {
  const { database, runner } = room;
  const { model, timeoutMs, from } = carried;
  const { runAgent } = await withoutListeners(() => import("./agent.ts"));
  const approvals = await findRunApprovals(database, turn.context.actor.space_id, turn.run_id);
  const calls = createCalls(room, turn, ledger, approvals);
  return runAgent({
    model: watched(model, {
      ledger,
      calls,
      ...(timeoutMs !== undefined && { timeoutMs }),
      used({ input, output }) {
        tokens.input += input;
        tokens.output += output;
      },
    }),
    instructions: instructionsFor(turn),
    operations: runner.operations,
    calls,
    from: "saved" in from ? { state: from.saved.state, decisions: from.decisions } : from,
    signal: turn.signal,
    onMessage: () => speech.paragraph(),
    onText: (text) => speech.add(text),
  });
}

async function openLedger({ database, runner }: Room, { run_id, context }: Turn): Promise<CallLedger> {
  const effects = new Map<string, (typeof runner.operations)[number]["effect"]>(
    runner.operations.map(({ name, effect }) => [name, effect]),
  );
  const known = await findCalls(database, context.actor.space_id, [run_id]);
  return new CallLedger((tool) => effects.get(tool), known);
}
