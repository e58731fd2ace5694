/**
 * The event streams a person holds open: each ends with its credential, and
 * they are counted over all processes. Each process
 * keeps one row per person, with its count and an expiry that it renews; what a
 * process that died had open is forgotten when its rows expire.
 */
import { randomUUID } from "node:crypto";
import { AppError } from "@todo/contract";
import type { Database } from "../db/database.ts";
import { sql } from "../db/sql.ts";
import type { Actor } from "../operations/context.ts";
import type { CredentialWatch } from "./credential-watch.ts";

const LEASE_SECONDS = 60;
const RENEW_MS = 20_000;
/** Streams that end together are told together. */
const GATHER_MS = 200;
const RETRY_AFTER_SECONDS = 10;

export interface OpenStream {
  /** Aborted when the credential counts no more. */
  ended: AbortSignal;
  /** For whoever ends the stream; a second time does nothing. */
  release(): void;
}

export interface OpenStreams {
  /** Counts one more. Throws `too_many_requests`. */
  open(actor: Actor): Promise<OpenStream>;
  close(): Promise<void>;
}

/** `limit` 0: nothing is counted. */
export function createOpenStreams(database: Database, limit: number, watch: CredentialWatch): OpenStreams {
  const count = limit === 0 ? undefined : createCount(database, limit);
  return {
    async open(actor) {
      const uncount = await count?.add(actor.user_id);
      const { ended, stop } = watch.begin(actor);
      const release = once(() => {
        stop();
        uncount?.();
      });
      return { ended, release };
    },
    async close() {
      watch.close();
      await count?.close();
    },
  };
}

function createCount(database: Database, limit: number) {
  const holder = randomUUID();
  const counts = new Map<string, number>();
  const changed = new Set<string>();
  let telling: NodeJS.Timeout | undefined;

  const add = (userId: string, by: 1 | -1) => counts.set(userId, (counts.get(userId) ?? 0) + by);

  /** Writes how many there are here; counts that are wrong for whatever reason become right by it. */
  const tell = async (users: string[]) => {
    const open = users.map((id) => counts.get(id) ?? 0);
    await database.rows(sql`
      insert into open_streams (user_id, holder, count, expires_at)
      select u.id, ${holder}, o.count, now() + make_interval(secs => ${LEASE_SECONDS})
      from unnest(${users}::uuid[], ${open}::int[]) o (id, count) join "user" u on u.id = o.id
      on conflict (user_id, holder) do update set count = excluded.count, expires_at = excluded.expires_at`);
    for (const id of users) if (counts.get(id) === 0) counts.delete(id);
  };

  const tellChanged = async () => {
    telling = undefined;
    const users = [...changed];
    changed.clear();
    // When it fails, the next renewal tells it.
    await tell(users).catch(() => {});
  };

  const release = (userId: string) => {
    add(userId, -1);
    changed.add(userId);
    telling ??= setTimeout(() => void tellChanged(), GATHER_MS).unref();
  };

  const renewal = setInterval(() => {
    if (counts.size > 0) void tell([...counts.keys()]).catch(() => {});
  }, RENEW_MS).unref();

  return {
    /** Gives what takes it back. */
    async add(userId: string): Promise<() => void> {
      add(userId, 1);
      try {
        // First told, then counted: of two processes that do so at once at least one sees the other's.
        await tell([userId]);
        const [row] = await database.rows<{ elsewhere: number }>(
          sql`select coalesce(sum(count), 0)::int as elsewhere from open_streams
              where user_id = ${userId} and holder <> ${holder} and expires_at > now()`,
        );
        if ((counts.get(userId) ?? 0) + (row?.elsewhere ?? 0) > limit) throw tooMany(limit);
      } catch (error) {
        release(userId);
        throw error;
      }
      return () => release(userId);
    },
    async close() {
      clearInterval(renewal);
      clearTimeout(telling);
      await database.rows(sql`delete from open_streams where holder = ${holder}`).catch(() => {});
    },
  };
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}

const tooMany = (limit: number) =>
  new AppError(
    "too_many_requests",
    `You have ${limit} streams open at once, which is the most. Close a window or a program that listens, and try again.`,
    { params: { limit: "streams_per_person", most: limit }, retryAfterSeconds: RETRY_AFTER_SECONDS },
  );
