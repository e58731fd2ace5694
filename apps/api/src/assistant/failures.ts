/** What went wrong with a model, as a code for programs and a kind sentence for the person. */
import { AppError, type ErrorCode } from "@todo/contract";
import type { Words } from "../words/words.ts";
import { ModelHung } from "./watched-model.ts";

export interface Failure {
  code: ErrorCode;
  message: string;
}

export function failureOf(thrown: unknown, { failures }: Words): Failure {
  // The SDK wraps what a tool threw.
  const { error = thrown } = (thrown ?? {}) as { error?: unknown };
  if (error instanceof AppError) return { code: error.code, message: error.message };
  const kind = kindOf(error);
  return { code: kind === "timeout" ? "model_timeout" : "model_failed", message: failures[kind] };
}

/** Of what a model or its client threw. */
export function kindOf(error: unknown): keyof Words["failures"] {
  const {
    status,
    name = "",
    message = "",
  } = (error ?? {}) as { status?: unknown; name?: string; message?: string };
  if (error instanceof ModelHung || /timed? ?out/i.test(`${name} ${message}`)) return "timeout";
  if (status === 401 || status === 403) return "refused";
  if (status === 429) return "busy";
  if (/connection|fetch failed|ECONN|ENOTFOUND/i.test(`${name} ${message}`)) return "unreachable";
  if (/max turns/i.test(message) || name === "MaxTurnsExceededError") return "lost";
  return "failed";
}
