/** Is the process alive, and may it be given work? Ready only with a database whose schema is new enough. */
import { Hono } from "hono";
import { type Database, first } from "../db/database.ts";
import { sql } from "../db/sql.ts";

export interface HealthRoutes {
  database: Database;
  /** The schema version that this program needs. */
  schemaVersion: number;
  /** Aborted when the process was told to stop. */
  leaving: AbortSignal;
}

const TIMEOUT_MS = 900;

export function healthRoutes({ database, schemaVersion, leaving }: HealthRoutes): Hono {
  return new Hono()
    .get("/health", (c) => c.json({ status: "healthy" }))
    .get("/api/health", (c) => c.json({ status: "ok" }))
    .get("/ready", async (c) => {
      if (leaving.aborted) return c.json({ status: "not ready", checks: { process: "is stopping" } }, 503);
      const checks = await check(database, schemaVersion);
      const ready = Object.values(checks).every((found) => found === "ok");
      return c.json({ status: ready ? "ready" : "not ready", checks }, ready ? 200 : 503);
    });
}

/** A schema that was new enough at the start still is when the answer doesn't come in time. */
async function check(database: Database, needed: number): Promise<Record<string, string>> {
  const answeredBefore = database.answered();
  const schema = first<{ version: number }>(
    database,
    sql`select max(version) as version from schema_migrations`,
  );
  let timer: NodeJS.Timeout | undefined;
  const late = Symbol("late");
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late), TIMEOUT_MS);
  });
  try {
    const { version = 0 } = (await Promise.race([schema, patience])) ?? {};
    return {
      database: "ok",
      schema: version >= needed ? "ok" : `is at version ${version}, needs ${needed}: run the migrations`,
    };
  } catch (error) {
    // Behind many others, while these are served: a process that has much to do is no reason to send it nothing.
    const isQueued = error === late && database.answered() > answeredBefore;
    return isQueued ? { database: "ok", schema: "ok" } : { database: "does not answer" };
  } finally {
    clearTimeout(timer);
    schema.catch(() => {});
  }
}
