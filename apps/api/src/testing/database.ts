/**
 * One embedded PostgreSQL for a whole test run, with a migrated template that
 * every test process copies. Nothing here is durable: it is thrown away.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "@todo/postgres";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "../db/migrate.ts";
import { migrationsFolder } from "../files.ts";

export const TEMPLATE = "todo_template";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the server's `postgres` database; set TEST_DATABASE_URL to use a server of your own. */
    databaseServer: string;
    /** The same server by way of a pooler, where the tests go through one. */
    poolerServer?: string;
  }
}

/** Vitest's global setup. */
export default async function setup(project: TestProject) {
  const own = process.env.TEST_DATABASE_URL;
  const server = own ? undefined : await startThrowaway();
  const url = own ?? server!.url;
  await makeTemplate(url);
  project.provide("databaseServer", url);
  return () => server?.stop();
}

async function startThrowaway() {
  const folder = await mkdtemp(join(tmpdir(), "todo-test-"));
  const settings = {
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    max_connections: "200",
  };
  const server = await startPostgres({ dataDir: folder, projectDir: process.cwd(), settings });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function makeTemplate(url: string) {
  await onServer(url, (client) => client.query(`drop database if exists ${TEMPLATE}`));
  await onServer(url, (client) => client.query(`create database ${TEMPLATE}`));
  await migrate({ url: databaseUrl(url, TEMPLATE), folder: migrationsFolder });
}

export async function onServer<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl(url, "postgres") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same server, another database. */
export function databaseUrl(serverUrl: string, name: string): string {
  return serverUrl.replace(/^(postgres(?:ql)?:\/\/[^/]*)\/[^?]*/, `$1/${name}`);
}
