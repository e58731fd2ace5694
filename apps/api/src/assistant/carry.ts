/**
 * Carries a run from where it stands to its end or its next pause. What was
 * recorded of it is gone through again without asking the model or doing
 * anything twice; from there it goes on. No transaction is open while a model
 * thinks.
 */
import type { AgentInputItem, AgentOutputItem, Model } from "@openai/agents";
import { findRunApprovals, hasDecisions } from "../approvals/queries.ts";
import { sql } from "../db/sql.ts";
import { answerOf, deedsInWords, paragraphs, pauseSentences, Speech } from "./answer.ts";
import { CallLedger } from "./call-ledger.ts";
import { findCalls } from "./call-queries.ts";
import { createCalls } from "./calls.ts";
import { ending } from "./ending.ts";
import { failureOf } from "./failures.ts";
import { instructionsFor } from "./instructions.ts";
import { withoutListeners } from "./load-sdk.ts";
import { findSteps, insertStep, type Step } from "./step-queries.ts";
import type { Room, Turn } from "./turn.ts";
import { addUsage, type Tokens } from "./usage-queries.ts";
import { type AskedCall, watched } from "./watched-model.ts";

export interface Carried {
  model: Model;
  /** Longest silence of the model; left out: it can't be silent. */
  timeoutMs?: number;
  /** The conversation up to the question. */
  items: AgentInputItem[];
  /** The words that readers of the run have by now. */
  told: string;
}

/** What goes wrong with the model is stored and told. Throws when the run can't go on here. */
export async function carry(room: Room, turn: Turn, carried: Carried): Promise<void> {
  let { told } = carried;
  while (true) {
    const { ledger, steps } = await standing(room, turn);
    const said = paragraphs(steps.map(({ text }) => text));
    if (said !== told) turn.record.tell({ type: "text_reset", text: said });
    const speech = new Speech((text) => turn.record.tell({ type: "text_delta", text }), said);
    const ended = await think(room, turn, carried, { ledger, steps, speech });
    if (ended === "failed") return;
    if (ended === "done") return finish(room, turn, ledger, speech);
    if (await pause(room, turn, ledger, speech)) return;
    told = speech.text;
  }
}

interface Standing {
  ledger: CallLedger;
  steps: Step[];
}

async function standing({ database, runner }: Room, { run_id, context }: Turn): Promise<Standing> {
  const { space_id } = context.actor;
  const effects = new Map<string, (typeof runner.operations)[number]["effect"]>(
    runner.operations.map(({ name, effect }) => [name, effect]),
  );
  const calls = await findCalls(database, space_id, [run_id]);
  const recorded = await findSteps(database, space_id, run_id);
  const ledger = new CallLedger((tool) => effects.get(tool), calls);
  // A run that an earlier version began has calls, and no record of the answers that asked for them.
  const known = new Set(recorded.flatMap(({ output }) => output.flatMap(callIds)));
  const unasked = calls.filter(({ id }) => !known.has(id));
  const steps = unasked.length > 0 ? [{ text: "", output: unasked.map(asked) }, ...recorded] : recorded;
  return { ledger, steps };
}

const callIds = (item: AgentOutputItem) => (item.type === "function_call" ? [item.callId] : []);

const asked = ({ id, tool, input }: AskedCall): AgentOutputItem => ({
  type: "function_call",
  callId: id,
  name: tool,
  arguments: JSON.stringify(input),
  status: "completed",
});

/** Lets the model speak and act, until it is done, must wait, or fails. */
async function think(
  room: Room,
  turn: Turn,
  { model, timeoutMs, items }: Carried,
  { ledger, steps, speech }: Standing & { speech: Speech },
): Promise<"done" | "waiting" | "failed"> {
  const { record, signal } = turn;
  const { runAgent } = await withoutListeners(() => import("./agent.ts"));
  const approvals = await findRunApprovals(room.database, turn.context.actor.space_id, turn.run_id);
  const calls = createCalls(room, turn, ledger, approvals);
  let place = steps.length;
  const store = (output: AgentOutputItem[], noted: AskedCall[], used: Tokens) => {
    place += 1;
    const { also = [] } = calls.note(noted);
    return record.write({
      run: sql`input_tokens = input_tokens + ${used.input}, output_tokens = output_tokens + ${used.output}, take_overs = 0`,
      also: [insertStep(place, { text: speech.paragraph, output }), ...also],
    });
  };
  const lost = async (used: Tokens) => {
    const { run_id, context } = turn;
    const adding = addUsage(room.database, { space_id: context.actor.space_id, run_id }, used);
    await adding.catch((error: unknown) =>
      room.log.warn({ err: error, run_id }, "What a stopped answer used isn't counted"),
    );
  };
  try {
    const waits = await runAgent({
      model: watched(model, {
        ledger,
        answered: steps.map(({ output }) => output),
        store,
        lost: timeoutMs === undefined ? async () => {} : lost,
        ...(timeoutMs !== undefined && { timeoutMs }),
      }),
      instructions: instructionsFor(turn),
      operations: room.runner.operations,
      calls,
      items,
      signal,
      onMessage: () => speech.begin(),
      onText: (text) => speech.add(text),
    });
    return waits ? "waiting" : "done";
  } catch (error) {
    if (signal.aborted || record.broken !== undefined) throw record.broken ?? signal.reason;
    const failure = failureOf(error, turn.words);
    room.log.warn({ err: error, run_id: turn.run_id, code: failure.code }, "A run of the assistant failed");
    const end = { status: "failed", response: speech.text, error: failure } as const;
    await record.write(ending(end, { type: "failed", ...failure }));
    return "failed";
  }
}

const runOf = ({ run_id, conversation_id, context }: Turn) => ({
  run_id,
  conversation_id,
  space_id: context.actor.space_id,
});

async function finish({ database }: Room, turn: Turn, ledger: CallLedger, speech: Speech): Promise<void> {
  speech.begin();
  if (speech.text === "") speech.add(deedsInWords(turn, ledger));
  const answer = await answerOf(database, runOf(turn), speech.text);
  const end = { status: "completed", response: speech.text } as const;
  await turn.record.write(ending(end, { type: "finished", answer }));
}

/** Lets the run wait for the person. False when they have answered by now: it goes on at once. */
async function pause({ database }: Room, turn: Turn, ledger: CallLedger, speech: Speech): Promise<boolean> {
  const { space_id } = turn.context.actor;
  const sentences = await pauseSentences(database, turn, ledger);
  return turn.record.transact(async (db, store) => {
    if (await hasDecisions(db, space_id, turn.run_id)) return false;
    let gapped = "";
    const last = new Speech((text) => {
      gapped += text;
    }, speech.text);
    last.add(sentences);
    const answer = await answerOf(db, runOf(turn), last.text);
    const { events = [], ...entry } = ending(
      { status: "waiting", response: last.text },
      { type: "finished", answer },
    );
    await store(db, { ...entry, events: [{ type: "text_delta", text: gapped }, ...events] });
    return true;
  });
}
