/** Errors as problem details (RFC 9457). What isn't an AppError is ours: logged with its stack, told without. */
import { AppError } from "@todo/contract";

export function problemResponse(error: unknown, report: (error: unknown) => void): Response {
  const known = error instanceof AppError ? error : undefined;
  if (!known) report(error);
  const told =
    known ??
    new AppError(
      "internal",
      "Something went wrong on our side. Nothing was changed; try again, or look at the log.",
    );
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" });
  if (told.retryAfterSeconds !== undefined) headers.set("retry-after", String(told.retryAfterSeconds));
  if (told.code === "unauthenticated") headers.set("www-authenticate", "Bearer");
  return new Response(JSON.stringify(told.toProblem()), { status: told.status, headers });
}
