/**
 * The events of a run as they come, on any process: stored ones first, then
 * each as it is stored. A wake-up says that there is more; the table says what.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../db/database.ts";
import { DatabaseTrouble } from "../db/trouble.ts";
import type { Announcer } from "../journal/announcer.ts";
import { findEvents, type NumberedEvent } from "./event-queries.ts";

export type RunEvents = AsyncIterable<NumberedEvent>;

export interface Following {
  database: Database;
  announcer: Pick<Announcer, "subscribe">;
  /** The last resort, for a wake-up that was lost. */
  pollMs: number;
  signal: AbortSignal;
  /** Goes on when the database is away for a while, instead of throwing. */
  patient: boolean;
}

const BATCH = 200;

/** Ends when the run has ended, or waits, and everything was given; or by the signal. */
export async function* follow(
  { database, announcer, pollMs, signal, patient }: Following,
  spaceId: string,
  runId: string,
  after: number,
): AsyncGenerator<NumberedEvent> {
  let last = after;
  let more = Promise.withResolvers<void>();
  const wake = () => more.resolve();
  const unsubscribe = announcer.subscribe(runId, wake);
  signal.addEventListener("abort", wake);
  const look = async () => {
    try {
      return await findEvents(database, spaceId, runId, last, BATCH);
    } catch (error) {
      if (!patient || !(error instanceof DatabaseTrouble)) throw error;
      await sleep(pollMs, undefined, { ref: false });
      return { status: "running" as const, events: [] };
    }
  };
  try {
    while (!signal.aborted) {
      more = Promise.withResolvers<void>();
      const found = await look();
      if (!found) return;
      for (const event of found.events) {
        yield event;
        last = event.id;
      }
      if (found.events.length === BATCH) continue;
      if (found.status !== "running") return;
      const poll = setTimeout(wake, pollMs);
      await more.promise;
      clearTimeout(poll);
    }
  } finally {
    unsubscribe();
    signal.removeEventListener("abort", wake);
  }
}
