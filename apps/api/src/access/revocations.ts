/**
 * The sessions that ended a moment ago. A JWT is checked without the database,
 * so every process holds this short list in memory; it reads it anew when it
 * is told of an end, and now and then in case it wasn't.
 */
import type { Database } from "../db/database.ts";
import { sql } from "../db/sql.ts";
import { isOutage } from "../db/trouble.ts";
import type { Announcer } from "../journal/announcer.ts";
import { JWT_MINUTES } from "./auth.ts";

const REFRESH_MS = 5_000;
/** Clocks of replicas and database may differ by this much. */
const SLACK_MINUTES = 5;
/** Announced like a space when sessions or keys were ended; no space has this id. */
export const ACCESS_ENDED = "00000000-0000-0000-0000-000000000000";

export interface Revocations {
  /** Whether the session ended, as far as this process knows. */
  has(sessionId: string): boolean;
  /** Sessions or keys were ended: this process knows when it is done, the others a moment later. */
  changed(): Promise<void>;
  close(): void;
}

export async function createRevocations(
  database: Database,
  announcer: Pick<Announcer, "announce" | "subscribe">,
  warn: (message: string) => void,
): Promise<Revocations> {
  let ended = new Set<string>();
  let reading = Promise.resolve();
  let next: Promise<void> | undefined;
  let failing = false;

  const read = async () => {
    const rows = await database.rows<{ id: string }>(
      sql`select id from ended_sessions where ended_at > now() - make_interval(mins => ${JWT_MINUTES + SLACK_MINUTES})`,
    );
    ended = new Set(rows.map(({ id }) => id));
  };
  const readQuietly = () =>
    read().then(
      () => {
        failing = false;
      },
      (error: Error) => {
        if (!failing && !isOutage(error))
          warn(`Ended sessions can't be read; tried again soon: ${error.message}`);
        failing = true;
      },
    );
  /** One after the other, so that what was read last is what was true last; whoever asks while one is to begin shares it. */
  const refresh = () => {
    next ??= reading.then(() => {
      next = undefined;
      reading = readQuietly();
      return reading;
    });
    return next;
  };

  await refresh();
  const stopListening = announcer.subscribe(ACCESS_ENDED, () => void refresh());
  const timer = setInterval(refresh, REFRESH_MS).unref();

  return {
    has: (sessionId) => ended.has(sessionId),
    changed() {
      announcer.announce(ACCESS_ENDED);
      return refresh();
    },
    close() {
      stopListening();
      clearInterval(timer);
    },
  };
}
