/**
 * Carries a run from where it stands to its end or its next pause, and stores
 * what came of it. No transaction is open while a model thinks.
 */
import type { AgentInputItem, Model } from "@openai/agents";
import { toApproval } from "../approvals/approvals.ts";
import { findRunApprovals } from "../approvals/queries.ts";
import type { Decision } from "./agent.ts";
import { answerOf, deedsInWords, pauseSentences, Speech } from "./answer.ts";
import { CallLedger } from "./call-ledger.ts";
import { dropOpenCalls, findCalls } from "./call-queries.ts";
import { createCalls } from "./calls.ts";
import { failureOf } from "./failures.ts";
import { instructionsFor } from "./instructions.ts";
import { type RunStatus, touchRun, updateRun } from "./queries.ts";
import type { Room, Turn } from "./turn.ts";
import { watched } from "./watched-model.ts";

export interface Carried {
  model: Model;
  timeoutMs?: number;
  from: { items: AgentInputItem[] } | { saved: SavedRun; decisions: Map<string, Decision> };
  tokens: { input: number; output: number };
}

/** What a waiting run keeps: the SDK's state, what the model said so far, and the number of the last event. */
export interface SavedRun {
  state: string;
  said: string;
  events: number;
}

const SIGN_OF_LIFE_MS = 10_000;

/** Never throws: what goes wrong is stored and told. */
export async function carry(
  room: Room,
  turn: Turn,
  carried: Carried,
  lastEvent: () => number,
): Promise<void> {
  const { database, runner, log } = room;
  const { run_id, context, words, signal } = turn;
  const { space_id } = context.actor;
  const tokens = { ...carried.tokens };
  const speech = new Speech(
    (text) => turn.emit({ type: "text_delta", text }),
    "saved" in carried.from ? carried.from.saved.said : "",
  );

  const store = (
    status: RunStatus,
    response: string,
    more: { state?: string; failure?: { code: string; message: string } } = {},
  ) =>
    updateRun(database, space_id, run_id, {
      status,
      response,
      state: more.state ?? null,
      input_tokens: tokens.input,
      output_tokens: tokens.output,
      error_code: more.failure?.code ?? null,
      error_message: more.failure?.message ?? null,
    });

  const alive = setInterval(() => {
    touchRun(database, space_id, run_id).catch(() => {});
  }, SIGN_OF_LIFE_MS);
  const ledger = await openLedger(room, turn).catch(() => new CallLedger(() => undefined));
  try {
    const { runAgent } = await import("./agent.ts");
    const approvals = await findRunApprovals(database, space_id, run_id);
    const calls = createCalls(room, turn, ledger, approvals);
    const { waiting, state } = await runAgent({
      model: watched(carried.model, {
        ledger,
        calls,
        ...(carried.timeoutMs !== undefined && { timeoutMs: carried.timeoutMs }),
        used({ input, output }) {
          tokens.input += input;
          tokens.output += output;
        },
      }),
      instructions: instructionsFor(turn),
      operations: runner.operations,
      calls,
      from:
        "saved" in carried.from
          ? { state: carried.from.saved.state, decisions: carried.from.decisions }
          : carried.from,
      signal,
      onMessage: () => speech.paragraph(),
      onText: (text) => speech.add(text),
    });

    const said = speech.text;
    speech.paragraph();
    if (waiting) {
      const pending = (await findRunApprovals(database, space_id, run_id)).filter(
        ({ status }) => status === "pending",
      );
      speech.add(pauseSentences(turn, ledger, pending.map(toApproval)));
    } else if (said === "") {
      speech.add(deedsInWords(turn, ledger));
    }
    const saved: SavedRun = { state, said, events: lastEvent() + 1 };
    const stored = waiting
      ? await store("waiting", speech.text, { state: JSON.stringify(saved) })
      : await store("completed", speech.text);
    const answer = await answerOf(room, turn, speech.text, ledger);
    turn.emit({ type: stored ? "finished" : "cancelled", answer });
  } catch (error) {
    if (signal.aborted) {
      await cancelled();
      return;
    }
    const failure = failureOf(error, words);
    log.warn({ err: error, run_id, code: failure.code }, "A run of the assistant failed");
    await store("failed", speech.text, { failure }).catch((storing: unknown) =>
      log.error({ err: storing, run_id }, "A failed run couldn't be stored"),
    );
    turn.emit({ type: "failed", ...failure });
  } finally {
    clearInterval(alive);
  }

  async function cancelled() {
    try {
      await store("cancelled", speech.text);
      await dropOpenCalls(database, space_id, run_id, context.now().toISOString());
      turn.emit({
        type: "cancelled",
        answer: await answerOf(room, turn, speech.text, await openLedger(room, turn)),
      });
    } catch (error) {
      log.error({ err: error, run_id }, "A cancelled run couldn't be stored");
    }
  }
}

async function openLedger({ database, runner }: Room, { run_id, context }: Turn): Promise<CallLedger> {
  const effects = new Map<string, (typeof runner.operations)[number]["effect"]>(
    runner.operations.map(({ name, effect }) => [name, effect]),
  );
  const known = await findCalls(database, context.actor.space_id, [run_id]);
  return new CallLedger((tool) => effects.get(tool), known);
}
