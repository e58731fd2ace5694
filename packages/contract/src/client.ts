/**
 * createClient(): the contract as typed calls over fetch. It needs the route
 * table alone, so a browser that uses it downloads no schema.
 */
import type { ApprovalDecision, ChatAnswer, ChatEvent, ChatRequest, LiveEvent } from "./chat.ts";
import type { InputOf, OutputOf } from "./contract.ts";
import { AppError, type Problem } from "./errors.ts";
import { type OperationName, routes } from "./routes.ts";
import { readEvents } from "./server-sent-events.ts";

export interface ClientOptions {
  /** Origin of the server, without a path; empty in a browser. */
  baseUrl: string;
  fetch?: typeof fetch;
  /** Sent with every request: authorization, cookies, `todo-client`. */
  headers?: Record<string, string> | (() => Record<string, string>);
}

export interface CallOptions {
  signal?: AbortSignal;
  /** Makes a repeated POST safe for 24 hours. */
  idempotencyKey?: string;
}

type Operations = {
  [Name in OperationName]: (
    ...args: Record<never, never> extends InputOf<Name>
      ? [input?: InputOf<Name>, options?: CallOptions]
      : [input: InputOf<Name>, options?: CallOptions]
  ) => Promise<OutputOf<Name>>;
};

export interface Client extends Operations {
  chat(request: ChatRequest, options?: CallOptions): Promise<ChatAnswer>;
  streamChat(request: ChatRequest, options?: CallOptions): AsyncGenerator<ChatEvent>;
  answerApproval(id: string, decision: ApprovalDecision, options?: CallOptions): Promise<ChatAnswer>;
  streamApproval(id: string, decision: ApprovalDecision, options?: CallOptions): AsyncGenerator<ChatEvent>;
  cancelRun(id: string): Promise<void>;
  retryRun(id: string, options?: CallOptions): AsyncGenerator<ChatEvent>;
  live(options?: CallOptions & { after?: number }): AsyncGenerator<LiveEvent>;
}

export function createClient({ baseUrl, fetch: send = fetch, headers = {} }: ClientOptions): Client {
  const request = async (
    method: string,
    path: string,
    options: CallOptions & { body?: unknown; accept?: string },
  ) => {
    const sent = new Headers(typeof headers === "function" ? headers() : headers);
    sent.set("accept", options.accept ?? "application/json");
    if (options.idempotencyKey) sent.set("idempotency-key", options.idempotencyKey);
    const init: RequestInit = { method, headers: sent };
    if (options.signal) init.signal = options.signal;
    if (options.body !== undefined) {
      sent.set("content-type", "application/json");
      init.body = JSON.stringify(options.body);
    }
    const response = await send(`${baseUrl}/api${path}`, init).catch((error: unknown) => {
      if (options.signal?.aborted) throw error;
      throw new AppError("unavailable", "The server can't be reached. Check that it is running.", {
        cause: error,
      });
    });
    if (!response.ok) throw await errorOf(response);
    return response;
  };

  const stream = async function* <Event>(
    method: string,
    path: string,
    options: CallOptions & { body?: unknown },
  ): AsyncGenerator<Event> {
    const response = await request(method, path, { ...options, accept: "text/event-stream" });
    for await (const { data } of readEvents(response.body!)) yield JSON.parse(data) as Event;
  };

  const call = async (name: OperationName, input: Record<string, unknown>, options: CallOptions) => {
    const { method, path, rest } = place(name, input);
    const response = await (method === "GET" || method === "DELETE"
      ? request(method, path + queryOf(rest), options)
      : request(method, path, { ...options, body: rest }));
    return response.json();
  };

  const operations = Object.fromEntries(
    (Object.keys(routes) as OperationName[]).map((name) => [
      name,
      (input: Record<string, unknown> = {}, options: CallOptions = {}) => call(name, input, options),
    ]),
  ) as unknown as Operations;

  return {
    ...operations,
    chat: async (body, options = {}) => (await request("POST", "/chat", { ...options, body })).json(),
    streamChat: (body, options = {}) => stream<ChatEvent>("POST", "/chat", { ...options, body }),
    answerApproval: async (id, body, options = {}) =>
      (await request("POST", `/approvals/${id}`, { ...options, body })).json(),
    streamApproval: (id, body, options = {}) =>
      stream<ChatEvent>("POST", `/approvals/${id}`, { ...options, body }),
    cancelRun: async (id) => void (await request("POST", `/runs/${id}/cancel`, { body: {} })),
    retryRun: (id, options = {}) => stream<ChatEvent>("POST", `/runs/${id}/retry`, { ...options, body: {} }),
    live: ({ after, ...options } = {}) =>
      stream<LiveEvent>("GET", after === undefined ? "/live" : `/live?after=${after}`, options),
  };
}

/** Splits an operation's input into its path and what remains for query or body. */
function place(name: OperationName, input: Record<string, unknown>) {
  const [method, template] = routes[name].split(" ") as [string, string];
  const rest = { ...input };
  const path = template.replace(/\{(\w+)\}/g, (_, field: string) => {
    const value = rest[field];
    delete rest[field];
    return encodeURIComponent(String(value));
  });
  return { method, path, rest };
}

function queryOf(input: Record<string, unknown>) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) query.append(name, String(one));
  }
  return query.size > 0 ? `?${query}` : "";
}

async function errorOf(response: Response): Promise<AppError> {
  const problem = (await response.json().catch(() => undefined)) as Partial<Problem> | undefined;
  if (problem?.code && problem.detail) return AppError.fromProblem(problem as Problem);
  if (response.status === 401) return new AppError("unauthenticated", "Sign in first.");
  return new AppError("unavailable", `The server answered ${response.status} without saying why. Try again.`);
}
