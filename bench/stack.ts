/**
 * What is measured, started on free ports: an embedded PostgreSQL with the
 * product's own settings in a folder that is thrown away, the built API, and
 * beside it the limit server with a database of its own in the same PostgreSQL.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, globSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { startPostgres } from "@todo/postgres";
import pg from "pg";

export const projectDir = join(import.meta.dirname, "..");
const builtApi = join(projectDir, "apps", "api", "dist", "main.mjs");

/** Both servers sign their tokens with it. */
export const secret = "a secret for benchmarks alone, 0123456789";

export interface Stack {
  apiUrl: string;
  /** Number of the API's process. */
  apiPid: number;
  limitUrl: string;
  /** The API's database. */
  databaseUrl: string;
  limitDatabaseUrl: string;
  /** For scripts and the like; gone with the rest. */
  folder: string;
  stop(): Promise<void>;
}

/** `api` names another build to measure than the project's own, which is made when there is none. */
export async function startStack({ api }: { api?: string | undefined } = {}): Promise<Stack> {
  if (!api) await prepareBuild();
  const folder = await mkdtemp(join(tmpdir(), "todo-bench-"));
  const closers: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    // The folder itself, not one inside: when this is root, PostgreSQL runs as somebody who must be let in.
    const postgres = await startPostgres({ dataDir: folder, projectDir });
    closers.push(() => postgres.stop());
    const limitDatabaseUrl = await createDatabase(postgres.url, "todo_limit");
    const serve = async (file: string, databaseUrl: string) => {
      const server = await startServer(file, databaseUrl);
      closers.push(server.stop);
      return server;
    };
    const server = await serve(api ?? builtApi, postgres.url);
    const limit = await serve(join(import.meta.dirname, "limit-server.ts"), limitDatabaseUrl);
    return {
      apiUrl: server.url,
      apiPid: server.pid,
      limitUrl: limit.url,
      databaseUrl: postgres.url,
      limitDatabaseUrl,
      folder,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Runs one statement, or several without values, on a connection of its own. */
export async function onDatabase<Row extends object>(url: string, text: string, values?: unknown[]) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

async function createDatabase(serverUrl: string, name: string) {
  await onDatabase(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = name;
  return url.href;
}

async function prepareBuild() {
  if (!existsSync(builtApi)) {
    const script = join(projectDir, "scripts", "build.mjs");
    // Standard output is for the results.
    const build = spawn(process.execPath, [script], { stdio: ["ignore", process.stderr, process.stderr] });
    const [code] = await once(build, "exit");
    if (code !== 0) throw new Error("There is nothing to measure: the build failed.");
  } else if (statSync(builtApi).mtimeMs < newestSource()) {
    console.error("The build is older than the sources. To measure these, run `npm run build` first.");
  }
}

function newestSource(): number {
  const files = ["apps/api/src", "packages"].flatMap((folder) =>
    globSync(join(projectDir, folder, "**", "*.{ts,sql}"), {
      exclude: ["**/node_modules/**", "**/*.test.ts"],
    }),
  );
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

async function startServer(file: string, databaseUrl: string) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  // Nothing of our own environment: a model's key or a pool size would change what is measured.
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    API_PORT: String(port),
    PUBLIC_URL: url,
    DATABASE_URL: databaseUrl,
    BETTER_AUTH_SECRET: secret,
    // A few people do here what thousands would.
    STREAMS_PER_PERSON: "100000",
    RUNS_PER_PERSON: "100000",
    WRITES_PER_MINUTE: "10000000",
    // Where reminders are sent in their measurement.
    OUTBOUND_ALLOW: "127.0.0.1",
  };
  const collector = join(import.meta.dirname, "collect-garbage.ts");
  const args = ["--expose-gc", "--import", collector, file];
  const server = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] });
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill("SIGTERM");
    await once(server, "exit");
  };
  await waitUntilHealthy(url, server, file).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url, pid: server.pid!, stop };
}

async function waitUntilHealthy(url: string, server: ChildProcess, file: string) {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) throw new Error(`${file} ended with ${server.exitCode}.`);
    const healthy = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return;
    await delay(100);
  }
  throw new Error(`${file} did not answer within 30 seconds.`);
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
