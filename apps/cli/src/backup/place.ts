/** Where the data is: a PostgreSQL named by DATABASE_URL, or the embedded one of the data folder; and the secret beside it. */
import { createHmac } from "node:crypto";
import { locateData, openPostgres, prepareDataDir, StartupError } from "@todo/postgres";
import pg from "pg";
import { findSecret, keepSecret } from "../start/secret.ts";
import { readSettings, type Settings } from "../start/settings.ts";
import { BackupError } from "./trouble.ts";

export interface Place {
  settings: Settings;
  url: string;
  client: pg.Client;
  secret: string | undefined;
  /** Puts the secret where `todo start` finds it; only where none is known. */
  keepSecret(secret: string): void;
  /** Where the secret is, or belongs. */
  secretPlace: string;
  close(): Promise<void>;
}

export interface PlaceOptions {
  environment: Record<string, string | undefined>;
  /** Makes the embedded database when there is none. */
  create: boolean;
  say: (line: string) => void;
}

/** Throws BackupError when it can't be reached or started. */
export async function openPlace({ environment, create, say }: PlaceOptions): Promise<Place> {
  try {
    const settings = readSettings(environment);
    const { databaseUrl, authSecret } = settings;
    const { dataDir, user } = databaseUrl
      ? { dataDir: settings.dataDir, user: undefined }
      : locateData(settings);
    const database = databaseUrl
      ? { url: pastPooler(databaseUrl, environment), close: async () => {} }
      : await openPostgres({ ...settings, create, log: say });
    const client = await connect(database.url).catch(async (error: unknown) => {
      await database.close();
      throw error;
    });
    return {
      settings,
      url: database.url,
      client,
      secret: authSecret ?? findSecret(dataDir),
      keepSecret(secret) {
        prepareDataDir(dataDir, user);
        keepSecret(dataDir, secret);
      },
      secretPlace: authSecret ? "BETTER_AUTH_SECRET" : `${dataDir}/secret`,
      async close() {
        await client.end().catch(() => {});
        await database.close();
      },
    };
  } catch (error) {
    if (error instanceof StartupError) throw new BackupError(error.message, error.remedy, { cause: error });
    throw error;
  }
}

/** One long transaction is not for a pooler. */
const pastPooler = (url: string, environment: PlaceOptions["environment"]) =>
  environment.DIRECT_DATABASE_URL?.trim() || url.replace("-pooler.", ".");

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that is cut fails the statement that needs it; unheard, the event would end the process.
  client.on("error", () => {});
  await client.connect().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BackupError(
      `The database can't be reached: ${reason}.`,
      "Check DATABASE_URL, and that it runs.",
    );
  });
  return client;
}

/** Says whether two secrets are the same without giving one away. */
export const fingerprintOf = (secret: string) =>
  createHmac("sha256", secret).update("todo backup").digest("hex").slice(0, 16);
