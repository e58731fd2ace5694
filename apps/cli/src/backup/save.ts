/**
 * Writes a backup of a database in use: all tables as they were at one
 * moment, by COPY inside one transaction that only reads. Nobody waits for
 * it, and the memory it takes doesn't grow with the database.
 */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { FORMAT, type Header, RowSum, type TableSum } from "./contents.ts";
import { framesOf } from "./frames.ts";
import {
  type AppliedMigration,
  appliedMigrations,
  copyOut,
  describeTables,
  quoted,
  SETTINGS,
  type Table,
  versionOf,
} from "./tables.ts";
import { BackupError } from "./trouble.ts";

export interface SaveOptions {
  client: pg.Client;
  /** Must not exist yet. Readable by its owner alone, since it holds what people wrote and the hashes of passwords. */
  file: string;
  secret: Header["secret"];
  signal?: AbortSignal;
}

export interface Saved {
  schemaVersion: number;
  tables: TableSum[];
  bytes: number;
}

/** The file has its name only once it is whole and on the disk. Throws BackupError. */
export async function saveBackup({ client, file, secret, signal }: SaveOptions): Promise<Saved> {
  const migrations = await appliedMigrations(client);
  if (!migrations) {
    throw new BackupError("There is no Todo in this database.", "Check DATABASE_URL or TODO_DATA_DIR.");
  }
  await client.query(`begin isolation level repeatable read, read only; ${SETTINGS}`);
  const tables = await describeTables(client);
  // Keeps migrations and maintenance from changing them on the way; reading and writing rows goes on.
  await client.query(`lock table ${tables.map(({ name }) => quoted(name)).join(", ")} in access share mode`);
  const header = await describe(client, tables, migrations, secret);

  const sums: TableSum[] = [];
  const draft = `${file}.part`;
  try {
    await pipeline(
      Readable.from(contents(client, header, tables, sums), { objectMode: false }),
      createGzip({ level: 3 }),
      createWriteStream(draft, { mode: 0o600, flush: true }),
      signal ? { signal } : {},
    );
    await client.query("commit");
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return { schemaVersion: header.schema.version, tables: sums, bytes: (await stat(file)).size };
}

async function describe(
  client: pg.Client,
  tables: Table[],
  migrations: AppliedMigration[],
  secret: Header["secret"],
): Promise<Header> {
  const { rows: partitions } = await client.query<Header["partitions"][number]>(
    `select c.relname as name, p.relname as parent, pg_get_expr(c.relpartbound, c.oid) as bounds
     from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
     where c.relispartition and c.relkind = 'r' and c.relnamespace = current_schema()::text::regnamespace
     order by c.relname`,
  );
  return {
    todo_backup: FORMAT,
    created_at: new Date().toISOString(),
    schema: { version: versionOf(migrations), migrations },
    secret,
    tables: tables.map(({ name, columns }) => ({ name, columns })),
    partitions,
    sequences: await nextValues(client),
  };
}

/** Sequences don't belong to the snapshot, and are read after it: what they give next is never among the rows. */
async function nextValues(client: pg.Client): Promise<Header["sequences"]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relkind = 'S' and relnamespace = current_schema()::text::regnamespace order by relname`,
  );
  const sequences: Header["sequences"] = [];
  for (const { name } of rows) {
    const { rows: values } = await client.query<{ next: string }>(
      `select (last_value + case when is_called then 1 else 0 end)::text as next from ${quoted(name)}`,
    );
    sequences.push({ name, next: values[0]!.next });
  }
  return sequences;
}

async function* contents(
  client: pg.Client,
  header: Header,
  tables: Table[],
  sums: TableSum[],
): AsyncGenerator<Buffer> {
  const all = createHash("sha256");
  const written = (frames: Buffer[]) => {
    for (const bytes of frames) all.update(bytes);
    return frames;
  };
  const json = (value: unknown) => Buffer.from(JSON.stringify(value));

  yield* written(framesOf("H", json(header)));
  for (const table of tables) {
    const sum = new RowSum();
    for await (const chunk of client.query(copyTo(copyOut(table, table.columns)))) {
      sum.add(chunk);
      yield* written(framesOf("D", chunk));
    }
    const { name, rows, sha256 } = sum.end(table.name);
    sums.push({ name, rows, sha256 });
    yield* written(framesOf("E", json({ rows, sha256 })));
  }
  yield* framesOf("Z", json({ sha256: all.digest("hex") }));
}
