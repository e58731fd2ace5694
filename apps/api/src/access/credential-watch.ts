/**
 * A stream is asked for its credential when it begins, and may last for days.
 * So every process looks at the sessions and keys behind its open streams, in
 * one statement: as soon as it is told of an end, and now and then in case it wasn't.
 * A JWT says itself when it ends.
 */
import type { Database } from "../db/database.ts";
import { sql } from "../db/sql.ts";
import type { Announcer } from "../journal/announcer.ts";
import type { Actor } from "../operations/context.ts";
import { ACCESS_ENDED } from "./revocations.ts";

const LOOK_MS = 15_000;

export interface CredentialWatch {
  /** `ended` aborts soon after the session or key was revoked, has expired, or is gone with its account; with a JWT's end at the latest. */
  begin(actor: Actor): { ended: AbortSignal; stop(): void };
  close(): void;
}

export function createCredentialWatch(
  database: Database,
  announcer: Pick<Announcer, "subscribe">,
): CredentialWatch {
  /** By the id of the session or key. */
  const watched = new Map<string, Set<AbortController>>();

  const look = async () => {
    const ids = [...watched.keys()];
    if (ids.length === 0) return;
    const rows = await database.rows<{ id: string }>(
      sql`select id from session where id = any(${ids}::uuid[]) and "expiresAt" > now()
          union all
          select id from apikey where id = any(${ids}::uuid[]) and enabled is not false
            and ("expiresAt" is null or "expiresAt" > now())`,
    );
    const standing = new Set(rows.map(({ id }) => id));
    for (const id of ids) if (!standing.has(id)) for (const stream of watched.get(id) ?? []) stream.abort();
  };
  // While the database is away nobody hears anything anyway; the next look tells.
  const lookQuietly = () => void look().catch(() => {});

  const stopListening = announcer.subscribe(ACCESS_ENDED, lookQuietly);
  const timer = setInterval(lookQuietly, LOOK_MS).unref();

  return {
    begin({ session_id, key_id, expires_at }) {
      const stream = new AbortController();
      const id = session_id ?? key_id;
      if (id === undefined) return { ended: stream.signal, stop: () => {} };
      const streams = watched.get(id) ?? new Set();
      watched.set(id, streams.add(stream));
      const expiry =
        expires_at === undefined
          ? undefined
          : setTimeout(() => stream.abort(), expires_at * 1000 - Date.now()).unref();
      const stop = () => {
        clearTimeout(expiry);
        streams.delete(stream);
        if (streams.size === 0 && watched.get(id) === streams) watched.delete(id);
      };
      return { ended: stream.signal, stop };
    },
    close() {
      stopListening();
      clearInterval(timer);
    },
  };
}
