/**
 * How this program fails: which number it exits with, and what it advises.
 * The sentences come from whoever threw the error.
 */
import { AppError } from "@todo/contract/errors";
import { DeployError } from "./deploy/trouble.ts";
import { readEnvironment } from "./environment.ts";

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

/** The server doesn't know this e-mail address with this password, or this key. */
export class SignInRefused extends AppError {
  override name = "SignInRefused";
  readonly advice: string;

  constructor(message: string, advice = "Check both, or create an account: `todo login --sign-up`.") {
    super("unauthenticated", message);
    this.advice = advice;
  }
}

/** The answer goes on at the server, and can't be heard here any more. */
export class CutOff extends AppError {
  override name = "CutOff";

  /** `conversation`: its id, once the server has told it. */
  constructor(conversation: string | undefined, options: ErrorOptions = {}) {
    const where = conversation
      ? `It goes on at the server: \`todo get-conversation ${conversation}\` shows it once you can reach it.`
      : "`todo list-conversations` shows whether your message arrived.";
    super("unavailable", `The answer was cut off. ${where}`, options);
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
  if (error instanceof UsageError || error instanceof DeployError || error instanceof CutOff)
    return undefined;
  if (error instanceof SignInRefused) return error.advice;
  switch (error.code) {
    case "unauthenticated":
      return readEnvironment().token === undefined
        ? "Run `todo login`."
        : "It is what TODO_TOKEN holds: set another one there, or unset it and run `todo login`.";
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
