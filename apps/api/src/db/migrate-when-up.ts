/**
 * Migrates a database that may still be starting: in a cluster its pod and ours
 * start together, and its name isn't known before it is ready.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { type MigrateOptions, migrate } from "./migrate.ts";
import { diagnose, reasonOf } from "./trouble.ts";

const PAUSE_MS = 1_000;

/**
 * Gives the schema's version, as `migrate` does. Throws what went wrong at last when the database was away for
 * `waitMs`, and at once what waiting doesn't mend, such as a wrong password.
 */
export async function migrateWhenUp({
  waitMs,
  ...options
}: MigrateOptions & { waitMs: number }): Promise<number> {
  const giveUpAt = performance.now() + waitMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await migrate(options);
    } catch (error) {
      if (!diagnose(error)) throw error;
      if (performance.now() + PAUSE_MS > giveUpAt)
        throw new Error(
          `It doesn't answer (${reasonOf(error)}). Check that it runs and that DATABASE_URL leads to it.`,
          { cause: error },
        );
      if (attempt === 1) options.log?.(`The database doesn't answer yet: ${reasonOf(error)}`);
      await sleep(PAUSE_MS);
    }
  }
}
