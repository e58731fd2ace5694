/** Feeds in the database, and the tasks that they show. */
import type { Feed } from "@todo/contract";
import { first, type Reader } from "../db/database.ts";
import { literal, sql } from "../db/sql.ts";
import type { PersonsTime } from "../notices/instants.ts";
import type { TaskRow } from "../operations/entities.ts";

export interface NewFeed {
  id: string;
  user_id: string;
  name: string;
  list_id: string | null;
  kind: Feed["kind"];
  token_hash: string;
  created_at: string;
}

/** A feed as its address leads to it, with what its content depends on. */
export interface OpenedFeed extends Pick<NewFeed, "id" | "name" | "list_id" | "kind"> {
  space_id: string;
  /** Rises with every change of the space's things. */
  last_seq: number;
  /** When something of the space, or the feed itself, was changed last. */
  changed_at: string;
  person: PersonsTime;
}

/** What a calendar tells of a task. A description is cut to what people read in a calendar. */
export interface FeedTask
  extends Pick<
    TaskRow,
    | "id"
    | "number"
    | "title"
    | "description"
    | "priority"
    | "label_ids"
    | "parent_id"
    | "due_on"
    | "due_time"
    | "time_zone"
    | "completed_at"
    | "occurrence"
    | "recurrence"
    | "later"
    | "reminders"
    | "created_at"
    | "updated_at"
    | "version"
  > {}

const LONGEST_DESCRIPTION = 2_000;

const listOf = literal(
  `(select json_build_object('id', l.id, 'name', l.name) from lists l where l.space_id = f.space_id and l.id = f.list_id) as list`,
);

export async function insertFeed(db: Reader, spaceId: string, feed: NewFeed): Promise<void> {
  const { id, user_id, name, list_id, kind, token_hash, created_at } = feed;
  await db.rows(
    sql`insert into feeds (space_id, id, user_id, name, list_id, kind, token_hash, created_at)
        values (${spaceId}, ${id}, ${user_id}, ${name}, ${list_id}, ${kind}, ${token_hash}, ${created_at})`,
  );
}

export async function findFeeds(db: Reader, spaceId: string, userId: string): Promise<Feed[]> {
  return db.rows<Feed>(
    sql`select f.id, f.name, ${listOf}, f.kind, f.last_read_at, f.created_at from feeds f
        where f.space_id = ${spaceId} and f.user_id = ${userId} order by f.created_at, f.id`,
  );
}

/** Gives the name of the feed; nothing if there was none. */
export async function deleteFeed(
  db: Reader,
  spaceId: string,
  userId: string,
  id: string,
): Promise<string | undefined> {
  const row = await first<{ name: string }>(
    db,
    sql`delete from feeds where space_id = ${spaceId} and user_id = ${userId} and id = ${id} returning name`,
  );
  return row?.name;
}

/** Looks across spaces: whose feed it is, the token says. */
export async function findFeedByToken(db: Reader, tokenHash: string): Promise<OpenedFeed | undefined> {
  return first<OpenedFeed>(
    db,
    sql`select f.id, f.space_id, f.name, f.list_id, f.kind, s.last_seq,
          greatest(f.created_at, (select j.at from journal j where j.space_id = s.id and j.seq = s.last_seq)) as changed_at,
          (select json_build_object('time_zone', p.time_zone, 'all_day_time', p.all_day_time,
              'quiet_from', p.quiet_from, 'quiet_until', p.quiet_until)
            from profiles p where p.space_id = f.space_id and p.id = f.user_id) as person
        from feeds f join spaces s on s.id = f.space_id where f.token_hash = ${tokenHash}`,
  );
}

/** To the hour: most readings write nothing. */
export async function noteReading(db: Reader, { space_id, id }: OpenedFeed, now: Date): Promise<void> {
  await db.rows(
    sql`update feeds set last_read_at = ${now} where space_id = ${space_id} and id = ${id}
          and (last_read_at is null or last_read_at < ${now}::timestamptz - interval '1 hour')`,
  );
}

interface FeedPage {
  completedSince: Date;
  /** The number of the task that the page before ended with; 0: there was none. */
  after: number;
  limit: number;
}

/** Open tasks, and those completed since, by number. */
export async function findTasksOfFeed(
  db: Reader,
  { space_id, list_id, kind }: OpenedFeed,
  { completedSince, after, limit }: FeedPage,
): Promise<FeedTask[]> {
  return db.rows<FeedTask>(
    sql`select t.id, t.number, t.title, left(t.description, ${LONGEST_DESCRIPTION}) as description, t.priority,
          t.label_ids, t.parent_id, t.due_on, t.due_time, t.time_zone, t.completed_at, t.occurrence, t.recurrence,
          t.later, t.reminders, t.created_at, t.updated_at, t.version
        from tasks t
        where t.space_id = ${space_id} and t.number > ${after} and t.deleted_at is null
          and (t.completed_at is null or t.completed_at >= ${completedSince})
          and (${list_id}::uuid is null or t.list_id = ${list_id}) and (${kind} = 'tasks' or t.due_on is not null)
        order by t.number limit ${limit}`,
  );
}

export async function findLabelNames(db: Reader, spaceId: string): Promise<Map<string, string>> {
  const rows = await db.rows<{ id: string; name: string }>(
    sql`select id, name from labels where space_id = ${spaceId} and deleted_at is null`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
