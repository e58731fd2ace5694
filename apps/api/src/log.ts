/**
 * Structured logs: one JSON object a line on standard output. Secrets are cut
 * out by name wherever they stand, and out of texts by how they look. Of an
 * error only what explains it is told: a database's error quotes rows.
 */
import { type DestinationStream, destination, pino } from "pino";
import { scrubbed } from "./scrub.ts";

export type Log = ReturnType<typeof createLog>;

const SECRETS = ["authorization", "cookie", "password", "token", "apiKey", "key", "secret", "set-auth-token"];

/** Lines go out in bunches: a write for each request would cost more than the request's own work. */
const output = destination({ sync: false, minLength: 4096, periodicFlush: 500 });

export function createLog(level: string, to: DestinationStream = output) {
  const options = {
    level,
    base: { service: "todo-backend" },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError },
    redact: {
      paths: SECRETS.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
      censor: "[redacted]",
    },
    hooks: {
      logMethod(this: pino.Logger, given: Parameters<pino.LogFn>, write: pino.LogFn) {
        const [first, second, ...rest] = given;
        if (typeof first === "string") write.call(this, scrubbed(first));
        else write.call(this, first, second && scrubbed(second), ...rest);
      },
    },
  };
  return pino(options, to);
}

interface DescribedError {
  type: string;
  message: string;
  stack?: string;
  code?: string;
  cause?: DescribedError;
}

function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: scrubbed(String(error)) };
  return {
    type: error.name,
    message: scrubbed(error.message),
    ...(error.stack && { stack: scrubbed(error.stack) }),
    ...("code" in error && typeof error.code === "string" && { code: error.code }),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

/** Writes what is still held back; for the moment before the process ends. */
export function flushLog(): void {
  try {
    output.flushSync();
  } catch {
    // Nothing was written yet, so there is nothing to flush.
  }
}
