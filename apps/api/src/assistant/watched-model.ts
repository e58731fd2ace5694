/**
 * A model under watch. What it answered before, in a process that is gone, is
 * read and not asked again. It may not hang, a stream that breaks off is a
 * failure and not an answer, and each answer is stored before anything of it
 * is done, its calls under ids that are unique in the run: some servers number
 * each response from zero.
 */
import type { AgentOutputItem, Model, ModelRequest, StreamEvent } from "@openai/agents";
import { v7 as uuid } from "uuid";
import type { CallLedger } from "./call-ledger.ts";
import { meterFor } from "./meter.ts";
import { readArguments } from "./tool-arguments.ts";
import type { Tokens } from "./usage-queries.ts";

export class ModelHung extends Error {}
class StreamBroke extends Error {}

export interface AskedCall {
  id: string;
  tool: string;
  input: Record<string, unknown>;
}

export interface Watch {
  ledger: CallLedger;
  /** Longest silence; left out for the built-in model, which can't be silent. */
  timeoutMs?: number;
  /** What it answered so far, oldest first. */
  answered: AgentOutputItem[][];
  /** Stores an answer. */
  store(output: AgentOutputItem[], calls: AskedCall[], used: Tokens): Promise<void>;
  /** Counts what an answer used that couldn't be stored: it was stopped, or broke off. Must not throw. */
  lost(used: Tokens): Promise<void>;
}

type ResponseDone = Extract<StreamEvent, { type: "response_done" }>;
type ResponseOutput = ResponseDone["response"]["output"];

export function watched(model: Model, watch: Watch): Model {
  const answered = [...watch.answered];
  return {
    getResponse: (request) => model.getResponse(request),

    async *getStreamedResponse(request) {
      const known = answered.shift();
      if (known) {
        yield { type: "response_started" };
        yield repeated(known);
        return;
      }
      let finished: boolean | undefined;
      const meter = meterFor(request);
      let counted = false;
      try {
        for await (const event of withoutSilence(model, request, watch.timeoutMs)) {
          meter.see(event);
          if (event.type === "model") finished = (finished ?? false) || endsHere(event.event);
          if (event.type !== "response_done") {
            yield event;
            continue;
          }
          if (finished === false) throw new StreamBroke("The stream ended before the answer did.");
          const done = await stored(event, watch);
          counted = true;
          yield done;
        }
      } finally {
        const used = counted ? undefined : meter.read();
        if (used) await watch.lost(used);
      }
    },
  };
}

function repeated(output: AgentOutputItem[]): ResponseDone {
  const usage = { inputTokens: 0, outputTokens: 0, totalTokens: 0 };
  return { type: "response_done", response: { id: uuid(), usage, output: output as ResponseOutput } };
}

/** A chunk of chat completions says why it is the last one. */
function endsHere(chunk: unknown): boolean {
  const { choices } = (chunk ?? {}) as { choices?: { finish_reason?: string | null }[] };
  return Boolean(choices?.some(({ finish_reason }) => finish_reason));
}

/** Ends when the run is stopped or the model falls silent, whether or not the model listens to its signal. */
async function* withoutSilence(model: Model, request: ModelRequest, timeoutMs: number | undefined) {
  const hung = new AbortController();
  const signal = request.signal ? AbortSignal.any([request.signal, hung.signal]) : hung.signal;
  const stopped = Promise.withResolvers<never>();
  const stop = () => stopped.reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  stopped.promise.catch(() => {});
  const events = model.getStreamedResponse({ ...request, signal })[Symbol.asyncIterator]();
  try {
    while (true) {
      signal.throwIfAborted();
      const silence = setTimeout(
        () => hung.abort(new ModelHung("The model fell silent.")),
        timeoutMs ?? NEVER,
      );
      const next = events.next();
      // What lost the race may still fail, later.
      next.catch(() => {});
      const { value, done } = await Promise.race([next, stopped.promise]).finally(() =>
        clearTimeout(silence),
      );
      if (done) return;
      yield value;
    }
  } finally {
    signal.removeEventListener("abort", stop);
    // Nobody waits for the end of a stream that was given up.
    events.return?.()?.catch(() => {});
  }
}

const NEVER = 2 ** 31 - 1;

async function stored(event: ResponseDone, { ledger, store }: Watch): Promise<ResponseDone> {
  const asked: AskedCall[] = [];
  const output = (event.response.output as AgentOutputItem[]).map((item): AgentOutputItem => {
    if (item.type !== "function_call") return item;
    const { name: tool, callId: given } = item;
    const input = readArguments(item.arguments);
    const isFree = given !== "" && !ledger.has(given) && !asked.some(({ id }) => id === given);
    const id = isFree ? given : uuid();
    asked.push({ id, tool, input });
    return { ...item, callId: id, arguments: JSON.stringify(input) };
  });
  const { inputTokens, outputTokens } = event.response.usage;
  await store(output, asked, { input: inputTokens, output: outputTokens });
  return { ...event, response: { ...event.response, output: output as ResponseOutput } };
}
