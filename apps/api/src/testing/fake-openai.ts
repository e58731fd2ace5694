/**
 * A vendor's server as far as chat completions go: over real HTTP, streaming,
 * and misbehaving on request. It answers from a script, one entry a request.
 */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

interface FakeCall {
  name: string;
  arguments: object | string;
  /** Left out: one of its own. */
  id?: string;
}

export type FakeReply =
  | { text: string }
  | { text?: string; calls: FakeCall[] }
  | { status: number; retryAfterMs?: number }
  /** Accepts, begins to answer, and falls silent. */
  | { hangAfter: string }
  /** Closes the connection in the middle of the stream. */
  | { breakAfter: string }
  /** Ends in good order without having said why. */
  | { endAfter: string };

interface FakeRequest {
  authorization: string | undefined;
  model: string;
  stream: boolean;
  messages: { role: string; content: unknown; tool_calls?: unknown[]; tool_call_id?: string }[];
  tools: { function: { name: string; parameters: object } }[];
}

export interface FakeOpenAi {
  /** Ends with `/v1`. */
  baseUrl: string;
  requests: FakeRequest[];
  close(): Promise<void>;
}

export async function startFakeOpenAi(script: FakeReply[]): Promise<FakeOpenAi> {
  const requests: FakeRequest[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    requests.push({ ...(JSON.parse(body) as FakeRequest), authorization: request.headers.authorization });
    const reply = script[requests.length - 1] ?? { status: 500, retryAfterMs: 1 };
    answer(response, reply, requests.length);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function answer(response: ServerResponse, reply: FakeReply, place: number) {
  if ("status" in reply) {
    const retry = { "retry-after-ms": String(reply.retryAfterMs ?? 1) };
    response.writeHead(reply.status, { "content-type": "application/json", ...retry });
    response.end(JSON.stringify({ error: { message: "No.", type: "fake" } }));
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream" });
  const send = (delta: object, finish_reason: string | null = null) =>
    response.write(`data: ${JSON.stringify(chunk({ choices: [{ index: 0, delta, finish_reason }] }))}\n\n`);
  const chunk = (more: object) => ({
    id: `completion-${place}`,
    object: "chat.completion.chunk",
    created: 0,
    model: "fake",
    ...more,
  });

  const said =
    "text" in reply ? (reply.text ?? "") : Object.values(reply).find((value) => typeof value === "string");
  for (const word of (said as string | undefined)?.match(/\S+\s*/g) ?? [])
    send({ role: "assistant", content: word });
  if ("hangAfter" in reply) return;
  if ("breakAfter" in reply) return void setImmediate(() => response.destroy());
  if ("endAfter" in reply) return void response.end("data: [DONE]\n\n");
  const calls = "calls" in reply ? reply.calls : [];
  for (const [index, call] of calls.entries()) sendCall(send, call, index, place);
  send({}, calls.length > 0 ? "tool_calls" : "stop");
  const usage = { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 };
  response.write(`data: ${JSON.stringify(chunk({ choices: [], usage }))}\n\n`);
  response.end("data: [DONE]\n\n");
}

/** Arguments come in pieces, as vendors send them. */
function sendCall(send: (delta: object) => void, call: FakeCall, index: number, place: number) {
  const text = typeof call.arguments === "string" ? call.arguments : JSON.stringify(call.arguments);
  const id = call.id ?? `call_${place}_${index}`;
  send({ tool_calls: [{ index, id, type: "function", function: { name: call.name, arguments: "" } }] });
  for (const piece of text.match(/[\s\S]{1,7}/g) ?? []) {
    send({ tool_calls: [{ index, function: { arguments: piece } }] });
  }
}
