/**
 * createClient(): the contract as typed calls over fetch. It needs the route
 * table alone, so a browser that uses it downloads no schema.
 */
import { attempt, newKey } from "./attempts.ts";
import type { ApprovalDecision, ChatAnswer, ChatRequest, LiveEvent, LiveNotice, SentEvent } from "./chat.ts";
import type { InputOf, OutputOf } from "./contract.ts";
import { AppError, type Problem } from "./errors.ts";
import { type OperationName, routes } from "./routes.ts";
import { readEvents, type ServerSentEvent } from "./server-sent-events.ts";

export interface ClientOptions {
  /** Origin of the server, without a path; empty in a browser. */
  baseUrl: string;
  fetch?: typeof fetch;
  /** Sent with every request: authorization, cookies, `todo-client`. */
  headers?: Record<string, string> | (() => Record<string, string>);
  /** How often a request is sent again that got no answer, or `unavailable`. Default: never. */
  retries?: number;
}

export interface CallOptions {
  signal?: AbortSignal;
  /** Makes a repeated write safe for 24 hours. With `retries` each write has one of its own. */
  idempotencyKey?: string;
}

/** The contract's operations alone, without what streams. */
export type Operations = {
  [Name in OperationName]: (
    ...args: Record<never, never> extends InputOf<Name>
      ? [input?: InputOf<Name>, options?: CallOptions]
      : [input: InputOf<Name>, options?: CallOptions]
  ) => Promise<OutputOf<Name>>;
};

export interface Client extends Operations {
  chat(request: ChatRequest, options?: CallOptions): Promise<ChatAnswer>;
  streamChat(request: ChatRequest, options?: CallOptions): AsyncGenerator<SentEvent>;
  answerApproval(id: string, decision: ApprovalDecision, options?: CallOptions): Promise<ChatAnswer>;
  streamApproval(id: string, decision: ApprovalDecision, options?: CallOptions): AsyncGenerator<SentEvent>;
  cancelRun(id: string): Promise<void>;
  retryRun(id: string, options?: CallOptions): AsyncGenerator<SentEvent>;
  /** What a run told after an event's number, and tells from now on; nothing when it has ended or waits. */
  runEvents(id: string, options?: CallOptions & { after?: number }): AsyncGenerator<SentEvent>;
  live(options?: LiveOptions): AsyncGenerator<LiveEvent>;
}

export interface LiveOptions extends CallOptions {
  /** The last `seq` that was seen. */
  after?: number;
  /** When somebody here last heard the stream, ms since 1970: what was told since is told now. */
  heardAt?: number | undefined;
  /** Told of each reminder and digest once, however often this client's stream begins anew. */
  onNotice?: (notice: LiveNotice) => void;
}

/** Ids of notices that a client remembers. */
const NOTICES_KNOWN = 1_000;
/** A stream may be dead for so long before it is noticed. */
const UNNOTICED_MS = 30_000;
/** In seconds. */
const missedSince = (endedAt: number) => Math.ceil((Date.now() - endedAt + UNNOTICED_MS) / 1_000);

export function createClient({
  baseUrl,
  fetch: send = fetch,
  headers = {},
  retries = 0,
}: ClientOptions): Client {
  const lost = (cause: unknown) =>
    new AppError("unavailable", `${baseUrl || "The server"} can't be reached. Check that it is running.`, {
      cause,
    });

  /** Sends, and reads the answer: a connection may be lost in either. */
  const request = <Answer>(
    method: string,
    path: string,
    given: CallOptions & { body?: unknown; accept?: string },
    read: (response: Response) => Answer | Promise<Answer>,
  ): Promise<Answer> => {
    const { signal } = given;
    const isWrite = method !== "GET" && retries > 0;
    const options = isWrite ? { idempotencyKey: newKey(), ...given } : given;
    const call = async () => {
      const response = await sendOnce(method, path, options);
      return Promise.resolve(read(response)).catch((error: unknown) => {
        if (signal?.aborted || error instanceof SyntaxError) throw error;
        throw lost(error);
      });
    };
    return attempt(call, { retries, signal });
  };

  const sendOnce = async (
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
      throw lost(error);
    });
    if (!response.ok) throw await errorOf(response);
    return response;
  };

  const stream = async function* (
    method: string,
    path: string,
    options: CallOptions & { body?: unknown },
  ): AsyncGenerator<ServerSentEvent> {
    const accept = "text/event-stream";
    const body = await request(method, path, { ...options, accept }, (response) => response.body);
    if (body) yield* readEvents(body);
  };

  const streamRun = async function* (...given: Parameters<typeof stream>): AsyncGenerator<SentEvent> {
    for await (const { id, data } of stream(...given)) yield { ...JSON.parse(data), seq: Number(id) };
  };

  const told = new Set<string>();
  let endedAt: number | undefined;
  const streamChanges = async function* ({
    after,
    heardAt,
    onNotice,
    ...options
  }: LiveOptions): AsyncGenerator<LiveEvent> {
    const heard = endedAt ?? heardAt;
    const query = queryOf({ after, missed: heard && missedSince(heard) });
    try {
      for await (const { event, data } of stream("GET", `/live${query}`, options)) {
        endedAt = Date.now();
        if (event !== "notice") yield JSON.parse(data);
        else tell(JSON.parse(data), onNotice);
      }
    } finally {
      if (endedAt) endedAt = Date.now();
    }
  };

  const tell = (notice: LiveNotice, onNotice: LiveOptions["onNotice"]) => {
    if (told.has(notice.id)) return;
    told.add(notice.id);
    if (told.size > NOTICES_KNOWN) told.delete([...told][0]!);
    onNotice?.(notice);
  };

  const json = (response: Response) => response.json();
  const call = (name: OperationName, input: Record<string, unknown>, options: CallOptions) => {
    const { method, path, rest } = place(name, input);
    return method === "GET" || method === "DELETE"
      ? request(method, path + queryOf(rest), options, json)
      : request(method, path, { ...options, body: rest }, json);
  };

  const operations = Object.fromEntries(
    (Object.keys(routes) as OperationName[]).map((name) => [
      name,
      (input: Record<string, unknown> = {}, options: CallOptions = {}) => call(name, input, options),
    ]),
  ) as unknown as Operations;

  return {
    ...operations,
    chat: (body, options = {}) => request("POST", "/chat", { ...options, body }, json),
    streamChat: (body, options = {}) => streamRun("POST", "/chat", { ...options, body }),
    answerApproval: (id, body, options = {}) =>
      request("POST", `/approvals/${id}`, { ...options, body }, json),
    streamApproval: (id, body, options = {}) => streamRun("POST", `/approvals/${id}`, { ...options, body }),
    cancelRun: async (id) => void (await request("POST", `/runs/${id}/cancel`, { body: {} }, json)),
    retryRun: (id, options = {}) => streamRun("POST", `/runs/${id}/retry`, { ...options, body: {} }),
    runEvents: (id, { after = 0, ...options } = {}) =>
      streamRun("GET", `/runs/${id}/events?after=${after}`, options),
    live: (options = {}) => streamChanges(options),
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
  if (problem?.code && problem.detail) return AppError.fromProblem(problem as Problem, secondsOf(response));
  if (response.status === 401) return new AppError("unauthenticated", "Sign in first.");
  return new AppError("unavailable", `The server answered ${response.status} without saying why. Try again.`);
}

/** `Retry-After` as seconds; as a date, which this server doesn't send, it is passed over. */
function secondsOf({ headers }: Response): number | undefined {
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
}
