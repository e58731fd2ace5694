/** A request that no route takes: nothing is at its address, or what is takes other methods (RFC 9110, 15.5.6). */
import { AppError } from "@todo/contract";
import type { Context, Hono } from "hono";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** The error to answer it with. `params.allow` of `method_not_allowed` is what the header `Allow` says. */
export function notServed({ router }: Pick<Hono, "router">, { req }: Context): AppError {
  // What goes around every request is there for any method.
  const isServed = (method: string) =>
    router.match(method, req.path)[0].some(([[, route]]) => route.method === method);
  const served = METHODS.filter(isServed).flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : method));
  if (served.length === 0) return new AppError("not_found", `There is nothing at ${req.path}.`);
  const allow = served.join(", ");
  return new AppError("method_not_allowed", `${req.path} takes ${allow}, not ${req.method}.`, {
    params: { allow },
  });
}
