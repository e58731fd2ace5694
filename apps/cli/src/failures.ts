/**
 * How this program fails: which number it exits with, and what it advises.
 * The sentences come from whoever threw the error.
 */
import { AppError } from "@todo/contract/errors";
import { DeployError } from "./deploy/trouble.ts";

export const exitCodes = {
  ok: 0,
  refused: 1,
  usage: 2,
  access: 3,
  unreachable: 4,
  interrupted: 130,
} as const;

/** The command was written wrongly; the server was not asked. */
export class UsageError extends AppError {
  override name = "UsageError";

  constructor(message: string) {
    super("malformed_request", message);
  }
}

/** The server doesn't know this e-mail address with this password. */
export class SignInRefused extends AppError {
  override name = "SignInRefused";

  constructor(message: string) {
    super("unauthenticated", message);
  }
}

/** The person pressed Ctrl+C or closed a question. */
export class Interrupted extends Error {
  override name = "Interrupted";
}

export function exitCodeOf(error: unknown): number {
  if (error instanceof Interrupted) return exitCodes.interrupted;
  if (error instanceof UsageError) return exitCodes.usage;
  if (!(error instanceof AppError)) return exitCodes.refused;
  if (error.code === "unauthenticated" || error.code === "forbidden") return exitCodes.access;
  return error.code === "unavailable" ? exitCodes.unreachable : exitCodes.refused;
}

/** What to do next, unless the sentence of the error already says so. */
export function adviceFor(error: AppError): string | undefined {
  if (error instanceof UsageError || error instanceof DeployError) return undefined;
  if (error instanceof SignInRefused) return "Check both, or create an account: `todo login --sign-up`.";
  switch (error.code) {
    case "unauthenticated":
      return "Run `todo login`.";
    case "forbidden":
      return "Use a key with a wider scope, or sign in yourself: `todo login`.";
    case "unavailable":
      return "`todo doctor` looks for the reason; `todo start` runs a server on this machine.";
    case "not_found":
      return error.params.kind === "task" ? "`todo list --all` shows the numbers." : undefined;
    case "undo_conflict":
      return "`todo history` shows what was changed since.";
    default:
      return undefined;
  }
}
