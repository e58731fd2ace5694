/**
 * A model under watch. It may not hang, a stream that breaks off is a failure
 * and not an answer, and its calls are noted before the first is made, under
 * ids that are unique in the run: some servers number each response from zero.
 */
import type { AgentOutputItem, Model, ModelRequest, StreamEvent } from "@openai/agents";
import { v7 as uuid } from "uuid";
import type { CallLedger } from "./call-ledger.ts";
import type { Calls } from "./calls.ts";
import { readArguments } from "./tool-arguments.ts";

export class ModelHung extends Error {}
export class StreamBroke extends Error {}

export interface Watch {
  ledger: CallLedger;
  calls: Calls;
  /** Longest silence; left out for the built-in model, which can't be silent. */
  timeoutMs?: number;
  used(tokens: { input: number; output: number }): void;
}

type ResponseDone = Extract<StreamEvent, { type: "response_done" }>;

export function watched(model: Model, watch: Watch): Model {
  return {
    getResponse: (request) => model.getResponse(request),

    async *getStreamedResponse(request) {
      let finished: boolean | undefined;
      for await (const event of withoutSilence(model, request, watch.timeoutMs)) {
        if (event.type === "model") finished = (finished ?? false) || endsHere(event.event);
        if (event.type !== "response_done") {
          yield event;
          continue;
        }
        if (finished === false) throw new StreamBroke("The stream ended before the answer did.");
        const { inputTokens, outputTokens } = event.response.usage;
        watch.used({ input: inputTokens, output: outputTokens });
        yield await noted(event, watch);
      }
    },
  };
}

/** A chunk of chat completions says why it is the last one. */
function endsHere(chunk: unknown): boolean {
  const { choices } = (chunk ?? {}) as { choices?: { finish_reason?: string | null }[] };
  return Boolean(choices?.some(({ finish_reason }) => finish_reason));
}

async function* withoutSilence(model: Model, request: ModelRequest, timeoutMs: number | undefined) {
  if (timeoutMs === undefined) return yield* model.getStreamedResponse(request);
  const hung = new AbortController();
  const signal = request.signal ? AbortSignal.any([request.signal, hung.signal]) : hung.signal;
  const events = model.getStreamedResponse({ ...request, signal })[Symbol.asyncIterator]();
  try {
    while (true) {
      const next = events.next();
      const { value, done } = await within(timeoutMs, next, () => hung.abort());
      if (done) return;
      yield value;
    }
  } finally {
    // Nobody waits for the end of a stream that was given up.
    events.return?.()?.catch(() => {});
  }
}

async function within<Result>(timeoutMs: number, next: Promise<Result>, giveUp: () => void): Promise<Result> {
  const silence = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    silence.reject(new ModelHung(`The model was silent for ${timeoutMs} ms.`));
    giveUp();
  }, timeoutMs);
  // What lost the race may still fail, later.
  next.catch(() => {});
  return Promise.race([next, silence.promise]).finally(() => clearTimeout(timer));
}

async function noted(event: ResponseDone, { ledger, calls }: Watch): Promise<ResponseDone> {
  const taken = new Set<string>();
  const output = (event.response.output as AgentOutputItem[]).map((item): AgentOutputItem => {
    if (item.type !== "function_call") return item;
    const isFree = item.callId !== "" && !ledger.has(item.callId) && !taken.has(item.callId);
    const callId = isFree ? item.callId : uuid();
    taken.add(callId);
    return { ...item, callId, arguments: JSON.stringify(readArguments(item.arguments)) };
  });
  const asked = output.filter((item) => item.type === "function_call");
  await calls.note(
    asked.map(({ callId, name, arguments: text }) => ({
      id: callId,
      tool: name,
      input: readArguments(text),
    })),
  );
  return { ...event, response: { ...event.response, output: output as ResponseDone["response"]["output"] } };
}
