/** Prometheus metrics: how many requests, how they ended, how long they took; by route, never by person. */
import type { MiddlewareHandler } from "hono";
import { Hono } from "hono";
import { routePath } from "hono/route";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

export interface Metrics {
  measure: MiddlewareHandler;
  routes: Hono;
  /** Where others count what they do. */
  registry: Registry;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: "http_server_request_duration_seconds",
    help: "Time until the answer began",
    labelNames: ["http_request_method", "http_route", "http_response_status_code"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  return {
    registry,
    measure: async (c, next) => {
      const started = performance.now();
      await next();
      duration.observe(
        {
          http_request_method: c.req.method,
          http_route: routePath(c, -1),
          http_response_status_code: c.res.status,
        },
        (performance.now() - started) / 1000,
      );
    },
    routes: new Hono().get("/metrics", async (c) =>
      c.body(await registry.metrics(), 200, { "content-type": registry.contentType }),
    ),
  };
}
