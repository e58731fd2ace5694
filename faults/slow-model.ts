/**
 * A vendor's model that takes its time, so that faults meet answers half said:
 * chat completions over HTTP, streamed word by word. It does what the person
 * asks for in its own small language, one request a line (“add: …”, “complete:
 * …”, “delete: …”), and, like any vendor's, gives its calls new ids each time.
 */
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

interface Message {
  role: string;
  content: unknown;
  tool_calls?: { id: string; function: { name: string; arguments: string } }[];
  tool_call_id?: string;
}

interface Call {
  name: string;
  arguments: Record<string, unknown>;
}

export interface SlowModel {
  /** Ends with `/v1`. */
  baseUrl: string;
  close(): Promise<void>;
}

const WORD_MS = 25;
const THINKING = "One moment, I am looking at what you have asked me for and do it now.".split(" ");
const DONE =
  "All of that is done, and each of these can be taken back with one word whenever you like.".split(" ");

export async function startSlowModel(): Promise<SlowModel> {
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { messages } = JSON.parse(body) as { messages: Message[] };
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.on("error", () => {});
    await answer(response, callsLeft(messages));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** What the last message asks for and the conversation shows no result of. */
function callsLeft(messages: Message[]): Call[] {
  const last = messages.findLastIndex(({ role }) => role === "user");
  const asked = textOf(messages[last]?.content).split("\n").flatMap(toCall);
  const answered = new Set(messages.map(({ tool_call_id }) => tool_call_id));
  const done = messages
    .slice(last + 1)
    .flatMap(({ tool_calls = [] }) => tool_calls)
    .filter(({ id }) => answered.has(id))
    .map(({ function: { name, arguments: given } }) => keyOf({ name, arguments: JSON.parse(given) }));
  return asked.filter((call) => !done.includes(keyOf(call)));
}

/** By what it is about, since a server may add to the arguments. */
const keyOf = ({ name, arguments: { title, task_id, task_ids } }: Call) =>
  `${name} ${JSON.stringify(title ?? task_id ?? task_ids)}`;

function toCall(line: string): Call[] {
  const [, word, rest] = /^(add|complete|complete all|delete): (.+)$/.exec(line) ?? [];
  if (!word || !rest) return [];
  if (word === "add") return [{ name: "add_task", arguments: { title: rest } }];
  if (word === "complete all") return [{ name: "complete_tasks", arguments: { task_ids: rest.split(" ") } }];
  return [{ name: `${word}_task`, arguments: { task_id: rest } }];
}

const textOf = (content: unknown): string =>
  typeof content === "string"
    ? content
    : Array.isArray(content)
      ? content.map((part: { text?: string }) => part.text ?? "").join("")
      : "";

async function answer(response: ServerResponse, calls: Call[]) {
  const send = (more: object) =>
    response.write(
      `data: ${JSON.stringify({ id: "completion", object: "chat.completion.chunk", created: 0, model: "slow", ...more })}\n\n`,
    );
  const say = (delta: object, finish_reason: string | null = null) =>
    send({ choices: [{ index: 0, delta, finish_reason }] });

  for (const word of calls.length > 0 ? THINKING : DONE) {
    say({ role: "assistant", content: `${word} ` });
    await sleep(WORD_MS);
    if (response.destroyed) return;
  }
  for (const [index, call] of calls.entries()) {
    const id = `call_${randomUUID().slice(0, 12)}`;
    const text = JSON.stringify(call.arguments);
    say({ tool_calls: [{ index, id, type: "function", function: { name: call.name, arguments: "" } }] });
    await sleep(WORD_MS);
    say({ tool_calls: [{ index, function: { arguments: text } }] });
  }
  say({}, calls.length > 0 ? "tool_calls" : "stop");
  send({ choices: [], usage: { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 } });
  response.end("data: [DONE]\n\n");
}
