/**
 * The built-in interpreter, a `Model` like any other: it reads the
 * conversation, asks for calls, words the answer. It keeps nothing.
 */
import type { AgentOutputItem, Model, ModelRequest, ModelResponse, StreamEvent } from "@openai/agents";
import { v7 as uuid } from "uuid";
import type { ModelTurn } from "../models.ts";
import { turnsOf } from "./conversation.ts";
import { type Plan, plan } from "./plan.ts";

export class BuiltInModel implements Model {
  private readonly turn: ModelTurn;

  constructor(turn: ModelTurn) {
    this.turn = turn;
  }

  getResponse(): Promise<ModelResponse> {
    return Promise.reject(new Error("The assistant streams."));
  }

  async *getStreamedResponse(request: ModelRequest): AsyncIterable<StreamEvent> {
    const planned = this.plan(request);
    yield { type: "response_started" };
    for (const delta of planned.say.match(/\S+\s*/g) ?? []) yield { type: "output_text_delta", delta };
    const usage = { inputTokens: 0, outputTokens: 0, totalTokens: 0 };
    const output = toOutput(planned) as Extract<StreamEvent, { type: "response_done" }>["response"]["output"];
    yield { type: "response_done", response: { id: uuid(), usage, output } };
  }

  private plan({ input }: ModelRequest): Plan {
    const items = typeof input === "string" ? [{ role: "user" as const, content: input }] : input;
    return plan(turnsOf(items), this.turn);
  }
}

function toOutput({ calls, say }: Plan): AgentOutputItem[] {
  if (calls.length === 0) {
    return [
      {
        type: "message",
        role: "assistant",
        status: "completed",
        content: [{ type: "output_text", text: say }],
      },
    ];
  }
  return calls.map(({ id, tool, input }) => ({
    type: "function_call",
    callId: id,
    name: tool,
    arguments: JSON.stringify(input),
    status: "completed",
  }));
}
