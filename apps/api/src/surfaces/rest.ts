/** REST: every operation at its route. Path, query and body become one input; the road does the rest. */
import { invalid } from "@todo/contract";
import { Hono, type Context as HonoContext } from "hono";
import type { Context } from "../operations/context.ts";
import { type BoundOperation, JsonText } from "../operations/implement.ts";
import type { Runner } from "../operations/run.ts";
import { readJson } from "./body.ts";
import { idempotencyOf } from "./idempotency-key.ts";
import { entityTag, withIfMatch } from "./preconditions.ts";
import { queryReader } from "./query.ts";

export interface RestRoutes {
  runner: Runner;
  contextOf(c: HonoContext): Promise<Context>;
}

export function restRoutes({ runner, contextOf }: RestRoutes): Hono {
  const routes = new Hono();
  for (const operation of runner.operations) {
    const path = `/api${operation.path.replace(/\{(\w+)\}/g, ":$1")}`;
    const readQuery = queryReader(operation.input);
    const takesBody = operation.method === "POST" || operation.method === "PATCH";
    const status = createdBy(operation) ? 201 : 200;

    routes.on(operation.method, path, async (c) => {
      const context = await contextOf(c);
      const given = takesBody ? await readJson(c) : readQuery(new URL(c.req.url).searchParams);
      const input = withIfMatch(c, operation, joinInput(operation, given, c.req.param()));
      const key = operation.effect === "read" ? undefined : c.req.header("idempotency-key");
      const keyed = { ...context, ...idempotencyOf(key, operation.name, input) };
      return json(await runner.run(operation.name, input, keyed), status);
    });
  }
  return routes;
}

const jsonHeaders = {
  "content-type": "application/json",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
};

/** JSON that PostgreSQL wrote goes out as it is. */
export function json(answer: unknown, status = 200): Response {
  const body = answer instanceof JsonText ? answer.text : JSON.stringify(answer);
  return new Response(body, { status, headers: { ...jsonHeaders, ...entityTag(answer) } });
}

const createdBy = ({ name }: BoundOperation) => name.startsWith("add_") || name.startsWith("create_");

function joinInput(operation: BoundOperation, given: unknown, path: Record<string, string>): object {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw invalid("", "Send a JSON object.");
  }
  const twice = operation.pathFields.find((field) => field in given);
  if (twice) throw invalid(twice, "This stands in the path already; leave it out of the rest.");
  return { ...given, ...path };
}
