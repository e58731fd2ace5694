/** An error, as one sentence and what to do next, or as problem details for programs. */
import { AppError } from "@todo/contract/errors";
import { adviceFor, exitCodeOf, Interrupted } from "../failures.ts";
import { harmless, note, paintNote } from "./terminal.ts";

/** Prints it to stderr and sets the exit code. */
export function showFailure(error: unknown, { json }: { json: boolean }): void {
  process.exitCode = exitCodeOf(error);
  if (error instanceof Interrupted) return;
  for (const line of json ? [JSON.stringify(problemOf(error), null, 2)] : linesOf(error)) note(line);
}

function linesOf(error: unknown): string[] {
  const sign = paintNote("red", "✗");
  if (!(error instanceof AppError)) return [`${sign} ${unexpected(error)}`];
  const advice = adviceFor(error);
  return [
    `${sign} ${harmless(asTyped(error))}${advice ? ` ${advice}` : ""}`,
    ...error.errors
      .filter(({ message }) => !error.message.includes(message))
      .map(({ path, message }) => `  ${path.replaceAll("_", "-")}: ${harmless(message)}`),
  ];
}

/** Fields are called as the options are. */
const asTyped = ({ message, errors }: AppError) =>
  errors.reduce(
    (sentence, { path }) => sentence.replace(`${path}: `, `${path.replaceAll("_", "-")}: `),
    message,
  );

const problemOf = (error: unknown) =>
  (error instanceof AppError ? error : new AppError("internal", unexpected(error))).toProblem();

const unexpected = (error: unknown) =>
  `Something unexpected happened: ${error instanceof Error ? error.message : String(error)}`;
