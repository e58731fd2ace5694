/**
 * Brings the schema up to date. Migrations are SQL files, applied in order,
 * each in its own transaction, under a session lock on one direct connection,
 * so that any number of processes may start together. An index on a large
 * table is built without one, since that would stop all writes there meanwhile.
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** Any constant that nothing else locks. */
const LOCK = 7_361_052_814;
const LOCK_PAUSE_MS = 200;

const NO_TRANSACTION = "-- no transaction\n";
/** All that such a file may hold, with the index's name. */
const ONE_INDEX = /^(?:--.*\n)+create (?:unique )?index concurrently (\w+) on [^;]+;?\s*$/i;

interface Migration {
  version: number;
  name: string;
  text: string;
  hash: string;
}

export interface MigrateOptions {
  /** A direct connection: session locks don't survive a pooler in transaction mode. */
  url: string;
  folder: string;
  /** The last version to apply; default: the newest. */
  upTo?: number;
  log?: (line: string) => void;
}

/**
 * Applies what is missing and gives the schema's version.
 * Throws when an applied migration was changed afterwards. A newer schema is left alone: it serves this version too.
 */
export async function migrate({
  url,
  folder,
  upTo = Number.POSITIVE_INFINITY,
  log = () => {},
}: MigrateOptions): Promise<number> {
  const migrations = (await readMigrations(folder)).filter(({ version }) => version <= upTo);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await lock(client);
    await client.query(
      "create table if not exists schema_migrations (version integer primary key, name text not null, hash text not null, applied_at timestamptz not null default now())",
    );
    const { rows } = await client.query<Migration>("select version, name, hash from schema_migrations");
    const applied = new Map(rows.map((row) => [row.version, row]));
    for (const migration of migrations) {
      const known = applied.get(migration.version);
      if (known && known.hash !== migration.hash) {
        throw new Error(
          `The migration ${migration.name} was changed after it had been applied. Put the released file back.`,
        );
      }
      if (!known) {
        await (migration.text.startsWith(NO_TRANSACTION) ? buildIndex : apply)(client, migration);
        log(`Applied ${migration.name}`);
      }
    }
    return Math.max(0, ...applied.keys(), ...migrations.map(({ version }) => version));
  } finally {
    await client.end();
  }
}

/** The version that this program's own files lead to. */
export async function neededVersion(folder: string): Promise<number> {
  return Math.max(0, ...(await readMigrations(folder)).map(({ version }) => version));
}

/** Asked for again and again: the build of an index waits for every statement that runs, and so for one that waits for the lock. */
async function lock(client: pg.Client) {
  for (;;) {
    const { rows } = await client.query<{ held: boolean }>("select pg_try_advisory_lock($1) as held", [LOCK]);
    if (rows[0]?.held) return;
    await sleep(LOCK_PAUSE_MS);
  }
}

const note = (client: pg.Client, { version, name, hash }: Migration) =>
  client.query("insert into schema_migrations (version, name, hash) values ($1, $2, $3)", [
    version,
    name,
    hash,
  ]);

async function apply(client: pg.Client, migration: Migration) {
  const { name, text } = migration;
  await client.query("begin");
  try {
    await client.query("set local lock_timeout = '5s'");
    await client.query(text);
    await note(client, migration);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`The migration ${name} failed and changed nothing: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/**
 * No transaction takes back what a build that failed or died left behind: an
 * index that answers nothing and is still kept up. One that was finished and
 * not noted any more is taken as it is.
 */
async function buildIndex(client: pg.Client, migration: Migration) {
  const { name, text } = migration;
  const [, index] = ONE_INDEX.exec(text) ?? [];
  if (!index)
    throw new Error(
      `The migration ${name} begins with “-- no transaction”, and holds something else than one “create index concurrently NAME on …”.`,
    );
  const find = () =>
    client.query<{ valid: boolean }>(
      "select indisvalid as valid from pg_index where indexrelid = to_regclass($1)",
      [index],
    );
  const removeUnfinished = async () => {
    const { rows } = await find();
    if (rows[0]?.valid === false) await client.query(`drop index concurrently ${index}`);
  };
  try {
    await removeUnfinished();
    if ((await find()).rows.length === 0) await client.query(text);
    await note(client, migration);
  } catch (error) {
    // With the connection lost, the next attempt removes it.
    await removeUnfinished().catch(() => {});
    throw new Error(`The migration ${name} failed and changed nothing: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), "utf8");
      return {
        version: Number(name.slice(0, 4)),
        name,
        text,
        hash: createHash("sha256").update(text).digest("hex"),
      };
    }),
  );
}
