/** REST: every operation at its route. Path, query and body become one input; the road does the rest. */
import { createHash } from "node:crypto";
import { AppError, invalid } from "@todo/contract";
import { Hono, type Context as HonoContext } from "hono";
import type { Context } from "../operations/context.ts";
import { type BoundOperation, JsonText } from "../operations/implement.ts";
import type { Runner } from "../operations/run.ts";
import { readJson } from "./body.ts";
import { queryReader } from "./query.ts";

export interface RestRoutes {
  runner: Runner;
  contextOf(c: HonoContext): Promise<Context>;
}

const MAX_KEY_LENGTH = 255;

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
      const input = joinInput(operation, given, c.req.param());
      const idempotency = operation.method === "POST" ? idempotencyOf(c, operation, input) : undefined;
      const answer = await runner.run(
        operation.name,
        input,
        idempotency ? { ...context, idempotency } : context,
      );
      return json(answer, status);
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
  return new Response(body, { status, headers: jsonHeaders });
}

const createdBy = ({ name }: BoundOperation) => name.startsWith("add_") || name.startsWith("create_");

function joinInput(operation: BoundOperation, given: unknown, path: Record<string, string>): unknown {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw invalid("", "Send a JSON object.");
  }
  const twice = operation.pathFields.find((field) => field in given);
  if (twice) throw invalid(twice, "This stands in the path already; leave it out of the rest.");
  return { ...given, ...path };
}

function idempotencyOf(c: HonoContext, operation: BoundOperation, input: unknown) {
  const key = c.req.header("idempotency-key");
  if (key === undefined) return undefined;
  if (key === "" || key.length > MAX_KEY_LENGTH) {
    throw new AppError("malformed_request", `An Idempotency-Key has 1 to ${MAX_KEY_LENGTH} characters.`);
  }
  const body_hash = createHash("sha256").update(JSON.stringify(input)).digest("hex");
  return { key, route: operation.name, body_hash };
}
