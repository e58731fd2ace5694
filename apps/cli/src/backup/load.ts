/**
 * Puts a checked backup into an empty database, in one transaction, and reads
 * it back before that ends: either every row is there as it was, or nothing.
 */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { to as copyOf, from as copyTo } from "pg-copy-streams";
import { type Contents, type Header, RowSum, type TableSum, tablesIn } from "./contents.ts";
import {
  appliedMigrations,
  copyOut,
  describeTables,
  LEDGER,
  quoted,
  SETTINGS,
  type Table,
  versionOf,
} from "./tables.ts";
import { BackupError } from "./trouble.ts";

/** The API makes their rows at each start, so they don't mean that anybody was here. */
const MADE_AT_START = ["oauthResource"];
/** What the secret seals. With another secret nobody could open it; the API makes such rows anew. */
const SEALED = ["jwks", "server_keys"];

export interface LoadOptions {
  client: pg.Client;
  file: string;
  contents: Contents;
  /** Leaves out what can't be opened with another secret than the backup's. */
  newSecret: boolean;
  signal?: AbortSignal;
}

/** Throws BackupError when somebody's rows are there, or the schema is newer than the backup's. Changes nothing. */
export async function ensureEmpty(client: pg.Client, { header }: Contents): Promise<void> {
  for (const { name } of await describeTables(client)) {
    if (MADE_AT_START.includes(name)) continue;
    const { rows } = await client.query(`select exists (select from ${quoted(name)}) as used`);
    if (rows[0].used) {
      throw new BackupError(
        `The database isn't empty: the table ${name} has rows.`,
        `Restore only fills an empty one. ${anotherDatabase}`,
      );
    }
  }
  const version = versionOf((await appliedMigrations(client)) ?? []);
  if (version > header.schema.version) {
    throw new BackupError(
      `The database has the schema ${version} already, and the backup has ${header.schema.version}.`,
      `What a newer Todo would change in the rows would be left out. ${anotherDatabase} A start afterwards brings it up to date.`,
    );
  }
}

const anotherDatabase =
  "Set TODO_DATA_DIR to a new folder, or DATABASE_URL to a database in which nothing is yet.";

/** The schema must be the backup's, see `schema.ts`. Returns what is in the database now, table by table. */
export async function loadBackup(options: LoadOptions): Promise<TableSum[]> {
  const { client, contents } = options;
  await client.query(`begin; ${SETTINGS}`);
  const tables = await matchingTables(client, contents.header);
  // Whoever would write waits until this is done, and finds what was restored.
  await client.query(
    `lock table ${tables.map(({ name }) => quoted(name)).join(", ")} in share row exclusive mode`,
  );
  await ensureEmpty(client, contents);
  await makePartitions(client, contents.header.partitions);
  await copyRows(options, tables);
  for (const { name, next } of contents.header.sequences)
    await client.query(`alter sequence ${quoted(name)} restart with ${BigInt(next)}`);

  const found = await compare(options, tables);
  options.signal?.throwIfAborted();
  await client.query("commit");
  await client.query("analyze");
  return found;
}

/** The database's tables in the backup's order. */
async function matchingTables(client: pg.Client, { tables, schema }: Header): Promise<Table[]> {
  const applied = new Map((await appliedMigrations(client))?.map(({ version, hash }) => [version, hash]));
  const differing = schema.migrations.find(({ version, hash }) => applied.get(version) !== hash);
  if (differing || applied.size !== schema.migrations.length) {
    throw new BackupError(
      `The backup was made by a Todo with other migrations${differing ? ` (number ${differing.version})` : ""}.`,
      `Restore it with the program that made it; the database's are in the table ${LEDGER}.`,
    );
  }
  const here = new Map((await describeTables(client)).map((table) => [table.name, table]));
  return tables.map(({ name, columns }) => {
    const table = here.get(name);
    if (table && columns.every((column) => table.columns.includes(column))) return table;
    throw new BackupError(
      `The backup has a table ${name} that Todo doesn't make.`,
      "Remove what isn't Todo's from the database it came from, and back up again.",
    );
  });
}

const BOUNDS = /^(DEFAULT|FOR VALUES FROM \('[-+:.\d ]+'\) TO \('[-+:.\d ]+'\))$/;

async function makePartitions(client: pg.Client, partitions: Header["partitions"]): Promise<void> {
  for (const { name, parent, bounds } of partitions) {
    if (!BOUNDS.test(bounds)) throw new BackupError(`The part ${name} of ${parent} has strange bounds.`, "");
    await client.query(`create table if not exists ${quoted(name)} partition of ${quoted(parent)} ${bounds}`);
  }
}

async function copyRows({ client, file, contents, newSecret, signal }: LoadOptions, tables: Table[]) {
  let at = 0;
  for await (const rows of tablesIn(file)) {
    const { name, hasTriggers } = tables[at]!;
    const columns = contents.header.tables[at]!.columns;
    at++;
    if (newSecret && SEALED.includes(name)) {
      for await (const _ of rows);
      continue;
    }
    if (MADE_AT_START.includes(name)) await client.query(`delete from ${quoted(name)}`);
    const copy = `copy ${quoted(name)} (${columns.map(quoted).join(", ")}) from stdin`;
    // A trigger that makes rows would make them a second time.
    if (hasTriggers) await client.query(`alter table ${quoted(name)} disable trigger user`);
    await pipeline(
      Readable.from(rows, { objectMode: false }),
      client.query(copyTo(copy)),
      signal ? { signal } : {},
    );
    if (hasTriggers) await client.query(`alter table ${quoted(name)} enable trigger user`);
  }
}

/** Throws BackupError for the first table that isn't in the database as it is in the backup. */
async function compare({ client, contents, newSecret }: LoadOptions, tables: Table[]): Promise<TableSum[]> {
  const sums: TableSum[] = [];
  for (const [at, expected] of contents.tables.entries()) {
    const sum = new RowSum();
    for await (const chunk of client.query(copyOf(copyOut(tables[at]!, contents.header.tables[at]!.columns))))
      sum.add(chunk);
    const found = sum.end(expected.name);
    const left = newSecret && SEALED.includes(expected.name);
    if (!left && found.sha256 !== expected.sha256) {
      throw new BackupError(
        `The table ${found.name} came out differently: ${found.rows} rows, and ${expected.rows} in the backup.`,
        "Nothing was changed. Restore with the version of Todo and of PostgreSQL that made the backup.",
      );
    }
    sums.push(found);
  }
  return sums;
}
