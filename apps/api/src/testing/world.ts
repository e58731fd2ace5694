/**
 * A world to test in: the real app over a real PostgreSQL, with named people
 * who speak through the typed client. Worlds of one process share a database
 * and never a person.
 */
import { randomUUID } from "node:crypto";
import { serve } from "@hono/node-server";
import { type Client, createClient } from "@todo/contract";
import { expect, inject, onTestFinished } from "vitest";
import { type App, type AppOptions, createApp } from "../app.ts";
import type { Timing } from "../assistant/timing.ts";
import { readConfig } from "../config.ts";
import { type Database, openDatabase } from "../db/database.ts";
import { neededVersion } from "../db/migrate.ts";
import { sql } from "../db/sql.ts";
import { docsFolder, migrationsFolder } from "../files.ts";
import { createLog } from "../log.ts";
import { usualPace } from "../notices/pace.ts";
import { databaseUrl, onServer, TEMPLATE } from "./database.ts";
import { closeAfterFile } from "./worlds-of-file.ts";

export interface WorldOptions {
  /** The clock stands still there; left out, it is the real one. */
  now?: string;
  environment?: Record<string, string>;
  modelOverride?: NonNullable<AppOptions["modelOverride"]>;
  timing?: Partial<Timing>;
  announcerPace?: NonNullable<AppOptions["announcerPace"]>;
  /** Nobody sends what falls due by themselves, unless `lookMs` is given. */
  noticePace?: NonNullable<AppOptions["noticePace"]>;
  /** Gets each line of the log, which is silent otherwise. */
  log?: (line: string) => void;
  /** Who else uses it: the test that made it, or all tests of the file. */
  lasts?: "test" | "file";
}

export interface Person extends Client {
  id: string;
  email: string;
  /** Sends any request as this person; the path begins with a slash. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** The session's token, for surfaces that the client doesn't know. */
  token: string;
  /** The same person with another credential. */
  with(token: string): Client & { fetch: Person["fetch"] };
}

export interface World {
  /** Signs up on first use. */
  as(name: string): Promise<Person>;
  /** Whoever has the token, here: a person of another world is the same one in this. */
  with: Person["with"];
  app: App;
  database: Database;
  /** Moves the clock; it stands still from then on. */
  setNow(instant: string): void;
  /** Serves on a free port, for programs that need a real address. */
  listen(): Promise<string>;
  /** Stops early; it stops by itself when its time is over. */
  close(): Promise<void>;
}

export const PASSWORD = "correct horse battery staple";
const ORIGIN = "http://localhost:3000";

/** Nobody takes runs over by themselves, and a world that stops waits for none. */
const unhurried: Timing = { leaseMs: 6_000, gatherMs: 5, pollMs: 1_000, graceMs: 0 };

const idle = { ...usualPace, lookMs: undefined };

const urls = new Map<string, Promise<string>>();

/** One database for this test process, copied from the template. */
export function processDatabase(): Promise<string> {
  const server = inject("databaseServer");
  const known = urls.get(server);
  if (known) return known;
  const name = `todo_test_${process.pid}_${Date.now().toString(36)}`;
  const made = onServer(server, (client) =>
    client.query(`create database ${name} template ${TEMPLATE}`),
  ).then(() => databaseUrl(server, name));
  urls.set(server, made);
  return made;
}

/** Straight, or through the pooler when these tests are to go through one. A test that names its own way has it. */
async function wayToDatabase(environment: Record<string, string>): Promise<Record<string, string>> {
  const direct = await processDatabase();
  const pooler = inject("poolerServer");
  if (!pooler || environment.DATABASE_URL) return { DATABASE_URL: direct };
  return {
    DATABASE_URL: databaseUrl(pooler, new URL(direct).pathname.slice(1)),
    DIRECT_DATABASE_URL: direct,
    DATABASE_NAMED_STATEMENTS: "false",
  };
}

