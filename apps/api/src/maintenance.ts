/**
 * What must be done now and then, by whichever process comes first: the
 * journal's next months, the trash after 30 days, what is too old to keep.
 */
import { accessJobs } from "./access/clean-up.ts";
import type { Database, Reader } from "./db/database.ts";
import { literal, sql } from "./db/sql.ts";
import { sweep } from "./db/sweep.ts";
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

/** Does a part that a transaction can take, and gives whether there may be more of it. */
type Job = (db: Reader, now: Date) => Promise<boolean>;

const jobs: Job[] = [
  makePartitions,
  dropOldPartitions,
  (db, now) => emptyTrash(db, daysBefore(now, TRASH_DAYS)),
  (db, now) => dropConversations(db, daysBefore(now, TRASH_DAYS)),
  (db, now) => dropRunRecords(db, daysBefore(now, RUN_RECORD_DAYS)),
  (db, now) => sweep(db, "idempotency_keys", sql`t.created_at < ${daysBefore(now, 1)}`),
  (db, now) => sweep(db, "deliveries", sql`t.at < ${daysBefore(now, DELIVERY_DAYS)}`),
  ...accessJobs,
  (db, now) => sweep(db, "notices", sql`t.sent_at < ${daysBefore(now, NOTICE_DAYS)}`),
  (db) => sweep(db, "rate_limits", sql`t.resets_at < now()`),
  (db) => sweep(db, "open_streams", sql`t.expires_at < now()`),
];

/**
 * Does every job to its end, then throws what went wrong first. Each is transactions of its own: who makes or drops a
 * partition keeps everybody from the journal until it ends, and what was removed before something went wrong is gone.
 * Without `now` it goes by the database's clock, as the rows do.
 */
export async function maintain(database: Database, now?: Date): Promise<void> {
  const at = now ?? (await timeOf(database));
  const failures: unknown[] = [];
  for (const job of jobs) await toItsEnd(database, job, at).catch((error: unknown) => failures.push(error));
  // In transactions of its own, a few rows each: there may be very many.
  await applyZoneRules(database, at).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

async function toItsEnd(database: Database, job: Job, now: Date): Promise<void> {
  const part = () =>
    database.transaction(async (db) => {
      const [lock] = await db.rows<{ taken: boolean }>(
        sql`select pg_try_advisory_xact_lock(${LOCK}) as taken`,
      );
      return lock!.taken && (await job(db, now));
    });
  while (await part());
}

async function timeOf(db: Reader): Promise<Date> {
  const [row] = await db.rows<{ now: string }>(sql`select now() as now`);
  return new Date(row!.now);
}

const monthStart = (now: Date, ahead: number) =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1));
const partitionOf = (month: Date) => `journal_${month.toISOString().slice(0, 7).replace("-", "_")}`;

/** A month whose rows already went to the default partition stays there. */
async function makePartitions(db: Reader, now: Date): Promise<boolean> {
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
  return false;
}

async function dropOldPartitions(db: Reader, now: Date): Promise<boolean> {
  const oldest = partitionOf(monthStart(now, -MONTHS_KEPT));
  const partitions = await db.rows<{ name: string }>(
    sql`select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'journal'::regclass and c.relname ~ '^journal_\\d{4}_\\d\\d$' and c.relname < ${oldest}`,
  );
  for (const { name } of partitions) await db.rows(literal(`drop table ${name}`));
  return sweep(db, "journal_default", sql`t.at < ${monthStart(now, -MONTHS_KEPT)}`);
}

/** What goes along with each is much: entries of the journal, messages, events. */
const TASKS_AT_ONCE = 1_000;
const CONVERSATIONS_AT_ONCE = 100;
const RUNS_AT_ONCE = 1_000;

const goneRows = (rows: object[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as gone (space_id uuid, id uuid)`;

/** Purged things leave no text behind: the journal keeps that something was done, not what it said. */
const forget = (db: Reader, rows: object[]) =>
  db.rows(
    sql`update journal j set name = '', before = null, after = null from ${goneRows(rows)}
        where j.space_id = gone.space_id and j.entity_id = gone.id`,
  );

async function emptyTrash(db: Reader, before: Date): Promise<boolean> {
  const rows = await db.rows<{ space_id: string; id: string }>(
    sql`select space_id, id from tasks where deleted_at < ${before} limit ${TASKS_AT_ONCE} for update`,
  );
  if (rows.length === 0) return false;
  // Those that stay, or that the next part removes.
  const ids = rows.map(({ id }) => id);
  await db.rows(
    sql`update tasks t set parent_id = null from ${goneRows(rows)}
        where t.space_id = gone.space_id and t.parent_id = gone.id and not t.id = any(${ids}::uuid[])`,
  );
  await forget(db, rows);
  await db.rows(
    sql`delete from tasks t using ${goneRows(rows)} where t.space_id = gone.space_id and t.id = gone.id`,
  );
  return rows.length === TASKS_AT_ONCE;
}

/** With their messages, runs and calls. */
async function dropConversations(db: Reader, before: Date): Promise<boolean> {
  const rows = await db.rows(
    sql`select space_id, id from conversations where deleted_at < ${before} limit ${CONVERSATIONS_AT_ONCE} for update`,
  );
  if (rows.length === 0) return false;
  await forget(db, rows);
  await db.rows(
    sql`delete from conversations c using ${goneRows(rows)} where c.space_id = gone.space_id and c.id = gone.id`,
  );
  return rows.length === CONVERSATIONS_AT_ONCE;
}

/** Of runs that ended long ago. What was written long ago of a run that still waits is kept with the rest of it. */
async function dropRunRecords(db: Reader, before: Date): Promise<boolean> {
  const ended = sql`r.status in ('completed', 'failed', 'cancelled') and r.updated_at < ${before}`;
  const rows = await db.rows(
    sql`with gone as materialized (
          select r.space_id, r.id from agent_runs r
          where ${ended} and (r.space_id, r.id) in (select space_id, run_id from run_events where at < ${before})
          limit ${RUNS_AT_ONCE}
        ), steps as (delete from run_steps s using gone where s.space_id = gone.space_id and s.run_id = gone.id),
        events as (delete from run_events e using gone where e.space_id = gone.space_id and e.run_id = gone.id)
        select id from gone`,
  );
  return rows.length === RUNS_AT_ONCE;
}
