/** Talking to the assistant: the routes that are written by hand, since they stream. */
import { ApprovalDecision, ChatRequest, Id, invalid, notFound } from "@todo/contract";
import { type Context as Call, Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { OpenStream, OpenStreams } from "../access/open-streams.ts";
import { type Assistant, type Events, lastWord } from "../assistant/assistant.ts";
import type { Context } from "../operations/context.ts";
import { parse, requireScope } from "../operations/run.ts";
import { readJson } from "./body.ts";
import { farewell } from "./farewell.ts";
import { idempotencyOf } from "./idempotency-key.ts";

export interface ChatRoutes {
  assistant: Assistant;
  streams: OpenStreams;
  /** Who calls; throws unauthenticated. */
  contextOf(call: Call): Promise<Context>;
  /** Aborted when the process stops: readers then go on at another one. */
  ending: AbortSignal;
}

const ALIVE_MS = 15_000;
/** The largest number that an event may have. */
const MOST_EVENTS = 2_147_483_647;

export function chatRoutes({ assistant, streams, contextOf, ending }: ChatRoutes) {
  /** A stream for whoever asks for one, else the answer as a whole. */
  const answer = async (c: Call, context: Context, begin: () => Promise<Events>): Promise<Response> => {
    if (!c.req.header("accept")?.includes("text/event-stream")) return c.json(await lastWord(await begin()));
    const open = await streams.open(context.actor);
    const events = await begin().catch((error: unknown) => {
      open.release();
      throw error;
    });
    return stream(c, events, ending, open);
  };
  const withKey = (c: Call, context: Context, route: string, input: unknown): Context => ({
    ...context,
    ...idempotencyOf(c.req.header("idempotency-key"), route, input),
  });

  return new Hono()
    .post("/api/chat", async (c) => {
      const caller = await contextOf(c);
      const request = parse(ChatRequest, await readJson(c));
      const context = withKey(c, caller, "chat", request);
      return answer(c, context, () => assistant.chat(context, request));
    })
    .post("/api/approvals/:id", async (c) => {
      const caller = await contextOf(c);
      const decision = parse(ApprovalDecision, await readJson(c));
      const id = idOf(c, "approval");
      const context = withKey(c, caller, "answer_approval", { id, ...decision });
      return answer(c, context, () => assistant.answerApproval(context, id, decision));
    })
    .post("/api/runs/:id/retry", async (c) => {
      const caller = await contextOf(c);
      const id = idOf(c, "run");
      const context = withKey(c, caller, "retry_run", { id });
      return answer(c, context, () => assistant.retry(context, id));
    })
    .post("/api/runs/:id/cancel", async (c) =>
      c.json(await assistant.cancel(await contextOf(c), idOf(c, "run"))),
    )
    .get("/api/runs/:id/events", async (c) => {
      const context = await contextOf(c);
      requireScope(context.actor, "read");
      const events = await assistant.events(context, idOf(c, "run"), afterOf(c));
      // Nothing more will come: at this status a browser doesn't ask again by itself.
      if (!events) return c.body(null, 204);
      return stream(c, events, ending, await streams.open(context.actor));
    });
}

/** Ends with the run, its reader, the reader's credential, or this process: then the reader goes on at another one. */
function stream(c: Call, events: Events, ending: AbortSignal, { ended, release }: OpenStream): Response {
  const response = streamSSE(c, async (sse) => {
    const gone = new AbortController();
    sse.onAbort(() => gone.abort());
    // A comment now and then, so that nothing between here and the reader takes silence for the end.
    const alive = setInterval(() => void sse.write(": still here\n\n"), ALIVE_MS);
    try {
      const signal = AbortSignal.any([gone.signal, ended, ending]);
      for await (const { id, event } of events({ signal, patient: true })) {
        await sse.writeSSE({ id: String(id), event: event.type, data: JSON.stringify(event) });
      }
      if (ending.aborted) await sse.write(farewell());
    } finally {
      clearInterval(alive);
      release();
    }
  });
  // streamSSE sets headers of its own, on the context too, whose headers win where another middleware (CORS) has
  // touched them.
  for (const [name, value] of unbuffered) {
    c.header(name, value);
    response.headers.set(name, value);
  }
  return response;
}

/** Without them a proxy that compresses, or one that buffers, holds the events back. */
const unbuffered = [
  ["cache-control", "no-cache, no-transform"],
  ["x-accel-buffering", "no"],
] as const;

/** The last event that the reader has. */
function afterOf(c: Call): number {
  const given = c.req.header("last-event-id") || c.req.query("after") || "0";
  const after = Number(given);
  if (/^\d+$/.test(given) && after <= MOST_EVENTS) return after;
  throw invalid("after", "Expected the number of the last event that was received, or none.");
}

function idOf(c: Call, kind: string): string {
  const id = c.req.param("id")!;
  if (!Id.safeParse(id).success) throw notFound(kind, id);
  return id;
}
