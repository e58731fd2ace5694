/** Structured logs: one JSON object a line on standard output. Secrets are cut out by name, wherever they stand. */
import { destination, pino } from "pino";

export type Log = ReturnType<typeof createLog>;

const SECRETS = ["authorization", "cookie", "password", "token", "apiKey", "key", "secret", "set-auth-token"];

/** Lines go out in bunches: a write for each request would cost more than the request's own work. */
const output = destination({ sync: false, minLength: 4096, periodicFlush: 500 });

export function createLog(level: string) {
  const options = {
    level,
    base: { service: "todo-backend" },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: {
      paths: SECRETS.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
      censor: "[redacted]",
    },
  };
  return pino(options, output);
}

/** Writes what is still held back; for the moment before the process ends. */
export function flushLog(): void {
  try {
    output.flushSync();
  } catch {
    // Nothing was written yet, so there is nothing to flush.
  }
}
