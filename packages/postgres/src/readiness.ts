/** Waits until the server takes connections, and makes sure that the database `todo` exists in it. */
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import type { Server } from "./server.ts";
import { errorCode } from "./startup-error.ts";

const database = "todo";

export const urlOf = (socketDir: string) =>
  `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(socketDir)}`;

/** Resolves to false when the server ended or never answered. A recovery after a crash may take its time. */
export async function becomesReady(
  server: Server,
  socketDir: string,
  { log, patienceMs }: { log: (line: string) => void; patienceMs: number },
): Promise<boolean> {
  const startedAt = Date.now();
  let deadline = startedAt + patienceMs;
  let told = false;
  while (server.isAlive() && Date.now() < deadline) {
    const problem = await connectTo(socketDir, database);
    if (problem === undefined) return true;
    if (problem === doesNotExist) {
      await connectTo(socketDir, "postgres", `CREATE DATABASE ${database}`);
    } else if (problem === cannotConnectNow) {
      deadline = Date.now() + patienceMs;
      if (!told && Date.now() - startedAt > 1_000) {
        log("Waiting for the database…");
        told = true;
      }
    }
    await delay(25);
  }
  return false;
}

/** Whether a server answers there right now, with the database `todo` in it. */
export async function takesConnections(socketDir: string): Promise<boolean> {
  return (await connectTo(socketDir, database)) === undefined;
}

// SQLSTATE codes.
const doesNotExist = "3D000";
const cannotConnectNow = "57P03";

/** Resolves to the code of what went wrong, or to nothing. */
async function connectTo(socketDir: string, name: string, statement?: string): Promise<string | undefined> {
  const client = new Client({
    host: socketDir,
    user: "postgres",
    database: name,
    connectionTimeoutMillis: 3_000,
  });
  // A connection that breaks later says so through an event; unheard, that would end the process.
  client.on("error", () => {});
  try {
    await client.connect();
    if (statement) await client.query(statement);
    return undefined;
  } catch (error) {
    return errorCode(error) ?? "timeout";
  } finally {
    await client.end().catch(() => {});
  }
}
