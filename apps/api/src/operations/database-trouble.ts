/** Says what a failing database means for the caller: try again soon, when it is the database's side. */
import { AppError } from "@todo/contract";

/** Classes of SQLSTATE: connection, insufficient resources, operator intervention. Then Node's own words. */
const UNAVAILABLE = /^(08|53|57)|^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)$/;
const MESSAGES =
  /timeout exceeded when trying to connect|Connection terminated|Query read timeout|Cannot use a pool/;
/** Serialization failure and deadlock: nothing was done, and the same call may succeed. */
const RETRY = /^40/;

/** Rethrows; a database that can't be reached becomes `unavailable`. */
export function databaseTrouble(error: unknown): never {
  if (error instanceof AppError || !(error instanceof Error)) throw error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (UNAVAILABLE.test(code) || RETRY.test(code) || MESSAGES.test(error.message)) {
    throw new AppError(
      "unavailable",
      "The database doesn't answer. Nothing was changed; try again in a moment.",
      {
        cause: error,
        retryAfterSeconds: 2,
      },
    );
  }
  throw error;
}
