import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, expect, test } from "vitest";
import { type PostgresOptions, type RunningPostgres, StartupError, startPostgres } from "./index.ts";
import { processIdentity } from "./processes.ts";

const root = mkdtempSync(join(tmpdir(), "todo-postgres-"));
chmodSync(root, 0o755);
const running: RunningPostgres[] = [];
const isRoot = process.getuid?.() === 0;
let count = 0;

const newFolder = () => {
  const dir = join(root, String(++count));
  mkdirSync(dir);
  return dir;
};

const start = async (dataDir: string, more: Partial<PostgresOptions> = {}) => {
  const systemDir = join(root, "system");
  const postgres = await startPostgres({
    ...{ dataDir, projectDir: root, systemDir, settings: { fsync: "off" } },
    ...more,
  });
  running.push(postgres);
  return postgres;
};

const query = async ({ url }: { url: string }, sql: string) => {
  const client = new Client(url);
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

/** Starts in a process of its own, then kills that as the system would, without a goodbye. */
const startAndKillStarter = async (dataDir: string) => {
  const code = `
    import { startPostgres } from ${JSON.stringify(new URL("./index.ts", import.meta.url).href)};
    const options = ${JSON.stringify({ dataDir, projectDir: root, settings: { fsync: "off" } })};
    console.log((await startPostgres(options)).pid);
    setInterval(() => {}, 1000);`;
  const starter = spawn(process.execPath, ["--input-type=module", "-e", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(starter.stdout!, "data")) as [Buffer];
  starter.kill("SIGKILL");
  await once(starter, "exit");
  return Number(line.toString());
};

afterEach(async () => {
  await Promise.all(running.splice(0).map((postgres) => postgres.stop()));
});

afterAll(() => rmSync(root, { recursive: true }));

test("what was written is there after stop and start, at the same address", async () => {
  const dataDir = newFolder();
  const first = await start(dataDir);
  await query(first, "CREATE TABLE plants AS SELECT 'fern' AS name");
  await first.stop();
  expect(processIdentity(first.pid)).toBeUndefined();

  const second = await start(dataDir);
  expect(second.url).toBe(first.url);
  expect(await query(second, "SELECT name FROM plants")).toEqual([{ name: "fern" }]);
});

test("only its user can reach the socket, and it flushes to disk unless told otherwise", async () => {
  const postgres = await start(newFolder(), { settings: {} });
  expect(statSync(postgres.socketDir).mode & 0o777).toBe(0o700);
  const [settings] = await query(
    postgres,
    "SELECT current_setting('fsync') AS fsync, current_setting('listen_addresses') AS listens, current_database() AS name",
  );
  expect(settings).toEqual({ fsync: "on", listens: "", name: "todo" });
});

test("a data folder with a long path gets a short one for its socket, the same each time", async () => {
  const dataDir = join(newFolder(), "a-long-name".repeat(10));
  const first = await start(dataDir);
  expect(first.socketDir.startsWith(join(tmpdir(), "todo-"))).toBe(true);
  await first.stop();

  const second = await start(dataDir);
  expect(await query(second, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(second.socketDir).toBe(first.socketDir);
  await second.stop();
  rmSync(second.socketDir, { recursive: true });
});

test("the server of a killed process is adopted, and stopped at the end", async () => {
  const dataDir = newFolder();
  const orphan = await startAndKillStarter(dataDir);
  expect(processIdentity(orphan)).toBeDefined();

  const postgres = await start(dataDir);
  expect(postgres.pid).toBe(orphan);
  expect(await query(postgres, "SELECT 1 AS one")).toEqual([{ one: 1 }]);

  await postgres.stop();
  expect(processIdentity(orphan)).toBeUndefined();
});

test("a left-over server with other settings is replaced", async () => {
  const dataDir = newFolder();
  const orphan = await startAndKillStarter(dataDir);

  const postgres = await start(dataDir, { settings: { fsync: "off", max_connections: "7" } });
  expect(postgres.pid).not.toBe(orphan);
  expect(await query(postgres, "SHOW max_connections")).toEqual([{ max_connections: "7" }]);
});

test("a left-over server that hangs is replaced", async () => {
  const dataDir = newFolder();
  const orphan = await startAndKillStarter(dataDir);
  process.kill(orphan, "SIGSTOP");

  const lines: string[] = [];
  const postgres = await start(dataDir, {
    log: (line) => {
      // On a busy machine it says later that it waits for the new one.
      if (lines.push(line) === 1) process.kill(orphan, "SIGCONT");
    },
  });
  expect(lines[0]).toBe("Stopping a database server that was left over…");
  expect(postgres.pid).not.toBe(orphan);
});

test("a server that was killed says so, and starts again over what it left", async () => {
  const dataDir = newFolder();
  const first = await start(dataDir);
  await query(first, "CREATE TABLE plants AS SELECT 'fern' AS name");
  process.kill(first.pid, "SIGKILL");
  await first.exited;

  const second = await start(dataDir);
  expect(await query(second, "SELECT name FROM plants")).toEqual([{ name: "fern" }]);
});

test("a number in postmaster.pid that now belongs to someone else is no obstacle", async () => {
  const dataDir = newFolder();
  const first = await start(dataDir);
  await first.stop();
  writeFileSync(join(dataDir, "postgres", "postmaster.pid"), `${process.pid}\n${dataDir}/postgres\n`);

  const second = await start(dataDir);
  expect(await query(second, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("a second start on a folder that is looked after is refused and does no harm", async () => {
  const dataDir = newFolder();
  const first = await start(dataDir);

  await expect(start(dataDir)).rejects.toThrow(`Todo already runs on the data folder ${dataDir}`);
  expect(await query(first, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("a creation that was cut short is thrown away", async () => {
  const dataDir = newFolder();
  mkdirSync(join(dataDir, "postgres.draft-1", "base"), { recursive: true });
  writeFileSync(join(dataDir, "postgres.draft-1", "PG_VERSION"), "18\n");

  const postgres = await start(dataDir);
  expect(await query(postgres, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(readdirSync(dataDir).filter((name) => name.includes("draft"))).toEqual([]);
});

test("killed in the middle of the creation, the next start succeeds", async () => {
  const dataDir = newFolder();
  // What it says is followed by the draft and by initdb, which has begun when the process comes to anything else.
  const code = `
    import { startPostgres } from ${JSON.stringify(new URL("./index.ts", import.meta.url).href)};
    const killed = () => process.kill(process.pid, "SIGKILL");
    const log = (line) => line.startsWith("Creating") && setImmediate(killed);
    await startPostgres({ ...${JSON.stringify({ dataDir, projectDir: root })}, log });`;
  const starter = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: "inherit" });
  expect(await once(starter, "exit")).toEqual([null, "SIGKILL"]);
  expect(readdirSync(dataDir)).toContain(`postgres.draft-${starter.pid}`);
  expect(existsSync(join(dataDir, "postgres"))).toBe(false);

  const postgres = await start(dataDir);
  expect(await query(postgres, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("the data of another PostgreSQL is left alone", async () => {
  const dataDir = newFolder();
  mkdirSync(join(dataDir, "postgres"));
  writeFileSync(join(dataDir, "postgres", "PG_VERSION"), "15\n");

  const error = await start(dataDir).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(StartupError);
  expect(error).toMatchObject({ message: expect.stringContaining("written by PostgreSQL 15") });
});

test("a folder with something else in it is left alone", async () => {
  const dataDir = newFolder();
  mkdirSync(join(dataDir, "postgres"));
  writeFileSync(join(dataDir, "postgres", "holiday.jpg"), "");

  await expect(start(dataDir)).rejects.toThrow("something else than a PostgreSQL database");
});

test("a data folder that can't be made says how to go on", async () => {
  const file = join(newFolder(), "file");
  writeFileSync(file, "");

  await expect(start(join(file, "data"))).rejects.toMatchObject({
    name: "StartupError",
    remedy: expect.stringContaining("TODO_DATA_DIR"),
  });
});

test.runIf(isRoot)("root's own folder is out of reach for nobody, so everything goes elsewhere", async () => {
  const projectDir = newFolder();
  chmodSync(projectDir, 0o700);
  const first = await start(join(projectDir, ".data"), { projectDir });

  expect(first.dataDir.startsWith(join(root, "system"))).toBe(true);
  expect(first.notices).toEqual([expect.stringContaining(first.dataDir)]);
  expect(existsSync(join(projectDir, ".data"))).toBe(false);
  expect(statSync(join(first.dataDir, "postgres")).uid).toBe(65534);
  await query(first, "CREATE TABLE plants AS SELECT 'fern' AS name");
  await first.stop();

  chmodSync(projectDir, 0o755);
  const second = await start(join(projectDir, ".data"), { projectDir });
  expect(await query(second, "SELECT name FROM plants")).toEqual([{ name: "fern" }]);
});

test.runIf(isRoot)("a data folder that was root's alone lets nobody through to the database", async () => {
  const dataDir = newFolder();
  chmodSync(dataDir, 0o700);
  const postgres = await start(dataDir);
  expect(postgres.dataDir).toBe(dataDir);
  expect(statSync(dataDir).mode & 0o777).toBe(0o701);
});

test.runIf(isRoot)("data that belongs to an ordinary user stays theirs when root starts", async () => {
  const dataDir = newFolder();
  const first = await start(dataDir);
  await first.stop();
  execFileSync("chown", ["-R", "1:1", join(dataDir, "postgres"), join(dataDir, "socket")]);

  const second = await start(dataDir);
  expect(await query(second, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(statSync(join(dataDir, "postgres")).uid).toBe(1);
});
