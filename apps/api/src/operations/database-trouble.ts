/** Says what an error of the database means for the caller: try again soon, whether the change may have happened, a name that is taken. */
import { AppError } from "@todo/contract";
import pg from "pg";
import { DatabaseTrouble } from "../db/trouble.ts";

const RETRY_AFTER_SECONDS = 2;

/** The error to tell instead of trouble with the database; nothing when it is another error. */
export function unavailable(error: unknown, effect: "read" | "write"): AppError | undefined {
  if (!(error instanceof DatabaseTrouble)) return undefined;
  const unknown = effect === "write" && error.mayHaveHappened;
  const sentence = unknown
    ? "The database didn't answer in time, so this may have happened or not. Send it again with the same Idempotency-Key: it is done once. Without a key, look first."
    : "The database doesn't answer. Nothing was changed; try again in a moment.";
  return new AppError("unavailable", sentence, {
    cause: error,
    retryAfterSeconds: RETRY_AFTER_SECONDS,
    ...(unknown && { params: { may_have_happened: true } }),
  });
}

const UNIQUE_VIOLATION = "23505";
const NAMES: Record<string, string> = { lists_name: "list", labels_name: "label", filters_name: "filter" };

/**
 * A name that the database holds to be the same as another's, though it isn't
 * to JavaScript: they don't agree on every letter's small form.
 */
export function nameTaken(error: unknown): AppError | undefined {
  if (!(error instanceof pg.DatabaseError) || error.code !== UNIQUE_VIOLATION) return undefined;
  const kind = NAMES[error.constraint ?? ""];
  if (!kind) return undefined;
  return new AppError("already_exists", `There is already a ${kind} with such a name. Choose another one.`, {
    cause: error,
    params: { kind },
  });
}
