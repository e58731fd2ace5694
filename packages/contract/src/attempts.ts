/**
 * Asking again. A write whose connection was lost may have happened or not, so
 * every attempt at it carries the same Idempotency-Key and it happens once.
 */
import { AppError } from "./errors.ts";

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/** Calls until it isn't `unavailable` any more, at most `retries` times again. A server that says how long to wait is believed. */
export async function attempt<Answer>(
  call: () => Promise<Answer>,
  { retries, signal }: { retries: number; signal?: AbortSignal | undefined },
): Promise<Answer> {
  for (let made = 0; ; made++) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "unavailable" || made >= retries) throw error;
      await pause(backoffMs(made, (error.retryAfterSeconds ?? 0) * 1000));
      signal?.throwIfAborted();
    }
  }
}

/** Twice as long each time, and never the same for two callers: they would all come back at once. `made` counts from 0. */
export const backoffMs = (made: number, atLeastMs: number): number =>
  Math.min(LONGEST_PAUSE_MS, Math.max(FIRST_PAUSE_MS * 2 ** made * (0.5 + Math.random()), atLeastMs));

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** 128 random bits. Not `randomUUID`, which a browser has on secure pages alone. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
