/** Structured logs: one JSON object a line on standard output. Secrets are cut out by name, wherever they stand. */
import { pino } from "pino";

export type Log = ReturnType<typeof createLog>;

const SECRETS = ["authorization", "cookie", "password", "token", "apiKey", "key", "secret", "set-auth-token"];

export function createLog(level: string) {
  return pino({
    level,
    base: { service: "todo-backend" },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: SECRETS.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
      censor: "[redacted]",
    },
  });
}
