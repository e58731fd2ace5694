/** Errors as problem details (RFC 9457). What isn't an AppError is ours: logged with its stack, told without. */
import { AppError } from "@todo/contract";
import type { Context as HonoContext, MiddlewareHandler } from "hono";
import { hasMetTrouble, noticeTrouble } from "../db/trouble.ts";
import { unavailable } from "../operations/database-trouble.ts";

type Report = (error: unknown) => void;

export function problemResponse(error: unknown, c: HonoContext, report: Report): Response {
  const effect = c.req.method === "GET" || c.req.method === "HEAD" ? "read" : "write";
  const known = error instanceof AppError ? error : unavailable(error, effect);
  // A library made an error of its own from it: tellTrouble answers for both, and the log has it.
  if (!known && !hasMetTrouble()) report(error);
  const told =
    known ??
    new AppError(
      "internal",
      "Something went wrong on our side. Nothing was changed; try again, or look at the log.",
    );
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" });
  if (told.retryAfterSeconds !== undefined) headers.set("retry-after", String(told.retryAfterSeconds));
  if (told.code === "unauthenticated") headers.set("www-authenticate", "Bearer");
  if (told.code === "method_not_allowed") headers.set("allow", String(told.params.allow));
  return new Response(JSON.stringify(told.toProblem()), { status: told.status, headers });
}

/**
 * Accounts are looked up by a library that answers trouble with the database
 * as its own failure, or as a credential that it doesn't know. Both are
 * `unavailable`: a person isn't signed out because the database is away.
 */
export const tellTrouble =
  (report: Report): MiddlewareHandler =>
  async (c, next) => {
    const trouble = await noticeTrouble(next);
    if (!trouble || (c.res.status !== 401 && c.res.status !== 500)) return;
    // Taken away first, or its headers would be kept.
    c.res = undefined;
    c.res = problemResponse(trouble, c, report);
  };
