/** A model that asks for what a script says, without a network. */
import type { AgentOutputItem, Model, ModelRequest, StreamEvent } from "@openai/agents";

export type ScriptedReply = string | { name: string; arguments: object }[];

/** One reply a request; the function sees what the model would read. */
export function scriptedModel(
  script: (ScriptedReply | ((request: ModelRequest) => ScriptedReply | Promise<ScriptedReply>))[],
): Model {
  let place = 0;
  return {
    getResponse: () => Promise.reject(new Error("The assistant streams.")),
    async *getStreamedResponse(request): AsyncIterable<StreamEvent> {
      const next = script[place] ?? "";
      place += 1;
      const reply = typeof next === "function" ? await next(request) : next;
      yield { type: "response_started" };
      if (typeof reply === "string") yield { type: "output_text_delta", delta: reply };
      const usage = { inputTokens: 1, outputTokens: 1, totalTokens: 2 };
      const output = toOutput(reply, place) as Extract<
        StreamEvent,
        { type: "response_done" }
      >["response"]["output"];
      yield { type: "response_done", response: { id: `response-${place}`, usage, output } };
    },
  };
}

function toOutput(reply: ScriptedReply, place: number): AgentOutputItem[] {
  if (typeof reply === "string") {
    const content = [{ type: "output_text" as const, text: reply }];
    return [{ type: "message", role: "assistant", status: "completed", content }];
  }
  return reply.map(({ name, arguments: input }, index) => ({
    type: "function_call",
    callId: `call_${place}_${index}`,
    name,
    arguments: JSON.stringify(input),
    status: "completed",
  }));
}
