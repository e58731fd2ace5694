/**
 * Brings the schema up to date. Migrations are SQL files, applied in order,
 * each in its own transaction, under a session lock on one direct connection,
 * so that any number of processes may start together.
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";

/** Any constant that nothing else locks. */
const LOCK = 7_361_052_814;

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
    await client.query("select pg_advisory_lock($1)", [LOCK]);
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
        await apply(client, migration);
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

async function apply(client: pg.Client, { version, name, text, hash }: Migration) {
  await client.query("begin");
  try {
    await client.query("set local lock_timeout = '5s'");
    await client.query(text);
    await client.query("insert into schema_migrations (version, name, hash) values ($1, $2, $3)", [
      version,
      name,
      hash,
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
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
