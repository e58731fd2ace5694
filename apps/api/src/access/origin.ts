/**
 * A cookie travels with every request a browser makes, from whichever page. So
 * a change that carries one, or that names its origin, must come from our own.
 */
import { AppError } from "@todo/contract";

/** Throws `forbidden`. A program that sends neither cookie nor Origin has no browser to trick, and passes. */
export function refuseForeignOrigin({ method, headers }: Request, origins: string[]): void {
  if (method === "GET" || method === "HEAD") return;
  const origin = headers.get("origin");
  if (origin === null ? headers.has("cookie") : !origins.includes(origin)) {
    throw new AppError("forbidden", "This request came from another site.");
  }
}
