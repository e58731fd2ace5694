/** A span for each request, continued from the caller's trace; mounted only where traces go somewhere. */
import { context, propagation, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import { scrubbed } from "../scrub.ts";

export const traceRequests: MiddlewareHandler = async (c, next) => {
  const tracer = trace.getTracer("todo-backend");
  const parent = propagation.extract(context.active(), c.req.header());
  const attributes = { "http.request.method": c.req.method, "url.path": scrubbed(c.req.path) };
  await tracer.startActiveSpan(c.req.method, { kind: SpanKind.SERVER, attributes }, parent, async (span) => {
    await next();
    const route = routePath(c, -1);
    span.updateName(`${c.req.method} ${route}`);
    span.setAttributes({ "http.route": route, "http.response.status_code": c.res.status });
    if (c.res.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  });
};
