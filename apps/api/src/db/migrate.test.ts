import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getMigrations } from "better-auth/db/migration";
import pg from "pg";
import { describe, expect, inject, onTestFinished, test, vi } from "vitest";
import { createAuth } from "../access/auth.ts";
import { migrationsFolder } from "../files.ts";
import { databaseUrl, onServer } from "../testing/database.ts";
import { migrate, neededVersion } from "./migrate.ts";

async function emptyDatabase(): Promise<string> {
  const server = inject("databaseServer");
  const name = `migrate_${crypto.randomUUID().replaceAll("-", "")}`;
  await onServer(server, (client) => client.query(`create database ${name}`));
  onTestFinished(async () => {
    await onServer(server, (client) => client.query(`drop database ${name} with (force)`));
  });
  return databaseUrl(server, name);
}

async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A copy of the migrations that a test may change. */
async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "todo-migrations-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(migrationsFolder, folder, { recursive: true });
  return folder;
}

test("processes that start together migrate once", async () => {
  const url = await emptyDatabase();
  const applied: string[] = [];
  const start = () => migrate({ url, folder: migrationsFolder, log: (line) => applied.push(line) });

  const versions = await Promise.all([start(), start(), start()]);

  const needed = await neededVersion(migrationsFolder);
  expect(versions).toEqual([needed, needed, needed]);
  expect(applied).toHaveLength(needed);
});

test("a migration that fails changes nothing and says which it was", async () => {
  const url = await emptyDatabase();
  const folder = await ownFolder();
  await writeFile(join(folder, "9999_broken.sql"), "create table half_done (id int); select 1 / 0;");

  await expect(migrate({ url, folder })).rejects.toThrow(
    /9999_broken\.sql failed and changed nothing: division by zero/,
  );
  const { rows } = await withClient(url, (client) =>
    client.query("select to_regclass('half_done') as found"),
  );
  expect(rows[0].found).toBeNull();
});

test("a migration that was changed after it had been applied is refused", async () => {
  const url = await emptyDatabase();
  await migrate({ url, folder: migrationsFolder });
  const folder = await ownFolder();
  await writeFile(join(folder, "0001_first_release.sql"), "select 1;");
  await expect(migrate({ url, folder })).rejects.toThrow(/was changed after it had been applied/);
});

test("an older program leaves a newer schema alone", async () => {
  const url = await emptyDatabase();
  const folder = await ownFolder();
  await writeFile(join(folder, "9999_newer.sql"), "create table newer (id int);");
  await migrate({ url, folder });
  expect(await migrate({ url, folder: migrationsFolder })).toBe(9999);
});

test("the accounts' tables are those that Better Auth asks for", async () => {
  const url = await emptyDatabase();
  await migrate({ url, folder: migrationsFolder });
  const pool = new pg.Pool({ connectionString: url });
  // Ends before the database goes: a connection that is cut off would be an error of nobody's.
  const publicUrl = "http://localhost:3000";
  const database = { rows: () => Promise.reject(new Error("No connection is asked for.")) };
  const auth = createAuth({
    pool,
    database,
    publicUrl,
    origins: [publicUrl],
    secret: "x".repeat(32),
    warn: () => {},
  });
  // It writes a row of its own while it starts.
  await auth.$context;
  const { toBeCreated, toBeAdded } = await getMigrations(auth.options).finally(() => pool.end());
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
});

describe("an index that is built without a transaction", () => {
  const index = "create index concurrently notes_by_text on notes (text)";

  /** A database with a table, and a migration that is to be applied to it. */
  async function openNotes(statement: string) {
    const [url, folder] = [await emptyDatabase(), await ownFolder()];
    await writeFile(join(folder, "9998_notes.sql"), "create table notes (text text)");
    await migrate({ url, folder });
    await writeFile(join(folder, "9999_index.sql"), `-- no transaction\n${statement};\n`);
    return { url, folder };
  }

  const validity = (client: pg.Client) =>
    client
      .query("select indisvalid as valid from pg_index where indexrelid = to_regclass('notes_by_text')")
      .then(({ rows }) => rows.map(({ valid }) => valid));

  test("stops nobody from writing", async () => {
    const { url, folder } = await openNotes(index);
    await withClient(url, async (earlier) => {
      await earlier.query("begin");
      await earlier.query("insert into notes values ('before')");
      const migrated = migrate({ url, folder });
      await withClient(url, async (writer) => {
        await vi.waitUntil(async () => (await validity(writer)).includes(false), { timeout: 30_000 });
        // In a transaction the index would hold a lock by now that this one can't have.
        await writer.query("begin");
        await writer.query("lock table notes in row exclusive mode nowait");
        await writer.query("insert into notes values ('meanwhile')");
        await writer.query("commit");
      });
      await earlier.query("commit");
      expect(await migrated).toBe(9999);
      expect(await validity(earlier)).toEqual([true]);
    });
  });

  test("is built once by processes that start together", async () => {
    const { url, folder } = await openNotes(index);
    const applied: string[] = [];
    const start = () => migrate({ url, folder, log: (line) => applied.push(line) });
    expect(await Promise.all([start(), start(), start()])).toEqual([9999, 9999, 9999]);
    expect(applied).toEqual(["Applied 9999_index.sql"]);
  });

  test("is built anew when an earlier attempt was cut off", async () => {
    const { url, folder } = await openNotes(index);
    await withClient(url, async (client) => {
      await client.query("insert into notes values ('twice'), ('twice')");
      const unique = index.replace("create index", "create unique index");
      await expect(client.query(unique)).rejects.toThrow("could not create unique index");
      expect(await validity(client)).toEqual([false]);

      await migrate({ url, folder });

      expect(await validity(client)).toEqual([true]);
    });
  });

  test("is taken as it is when it was finished and not noted", async () => {
    const { url, folder } = await openNotes(index);
    await withClient(url, (client) => client.query(index));
    expect(await migrate({ url, folder })).toBe(9999);
  });

  test("leaves nothing behind when it fails", async () => {
    const { url, folder } = await openNotes(index.replace("create index", "create unique index"));
    await withClient(url, async (client) => {
      await client.query("insert into notes values ('twice'), ('twice')");
      await expect(migrate({ url, folder })).rejects.toThrow(
        /9999_index\.sql failed and changed nothing: could not create unique index/,
      );
      expect(await validity(client)).toEqual([]);
    });
  });

  test.each([
    `${index}; ${index.replaceAll("notes_by", "other_by")}`,
    "alter table notes add column more text",
  ])("stands alone: “%s” is refused", async (statement) => {
    const { url, folder } = await openNotes(statement);
    await expect(migrate({ url, folder })).rejects.toThrow(/9999_index\.sql begins with “-- no transaction”/);
  });
});
