import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getMigrations } from "better-auth/db/migration";
import pg from "pg";
import { expect, inject, onTestFinished, test } from "vitest";
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
