/**
 * What must be done now and then, by whichever process comes first: the
 * journal's next months, the trash after 30 days, what is too old to keep.
 */
import type { Database } from "./db/database.ts";
import { literal, sql } from "./db/sql.ts";
import type { Log } from "./log.ts";

const EVERY_MS = 6 * 3_600_000;
const LOCK = 7_361_052_815;
const MONTHS_AHEAD = 2;
const MONTHS_KEPT = 13;
const TRASH_DAYS = 30;

export function startMaintenance(database: Database, log: Log) {
  const run = () =>
    maintain(database, new Date()).catch((error: unknown) =>
      log.warn({ err: error }, "Maintenance failed; tried again later"),
    );
  const timer = setInterval(run, EVERY_MS).unref();
  void run();
  return { stop: () => clearInterval(timer) };
}

export async function maintain(database: Database, now: Date): Promise<void> {
  await database.transaction(async (db) => {
    const [lock] = await db.rows<{ taken: boolean }>(sql`select pg_try_advisory_xact_lock(${LOCK}) as taken`);
    if (!lock!.taken) return;
    await makePartitions(db, now);
    await dropOldPartitions(db, now);
    await emptyTrash(db, new Date(now.getTime() - TRASH_DAYS * 86_400_000));
    await db.rows(
      sql`delete from idempotency_keys where created_at < ${new Date(now.getTime() - 86_400_000)}`,
    );
    await db.rows(sql`delete from rate_limits where resets_at < ${now}`);
  });
}

type Connection = Parameters<Parameters<Database["transaction"]>[0]>[0];

const monthStart = (now: Date, ahead: number) =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1));
const partitionOf = (month: Date) => `journal_${month.toISOString().slice(0, 7).replace("-", "_")}`;

/** A month whose rows already went to the default partition stays there. */
async function makePartitions(db: Connection, now: Date) {
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

async function dropOldPartitions(db: Connection, now: Date) {
  const oldest = partitionOf(monthStart(now, -MONTHS_KEPT));
  const partitions = await db.rows<{ name: string }>(
    sql`select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'journal'::regclass and c.relname ~ '^journal_\\d{4}_\\d\\d$' and c.relname < ${oldest}`,
  );
  for (const { name } of partitions) await db.rows(literal(`drop table ${name}`));
  await db.rows(sql`delete from journal_default where at < ${monthStart(now, -MONTHS_KEPT)}`);
}

/** Purged tasks leave no text behind: the journal keeps that something was done, not what it said. */
async function emptyTrash(db: Connection, before: Date) {
  await db.rows(
    sql`with gone as (select space_id, id from tasks where deleted_at < ${before}),
        freed as (update tasks t set parent_id = null from gone where t.space_id = gone.space_id and t.parent_id = gone.id
          and (t.deleted_at is null or t.deleted_at >= ${before}))
        update journal j set name = '', before = null, after = null from gone
        where j.space_id = gone.space_id and j.entity_id = gone.id`,
  );
  await db.rows(sql`delete from tasks where deleted_at < ${before}`);
}
