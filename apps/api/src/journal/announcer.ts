/**
 * Tells every process which spaces changed. After a commit the space's id goes
 * out by NOTIFY, gathered over a few milliseconds: a NOTIFY inside the
 * transaction would queue every commit of the database behind one lock. It is
 * a wake-up and no more; listeners read the journal.
 */
import pg from "pg";
import type { Database } from "../db/database.ts";
import { sql } from "../db/sql.ts";

const CHANNEL = "journal";
const GATHER_MS = 20;
const RECONNECT_MS = 1_000;
/** A NOTIFY carries at most 8,000 bytes; a UUID and a comma are 37. */
const IDS_PER_NOTIFY = 200;

export interface Announcer {
  announce(spaceId: string): void;
  /** Calls back after each change in the space, and once whenever changes may have been missed. */
  subscribe(spaceId: string, wake: () => void): () => void;
  close(): Promise<void>;
}

export function createAnnouncer(
  database: Database,
  directUrl: string,
  warn: (message: string) => void,
): Announcer {
  const listeners = new Map<string, Set<() => void>>();
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let client: pg.Client | undefined;
  let closed = false;

  const wake = (spaceId: string) => listeners.get(spaceId)?.forEach((one) => void one());
  const wakeAll = () => {
    for (const spaceId of listeners.keys()) wake(spaceId);
  };

  const send = async () => {
    timer = undefined;
    const ids = [...pending];
    pending.clear();
    for (let start = 0; start < ids.length; start += IDS_PER_NOTIFY) {
      const payload = ids.slice(start, start + IDS_PER_NOTIFY).join(",");
      await database.rows(sql`select pg_notify(${CHANNEL}, ${payload})`).catch(() => {
        // The change itself is stored; other processes see it at their next wake-up.
      });
    }
  };

  const listen = async () => {
    if (closed) return;
    const next = new pg.Client({ connectionString: directUrl, keepAlive: true });
    let lost = false;
    const again = () => {
      if (closed || lost) return;
      lost = true;
      setTimeout(() => void listen(), RECONNECT_MS).unref();
    };
    next.on("notification", ({ payload = "" }) => payload.split(",").forEach(wake));
    next.on("error", again);
    next.on("end", again);
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
      client = next;
      wakeAll();
    } catch (error) {
      warn(`Listening for changes failed and is tried again: ${(error as Error).message}`);
      await next.end().catch(() => {});
      again();
    }
  };
  const listening = listen();

  return {
    announce(spaceId) {
      wake(spaceId);
      pending.add(spaceId);
      timer ??= setTimeout(() => void send(), GATHER_MS);
    },
    subscribe(spaceId, callback) {
      const own = listeners.get(spaceId) ?? new Set();
      listeners.set(spaceId, own.add(callback));
      return () => {
        own.delete(callback);
        if (own.size === 0) listeners.delete(spaceId);
      };
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await listening;
      await client?.end();
    },
  };
}