export async function createWorld({
  now,
  environment = {},
  modelOverride,
  timing = {},
  announcerPace,
  noticePace,
  log,
  lasts = "test",
}: WorldOptions = {}): Promise<World> {
  let fixed = now ? new Date(now) : undefined;
  const config = readConfig({
    ...(await wayToDatabase(environment)),
    PUBLIC_URL: ORIGIN,
    BETTER_AUTH_SECRET: "a secret for tests alone, 0123456789",
    LOG_LEVEL: "silent",
    DATABASE_POOL_SIZE: "5",
    // Of which a third may be waited for a lock, and half be spent in a transaction: some tests hold one until others wait.
    DATABASE_TIMEOUT_MS: "60000",
    SIGN_UPS_PER_HOUR: "1000000",
    CLIENTS_PER_HOUR: "1000000",
    ...environment,
  });
  const { databasePoolSize: maxConnections, namedStatements } = config;
  const { databasePooled: pooled, databaseTimeoutMs: timeoutMs } = config;
  const ownLog = log ? createLog("debug", { write: log }) : createLog(config.logLevel);
  const database = openDatabase({
    url: config.databaseUrl,
    maxConnections,
    namedStatements,
    pooled,
    timeoutMs,
    warn: (message) => ownLog.warn(message),
  });
  const app = await createApp({
    config,
    database,
    log: ownLog,
    version: "0.0.0-test",
    schemaVersion: await neededVersion(migrationsFolder),
    docsFolder,
    now: () => fixed ?? new Date(),
    checkOutput: true,
    timing: { ...unhurried, ...timing },
    noticePace: { ...idle, ...noticePace },
    ...(modelOverride && { modelOverride }),
    ...(announcerPace && { announcerPace }),
  });

  const people = new Map<string, Promise<Person>>();
  const closers: (() => Promise<void>)[] = [];
  const send: typeof fetch = async (input, init) => app.fetch(new Request(input, init));
  const withToken = (token: string) => {
    const headers = { authorization: `Bearer ${token}` };
    return {
      ...createClient({ baseUrl: ORIGIN, fetch: send, headers }),
      fetch: (path: string, init: RequestInit = {}) =>
        send(ORIGIN + path, { ...init, headers: { ...headers, ...init.headers } }),
    };
  };

  const signUp = async (name: string): Promise<Person> => {
    const email = `${name}-${randomUUID()}@example.com`;
    const response = await send(`${ORIGIN}/api/auth/sign-up/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: ORIGIN },
      body: JSON.stringify({ name, email, password: PASSWORD }),
    });
    expect(response.status, await response.clone().text()).toBe(200);
    const token = response.headers.get("set-auth-token")!;
    const { user } = (await response.json()) as { user: { id: string } };
    return { ...withToken(token), id: user.id, email, token, with: withToken };
  };

  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= closeAll();
    return closing;
  };
  const closeAll = async () => {
    for (const closer of closers) await closer();
    await app.close();
    await database.close();
  };

  /** What a test left unfinished is nobody's to take over. */
  const leaveNothing = async () => {
    const ids = (await Promise.all(people.values())).map(({ id }) => id);
    const cancel = sql`update agent_runs set status = 'cancelled' where status = 'running' and user_id = any(${ids}::uuid[])`;
    await database.rows(cancel).catch(() => {});
  };

  (lasts === "test" ? onTestFinished : closeAfterFile)(async () => {
    if (!closing) await leaveNothing();
    await close();
  });

  return {
    app,
    database,
    with: withToken,
    as(name) {
      const known = people.get(name) ?? signUp(name);
      people.set(name, known);
      return known;
    },
    setNow(instant) {
      fixed = new Date(instant);
    },
    listen: () =>
      new Promise((resolve) => {
        const options = { port: 0, hostname: "127.0.0.1", fetch: app.fetch };
        const server = serve(options, ({ port }) => resolve(`http://127.0.0.1:${port}`));
        closers.push(() => new Promise((done) => server.close(() => done())));
      }),
    close,
  };
}
