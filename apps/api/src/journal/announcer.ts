/**
 * Tells every process which spaces changed, and which runs of the assistant
 * have more to tell. After a commit the id goes out by NOTIFY, gathered over a
 * few milliseconds: a NOTIFY inside the transaction would queue every commit of
 * the database behind one lock. It is a wake-up and no more; listeners read
 * the journal, or the run's events.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../db/database.ts";
import { sql } from "../db/sql.ts";
import { listenOnce } from "./listen.ts";

const CHANNEL = "journal";
/** A NOTIFY carries at most 8,000 bytes; a UUID and a comma are 37. */
const IDS_PER_NOTIFY = 200;

export interface Announcer {
  announce(spaceId: string): void;
  /** Calls back after each change in the space, and once whenever changes may have been missed. */
  subscribe(spaceId: string, wake: () => void): () => void;
  close(): Promise<void>;
}

export interface AnnouncerOptions {
  database: Database;
  /** Past any pooler: a notification comes to the connection that listens. */
  directUrl: string;
  warn(message: string): void;
  pace?: Partial<Pace>;
}

/** In milliseconds. */
export interface Pace {
  /** Changes of this long go out together. */
  gather: number;
  /** Between two attempts to listen or to send, and between two looks while nothing can be heard. */
  again: number;
  /** How often a listening connection must hear itself. */
  probe: number;
  /** Between two looks while all is well: what was announced by nobody is seen then. */
  look: number;
}

const usualPace: Pace = { gather: 20, again: 1_000, probe: 10_000, look: 30_000 };

export function createAnnouncer({ database, directUrl, warn, pace: given }: AnnouncerOptions): Announcer {
  const pace = { ...usualPace, ...given };
  const listeners = new Map<string, Set<() => void>>();
  const pending = new Set<string>();
  const closing = new AbortController();
  let sending: NodeJS.Timeout | undefined;
  let hears = false;

  const wake = (spaceId: string) => listeners.get(spaceId)?.forEach((one) => void one());
  const wakeAll = () => {
    for (const spaceId of listeners.keys()) wake(spaceId);
  };

  const send = async () => {
    const ids = [...pending];
    pending.clear();
    let delay: number | undefined;
    for (let start = 0; start < ids.length; start += IDS_PER_NOTIFY) {
      const some = ids.slice(start, start + IDS_PER_NOTIFY);
      await database.rows(sql`select pg_notify(${CHANNEL}, ${some.join(",")})`).catch(() => {
        // The changes themselves are stored; others hear of them when the database is back.
        for (const id of some) pending.add(id);
        delay = pace.again;
      });
    }
    sending = undefined;
    if (pending.size > 0) schedule(delay ?? pace.gather);
  };
  const schedule = (delay: number) => {
    if (!closing.signal.aborted) sending ??= setTimeout(() => void send(), delay).unref();
  };

  const listen = async () => {
    for (let warned = false; !closing.signal.aborted; ) {
      const reason = await listenOnce({
        url: directUrl,
        channel: CHANNEL,
        probeMs: pace.probe,
        signal: closing.signal,
        heard: (payload) => payload.split(",").forEach(wake),
        began() {
          hears = true;
          warned = false;
          wakeAll();
        },
      });
      hears = false;
      if (closing.signal.aborted) return;
      if (!warned) warn(`Changes made elsewhere can't be heard; looking for them instead: ${reason}`);
      warned = true;
      await sleep(pace.again, undefined, { signal: closing.signal, ref: false }).catch(() => {});
    }
  };
  const listening = listen();
  const look = lookForChanges(database, listeners, wake);
  let lookedAt = Date.now();
  const looking = setInterval(() => {
    if (hears && Date.now() - lookedAt < pace.look) return;
    lookedAt = Date.now();
    void look();
  }, pace.again).unref();

  return {
    announce(spaceId) {
      wake(spaceId);
      pending.add(spaceId);
      schedule(pace.gather);
    },
    subscribe(spaceId, callback) {
      const own = listeners.get(spaceId) ?? new Set();
      listeners.set(spaceId, own.add(callback));
      return () => {
        own.delete(callback);
        if (own.size === 0 && listeners.get(spaceId) === own) listeners.delete(spaceId);
      };
    },
    async close() {
      clearTimeout(sending);
      // What was handed over to another process just now must be heard there.
      await send();
      closing.abort();
      clearTimeout(sending);
      clearInterval(looking);
      await listening;
    },
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The last resort: one statement for all that somebody here listens to. Wakes whoever's space has moved on. */
function lookForChanges(
  database: Database,
  listeners: ReadonlyMap<string, unknown>,
  wake: (spaceId: string) => void,
) {
  let seen = new Map<string, number>();
  let busy = false;
  return async () => {
    const ids = [...listeners.keys()].filter((id) => UUID.test(id));
    if (busy || ids.length === 0) return;
    busy = true;
    try {
      const rows = await database.rows<{ id: string; last_seq: number }>(
        sql`select id, last_seq from spaces where id = any(${ids}::uuid[])`,
      );
      const before = seen;
      seen = new Map(rows.map(({ id, last_seq }) => [id, last_seq]));
      for (const [id, seq] of seen) if (before.get(id) !== seq) wake(id);
    } catch {
      // The database is away; the next look comes soon.
    } finally {
      busy = false;
    }
  };
}
