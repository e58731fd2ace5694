/**
 * A world to test in: the real app over a real PostgreSQL, with named people
 * who speak through the typed client. Worlds of one process share a database
 * and never a person.
 */
import { randomUUID } from "node:crypto";
import { serve } from "@hono/node-server";
import { type Client, createClient } from "@todo/contract";
import { afterAll, expect, inject, onTestFinished } from "vitest";
import { type App, type AppOptions, createApp } from "../app.ts";
import { readConfig } from "../config.ts";
import { type Database, openDatabase } from "../db/database.ts";
import { neededVersion } from "../db/migrate.ts";
import { docsFolder, migrationsFolder } from "../files.ts";
import { createLog } from "../log.ts";
import { databaseUrl, onServer, TEMPLATE } from "./database.ts";

export interface WorldOptions {
  /** The clock stands still there; left out, it is the real one. */
  now?: string;
  environment?: Record<string, string>;
  modelOverride?: NonNullable<AppOptions["modelOverride"]>;
  /** Who else uses it: the test that made it, or all tests of the file (made outside of them). */
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

const urls = new Map<string, Promise<string>>();

/** One database for this test process, copied from the template. */
function processDatabase(): Promise<string> {
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

export async function createWorld({
  now,
  environment = {},
  modelOverride,
  lasts = "test",
}: WorldOptions = {}): Promise<World> {
  let fixed = now ? new Date(now) : undefined;
  const url = environment.DATABASE_URL ?? (await processDatabase());
  const config = readConfig({
    DATABASE_URL: url,
    PUBLIC_URL: ORIGIN,
    BETTER_AUTH_SECRET: "a secret for tests alone, 0123456789",
    LOG_LEVEL: "silent",
    DATABASE_POOL_SIZE: "5",
    SIGN_UPS_PER_HOUR: "1000000",
    ...environment,
  });
  const { databasePoolSize: maxConnections, namedStatements } = config;
  const database = openDatabase({ url, maxConnections, namedStatements });
  const app = await createApp({
    config,
    database,
    log: createLog(config.logLevel),
    version: "0.0.0-test",
    schemaVersion: await neededVersion(migrationsFolder),
    docsFolder,
    now: () => fixed ?? new Date(),
    checkOutput: true,
    ...(modelOverride && { modelOverride }),
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

  (lasts === "test" ? onTestFinished : afterAll)(close);

  return {
    app,
    database,
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
