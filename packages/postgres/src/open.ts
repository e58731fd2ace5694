/** The database of a data folder for a short piece of work, whether or not Todo runs on that folder. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { clusterDir, locateData, socketDirFor } from "./location.ts";
import { takesConnections, urlOf } from "./readiness.ts";
import { type PostgresOptions, startPostgres } from "./start.ts";
import { StartupError } from "./startup-error.ts";

export interface OpenedPostgres {
  /** Connection string of the database `todo`. */
  url: string;
  /** Stops the server if it was started for this; one that ran before goes on. */
  close(): Promise<void>;
}

export interface OpenOptions extends PostgresOptions {
  /** False: throws StartupError when the folder holds no database. */
  create: boolean;
}

export async function openPostgres({ create, ...options }: OpenOptions): Promise<OpenedPostgres> {
  const { dataDir } = locateData(options);
  if (!create && !existsSync(join(clusterDir(dataDir), "PG_VERSION"))) {
    throw new StartupError(
      `There is no database in ${dataDir}.`,
      "Name the right folder with TODO_DATA_DIR, or a PostgreSQL of your own with DATABASE_URL.",
    );
  }
  const socketDir = socketDirFor(dataDir);
  if (await takesConnections(socketDir)) return { url: urlOf(socketDir), close: async () => {} };

  const started = await startPostgres(options);
  return { url: started.url, close: started.stop };
}
