/**
 * What must be done now and then, by whichever process comes first: the
 * journal's next months, the trash after 30 days, what is too old to keep.
 */
import { cleanUpAccess } from "./access/clean-up.ts";
import type { Database, Reader } from "./db/database.ts";
import { literal, sql } from "./db/sql.ts";
import type { Log } from "./log.ts";
import { applyZoneRules } from "./notices/zone-rules.ts";

const EVERY_MS = 6 * 3_600_000;
const LOCK = 7_361_052_815;
const MONTHS_AHEAD = 2;
const MONTHS_KEPT = 13;
const TRASH_DAYS = 30;
/** The messages stay; this is what readers of a run and its next holder need. */
const RUN_RECORD_DAYS = 7;
/** What was sent where, for whoever looks why nothing came. */
const DELIVERY_DAYS = 90;
/** What was sent isn't scheduled again, since it is over: its notice is only kept to look at. */
const NOTICE_DAYS = 30;
const DAY_MS = 86_400_000;

export function startMaintenance(database: Database, log: Log) {
  const run = () =>
    maintain(database).catch((error: unknown) =>
      log.warn({ err: error }, "Maintenance failed; tried again later"),
    );
  const timer = setInterval(run, EVERY_MS).unref();
  void run();
  return { stop: () => clearInterval(timer) };
}

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * DAY_MS);

const jobs: ((db: Reader, now: Date) => Promise<unknown>)[] = [
  makePartitions,
  dropOldPartitions,
  (db, now) => emptyTrash(db, daysBefore(now, TRASH_DAYS)),
  (db, now) => dropConversations(db, daysBefore(now, TRASH_DAYS)),
  (db, now) => dropRunRecords(db, daysBefore(now, RUN_RECORD_DAYS)),
  (db, now) => db.rows(sql`delete from idempotency_keys where created_at < ${daysBefore(now, 1)}`),
  (db, now) => db.rows(sql`delete from deliveries where at < ${daysBefore(now, DELIVERY_DAYS)}`),
  cleanUpAccess,
  (db, now) => db.rows(sql`delete from notices where sent_at < ${daysBefore(now, NOTICE_DAYS)}`),
  (db) => db.rows(sql`delete from rate_limits where resets_at < now()`),
  (db) => db.rows(sql`delete from open_streams where expires_at < now()`),
];

/**
 * Does every job, then throws what went wrong first. Each is a transaction of its own: who makes or drops a partition
 * keeps everybody from the journal until it ends. Without `now` it goes by the database's clock, as the rows do.
 */
export async function maintain(database: Database, now?: Date): Promise<void> {
  const at = now ?? (await timeOf(database));
  const failures: unknown[] = [];
  for (const job of jobs) {
    const work = database.transaction(async (db) => {
      const [lock] = await db.rows<{ taken: boolean }>(
        sql`select pg_try_advisory_xact_lock(${LOCK}) as taken`,
      );
      if (lock!.taken) await job(db, at);
    });
    await work.catch((error: unknown) => failures.push(error));
  }
  // In transactions of its own, a few rows each: there may be very many.
  await applyZoneRules(database, at).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

async function timeOf(db: Reader): Promise<Date> {
  const [row] = await db.rows<{ now: string }>(sql`select now() as now`);
  return new Date(row!.now);
}

const monthStart = (now: Date, ahead: number) =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1));
const partitionOf = (month: Date) => `journal_${month.toISOString().slice(0, 7).replace("-", "_")}`;

/** A month whose rows already went to the default partition stays there. */
async function makePartitions(db: Reader, now: Date) {
  for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
    const [from, to] = [monthStart(now, ahead), monthStart(now, ahead + 1)];
    const [taken] = await db.rows(
      sql`select from journal_default where at >= ${from} and at < ${to} union all
          select from pg_class where relname = ${partitionOf(from)} limit 1`,
    );
    if (taken) continue;
    await db.rows(
      literal(
        `create table ${partitionOf(from)} partition of journal for values from ('${from.toISOString()}') to ('${to.toISOString()}')`,
      ),
    );
  }
}

async function dropOldPartitions(db: Reader, now: Date) {
  await db.rows(sql`delete from journal_default where at < ${monthStart(now, -MONTHS_KEPT)}`);
  const oldest = partitionOf(monthStart(now, -MONTHS_KEPT));
  const partitions = await db.rows<{ name: string }>(
    sql`select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'journal'::regclass and c.relname ~ '^journal_\\d{4}_\\d\\d$' and c.relname < ${oldest}`,
  );
  for (const { name } of partitions) await db.rows(literal(`drop table ${name}`));
}

/** Purged tasks leave no text behind: the journal keeps that something was done, not what it said. */
async function emptyTrash(db: Reader, before: Date) {
  await db.rows(
    sql`with gone as (select space_id, id from tasks where deleted_at < ${before}),
        freed as (update tasks t set parent_id = null from gone where t.space_id = gone.space_id and t.parent_id = gone.id
          and (t.deleted_at is null or t.deleted_at >= ${before}))
        update journal j set name = '', before = null, after = null from gone
        where j.space_id = gone.space_id and j.entity_id = gone.id`,
  );
  await db.rows(sql`delete from tasks where deleted_at < ${before}`);
}

/** With their messages, runs and calls. The journal keeps that there was one, not what it was called. */
async function dropConversations(db: Reader, before: Date) {
  await db.rows(
    sql`update journal j set name = '', before = null, after = null from conversations c
        where c.deleted_at < ${before} and j.space_id = c.space_id and j.entity_id = c.id`,
  );
  await db.rows(sql`delete from conversations where deleted_at < ${before}`);
}

/** Of runs that ended long ago. What was written long ago of a run that still waits is kept with the rest of it. */
async function dropRunRecords(db: Reader, before: Date) {
  const ended = sql`r.status in ('completed', 'failed', 'cancelled') and r.updated_at < ${before}`;
  await db.rows(
    sql`with gone as (
          select r.space_id, r.id from agent_runs r
          where ${ended} and (r.space_id, r.id) in (select space_id, run_id from run_events where at < ${before})
        ), steps as (delete from run_steps s using gone where s.space_id = gone.space_id and s.run_id = gone.id)
        delete from run_events e using gone where e.space_id = gone.space_id and e.run_id = gone.id`,
  );
}
