/** A line for each request: what was asked, how it ended, how long it took. Probes are for debugging alone. */
import type { MiddlewareHandler } from "hono";
import type { Log } from "../log.ts";
import { scrubbed } from "../scrub.ts";

const probes = new Set(["/health", "/ready", "/metrics", "/api/health"]);

export function logRequests(log: Log): MiddlewareHandler {
  // Only the path could hold a secret; looking for one by name would cost more than the line.
  const lines = log.child({}, { redact: [] });
  return async (c, next) => {
    const started = performance.now();
    await next();
    const line = {
      method: c.req.method,
      path: scrubbed(c.req.path),
      status: c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
    };
    if (probes.has(line.path)) lines.debug(line, "request");
    else lines.info(line, "request");
  };
}
