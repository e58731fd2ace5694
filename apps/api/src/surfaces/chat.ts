/** Talking to the assistant: the routes that are written by hand, since they stream. */
import { ApprovalDecision, ChatRequest, notFound } from "@todo/contract";
import { type Context as Call, Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { z } from "zod";
import { type Assistant, lastWord, type RunEvents } from "../assistant/assistant.ts";
import type { Context } from "../operations/context.ts";
import { validationError } from "../operations/run.ts";
import { readJson } from "./body.ts";

export interface ChatRoutes {
  assistant: Assistant;
  /** Who calls; throws unauthenticated. */
  contextOf(call: Call): Promise<Context>;
}

export function chatRoutes({ assistant, contextOf }: ChatRoutes) {
  return new Hono()
    .post("/api/chat", async (c) => {
      const context = await contextOf(c);
      return answer(c, await assistant.chat(context, parse(ChatRequest, await readJson(c))));
    })
    .post("/api/approvals/:id", async (c) => {
      const context = await contextOf(c);
      const decision = parse(ApprovalDecision, await readJson(c));
      return answer(c, await assistant.answerApproval(context, idOf(c, "approval"), decision));
    })
    .post("/api/runs/:id/retry", async (c) =>
      answer(c, await assistant.retry(await contextOf(c), idOf(c, "run"))),
    )
    .post("/api/runs/:id/cancel", async (c) =>
      c.json(await assistant.cancel(await contextOf(c), idOf(c, "run"))),
    );
}

const ALIVE_MS = 15_000;

/** A stream for whoever asks for one, else the answer as a whole. */
async function answer(c: Call, events: RunEvents): Promise<Response> {
  if (!c.req.header("accept")?.includes("text/event-stream")) return c.json(await lastWord(events));
  const response = streamSSE(c, async (stream) => {
    // A comment now and then, so that nothing between here and the reader takes silence for the end.
    const alive = setInterval(() => void stream.write(": still here\n\n"), ALIVE_MS);
    try {
      for await (const { id, event } of events) {
        if (stream.aborted) return;
        await stream.writeSSE({ id: String(id), event: event.type, data: JSON.stringify(event) });
      }
    } finally {
      clearInterval(alive);
    }
  });
  // Without it a proxy that compresses holds the events back. streamSSE sets a value of its own, on the context
  // too, whose headers win where another middleware (CORS) has touched them.
  c.header("cache-control", "no-cache, no-transform");
  response.headers.set("cache-control", "no-cache, no-transform");
  return response;
}

function parse<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const { data, error } = schema.safeParse(body);
  if (error) throw validationError(error);
  return data;
}

function idOf(c: Call, kind: string): string {
  const id = c.req.param("id")!;
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw notFound(kind, id);
  return id;
}
