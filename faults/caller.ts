/**
 * How a person reaches the server: through either backend, and again with the
 * same Idempotency-Key until there is an answer. What is wrong with the request
 * itself is not tried again. A fault of the server's own (500) is, and is a finding.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { AppError, type CallOptions, type Client, createClient } from "@todo/contract";
import type { Random } from "./random.ts";

export interface Counts {
  requests: number;
  acknowledged: number;
  repeated: number;
}

export interface Caller {
  client: Client;
  counts: Counts;
  /** Sends until it is answered. */
  surely<Answer>(attempt: (options: CallOptions) => Promise<Answer>): Promise<Answer>;
  /** One request to one of the backends, as it is; the answer's head has to come in time. */
  send(path: string, init: RequestInit): Promise<Response>;
}

export interface CallerOptions {
  /** Addresses of the backends. */
  urls: string[];
  token: string;
  random: Random;
  counts: Counts;
  complain: (what: string) => void;
}

const PATIENCE_MS = 6_000;

export function createCaller({ urls, token, random, counts, complain }: CallerOptions): Caller {
  const headers = { authorization: `Bearer ${token}` };
  const anywhere: typeof fetch = (path, init) => {
    counts.requests += 1;
    return fetch(random.pick(urls) + String(path), init);
  };

  return {
    client: createClient({ baseUrl: "", fetch: anywhere, headers }),
    counts,

    async surely(attempt) {
      const idempotencyKey = randomUUID();
      for (;;) {
        try {
          const answer = await attempt({ idempotencyKey, signal: AbortSignal.timeout(PATIENCE_MS) });
          counts.acknowledged += 1;
          return answer;
        } catch (error) {
          if (error instanceof AppError && error.code === "internal")
            complain(`A request was answered 500: ${error.message}`);
          else if (!isPassing(error)) throw error;
          counts.repeated += 1;
          await sleep(random.whole(20, 250));
        }
      }
    },

    async send(path, init) {
      const abort = new AbortController();
      const late = setTimeout(() => abort.abort(), PATIENCE_MS);
      init.signal?.addEventListener("abort", () => abort.abort(), { signal: abort.signal });
      try {
        return await anywhere(path, {
          ...init,
          headers: { ...headers, ...(init.headers as Record<string, string>) },
          signal: abort.signal,
        });
      } finally {
        clearTimeout(late);
      }
    },
  };
}

/** Whether the same request may be answered later. */
function isPassing(error: unknown): boolean {
  if (error instanceof AppError) return error.code === "unavailable" || error.code === "too_many_requests";
  // The connection broke or time ran out while the answer was under way; half an answer isn't JSON.
  return error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException;
}
