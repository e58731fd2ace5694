/**
 * The run itself, by the Agents SDK. Tools are the operations; calls are made
 * one after another, in the order asked for. Import it by `withoutListeners`.
 */
import {
  Agent,
  type AgentInputItem,
  type Model,
  Runner,
  setTracingDisabled,
  type Tool,
  tool,
} from "@openai/agents";
import { z } from "zod";
import type { BoundOperation } from "../operations/implement.ts";
import type { Calls } from "./calls.ts";

// Traces would go to the vendor.
setTracingDisabled(true);

const MAX_STEPS = 60;

export interface AgentRun {
  model: Model;
  instructions: string;
  operations: BoundOperation[];
  calls: Calls;
  /** The conversation so far. */
  items: AgentInputItem[];
  signal: AbortSignal;
  /** Another message of the model begins. */
  onMessage(): void;
  onText(text: string): void;
}

/** Gives whether it waits for the person. Throws what the model or the runner threw, and the signal's reason. */
export async function runAgent({ model, instructions, items, signal, ...run }: AgentRun): Promise<boolean> {
  const agent = new Agent({ name: "Todo", instructions, model, tools: toolsOf(run.operations, run.calls) });
  const runner = new Runner({
    tracingDisabled: true,
    toolExecution: { maxFunctionToolConcurrency: 1 },
    toolNotFoundBehavior: "return_error_to_model",
  });
  const stream = await runner.run(agent, items, { stream: true, signal, maxTurns: MAX_STEPS });
  // When the loop throws nobody awaits the end any more, which then fails as well.
  stream.completed.catch(() => {});
  for await (const event of stream) {
    if (event.type !== "raw_model_stream_event") continue;
    if (event.data.type === "response_started") run.onMessage();
    if (event.data.type === "output_text_delta") run.onText(event.data.delta);
  }
  await stream.completed;
  signal.throwIfAborted();
  return stream.interruptions.length > 0;
}

function toolsOf(operations: BoundOperation[], calls: Calls): Tool[] {
  return operations
    .filter(({ personal }) => !personal)
    .map(({ name, summary, description, input }) =>
      tool({
        name,
        description: description ? `${summary}. ${description}` : summary,
        parameters: schemaOf(name, input),
        strict: false,
        needsApproval: (_context, _input, callId) => calls.needsApproval(callId!),
        execute: (_input, _context, details) => calls.make(details!.toolCall!.callId),
        errorFunction: null,
      }),
    );
}

type ToolSchema = {
  type: "object";
  properties: Record<string, unknown>;
  required: string[];
  additionalProperties: true;
};

const schemas = new Map<string, ToolSchema>();

/** Operations are few and don't change, so each schema is written once. */
function schemaOf(name: string, input: z.ZodObject): ToolSchema {
  const known = schemas.get(name);
  if (known) return known;
  const {
    $schema: _,
    required = [],
    properties = {},
    ...schema
  } = z.toJSONSchema(input, {
    io: "input",
    // Patterns are long; the descriptions say the same in words.
    override: ({ jsonSchema }) => void delete jsonSchema.pattern,
  });
  const made: ToolSchema = {
    ...schema,
    type: "object",
    required,
    properties,
    additionalProperties: true,
  };
  schemas.set(name, made);
  return made;
}
