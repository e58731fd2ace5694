/** Is the process alive, and may it be given work? Ready only with a database whose schema is new enough. */
import { Hono } from "hono";
import { type Database, first } from "../db/database.ts";
import { sql } from "../db/sql.ts";

export interface HealthRoutes {
  database: Database;
  /** The schema version that this program needs. */
  schemaVersion: number;
}

const TIMEOUT_MS = 900;

export function healthRoutes({ database, schemaVersion }: HealthRoutes): Hono {
  return new Hono()
    .get("/health", (c) => c.json({ status: "healthy" }))
    .get("/api/health", (c) => c.json({ status: "ok" }))
    .get("/ready", async (c) => {
      const checks = await check(database, schemaVersion);
      const ready = Object.values(checks).every((found) => found === "ok");
      return c.json({ status: ready ? "ready" : "not ready", checks }, ready ? 200 : 503);
    });
}

async function check(database: Database, needed: number): Promise<Record<string, string>> {
  const schema = first<{ version: number }>(
    database,
    sql`select max(version) as version from schema_migrations`,
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), TIMEOUT_MS);
  });
  try {
    const { version = 0 } = (await Promise.race([schema, late])) ?? {};
    return {
      database: "ok",
      schema: version >= needed ? "ok" : `is at version ${version}, needs ${needed}: run the migrations`,
    };
  } catch {
    return { database: "does not answer" };
  } finally {
    clearTimeout(timer);
    schema.catch(() => {});
  }
}
