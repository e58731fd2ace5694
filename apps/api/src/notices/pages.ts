/**
 * Tells open windows what their people are told, whichever process sent it.
 * The deliveries to pages are read once for all windows of this process,
 * woken by an announcement.
 */
import type { LiveNotice } from "@todo/contract";
import type { Database, Reader } from "../db/database.ts";
import { type Sql, sql } from "../db/sql.ts";
import type { Announcer } from "../journal/announcer.ts";

/** Announced after something was told. */
export const TOLD = "notices told";

export interface Pages {
  /** Calls back with each notice of the space from now on. */
  subscribe(spaceId: string, tell: (notice: LiveNotice) => void): () => void;
  /**
   * What was told in the last seconds, at most a day of them. Of what is older than five minutes only what still
   * matters: the task is open, and no other channel has reached the person.
   */
  since(spaceId: string, seconds: number): Promise<LiveNotice[]>;
  close(): void;
}

/** A row may become visible this long after the moment that it names. */
const OVERLAP_MS = 10_000;
const LONGEST_GAP_MS = 300_000;
const LONGEST_ABSENCE_MS = 86_400_000;

export function createPages(database: Database, announcer: Announcer): Pages {
  const windows = new Map<string, Set<(notice: LiveNotice) => void>>();
  /** By id and space, until when it may be read again. */
  const seen = new Map<string, number>();
  let lookedAt = Date.now();
  let reading = false;
  let again = false;

  const read = async () => {
    again = true;
    if (reading) return;
    reading = true;
    while (again && windows.size > 0) {
      again = false;
      const startedAt = Date.now();
      const gap = Math.min(startedAt - lookedAt, LONGEST_GAP_MS) + OVERLAP_MS;
      try {
        const rows = await findTold(database, sql`= any(${[...windows.keys()]}::uuid[])`, gap);
        for (const row of rows) tell(row, startedAt);
        lookedAt = startedAt;
      } catch {
        // The database is away; when it is back, everybody is woken.
      }
    }
    reading = false;
    for (const [key, until] of seen) if (until < Date.now()) seen.delete(key);
  };

  const tell = ({ space_id, ...notice }: ToldRow, at: number) => {
    const key = `${space_id}/${notice.id}`;
    const known = seen.has(key);
    seen.set(key, at + 2 * OVERLAP_MS + LONGEST_GAP_MS);
    if (!known) windows.get(space_id)?.forEach((one) => void one(notice));
  };

  const unsubscribe = announcer.subscribe(TOLD, () => void read());

  return {
    subscribe(spaceId, callback) {
      if (windows.size === 0) lookedAt = Date.now();
      const own = windows.get(spaceId) ?? new Set();
      windows.set(spaceId, own.add(callback));
      return () => {
        own.delete(callback);
        if (own.size === 0 && windows.get(spaceId) === own) windows.delete(spaceId);
      };
    },
    async since(spaceId, seconds) {
      const rows = await findTold(
        database,
        sql`= ${spaceId} and (${within(LONGEST_GAP_MS)} or ${stillMatters})`,
        Math.min(seconds * 1_000, LONGEST_ABSENCE_MS),
      );
      return rows.map(({ space_id: _, ...notice }) => notice);
    },
    close: unsubscribe,
  };
}

interface ToldRow extends LiveNotice {
  space_id: string;
}

const findTold = (db: Reader, space: Sql, withinMs: number): Promise<ToldRow[]> =>
  db.rows<ToldRow>(
    sql`select d.space_id, d.id, d.kind, d.late, d.at as sent_at, case when t.id is not null then
          json_build_object('id', t.id, 'number', t.number, 'title', t.title) end as task
        from deliveries d left join tasks t on t.space_id = d.space_id and t.id = d.task_id
        where d.space_id ${space} and d.channel = 'page'
          and ${within(withinMs)}
        order by d.at`,
  );

const within = (ms: number) => sql`d.at > now() - ${Math.round(ms)}::int * interval '1 millisecond'`;

const stillMatters = sql`(d.kind = 'digest' or t.completed_at is null and t.deleted_at is null and t.id is not null)
  and not exists (select from deliveries other where other.space_id = d.space_id and other.id = d.id
    and other.channel <> 'page' and other.status = 'sent')`;
