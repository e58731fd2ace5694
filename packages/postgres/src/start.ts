/**
 * Starts the embedded PostgreSQL on a data folder: unix socket only, so that
 * no password is needed, and as another user when this is root.
 */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { prepareBinaries } from "./binaries.ts";
import { prepareCluster } from "./cluster.ts";
import { locateData, prepareDataDir, prepareSocketDir, socketDirFor, type User } from "./location.ts";
import { takeLock } from "./lock.ts";
import { becomesReady, urlOf } from "./readiness.ts";
import { findServer, launch, runsAs, stopServer } from "./server.ts";
import { StartupError } from "./startup-error.ts";

export interface PostgresOptions {
  /** Todo's data folder; the database's own is `postgres/` inside it. */
  dataDir: string;
  /** Names the place below `systemDir` when root can't use `dataDir`. */
  projectDir: string;
  log?: (line: string) => void;
  /** Server settings by name, such as `{ fsync: "off" }` for tests. */
  settings?: Record<string, string>;
  /** Default: `logs/postgres.log` in the data folder. */
  logFile?: string;
  systemDir?: string;
}

export interface RunningPostgres {
  /** Connection string of the database `todo`. The same after each start on the same folder. */
  url: string;
  socketDir: string;
  /** Where the data is; not always what was asked for, see `notices`. */
  dataDir: string;
  notices: string[];
  pid: number;
  /** Settles when the server is gone: stopped, or dead. */
  exited: Promise<void>;
  stop(): Promise<void>;
}

const defaults = { shared_buffers: "64MB", max_connections: "60", listen_addresses: "", port: "5432" };

/** Throws StartupError for whatever a person can put right. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { log = () => {}, settings = {} } = options;
  const { dataDir, user, notices } = locateData(options);
  prepareDataDir(dataDir, user);
  const unlock = takeLock(dataDir);
  const logFile = options.logFile ?? join(dataDir, "logs", "postgres.log");
  try {
    const { server, socketDir } = await openServer({ dataDir, user, log, settings, logFile });
    return {
      url: urlOf(socketDir),
      socketDir,
      dataDir,
      notices,
      pid: server.pid,
      exited: server.exited.finally(unlock),
      stop: async () => {
        await stopServer(server);
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

interface Plan {
  dataDir: string;
  user: User | undefined;
  log: (line: string) => void;
  settings: Record<string, string>;
  logFile: string;
}

async function openServer({ dataDir, user, log, settings, logFile }: Plan) {
  const binaries = await prepareBinaries({ dataDir, user, log });
  const cluster = await prepareCluster({ dataDir, binaries, user, log, unsafe: settings.fsync === "off" });
  const socketDir = socketDirFor(dataDir);
  prepareSocketDir(socketDir, user);
  const command = binaries.postgres;
  const args = ["-D", cluster, "-k", socketDir];
  for (const [name, value] of Object.entries({ ...defaults, ...settings }))
    args.push("-c", `${name}=${value}`);

  const orphan = findServer(cluster);
  if (orphan) {
    const usable = runsAs(cluster, command, args);
    if (usable && (await becomesReady(orphan, socketDir, { log, patienceMs: 5_000 })))
      return { server: orphan, socketDir };
    log("Stopping a database server that was left over…");
    await stopServer(orphan);
  }

  mkdirSync(dirname(logFile), { recursive: true });
  const server = launch({ command, args, cluster, socketDir, logFile, user });
  if (await becomesReady(server, socketDir, { log, patienceMs: 30_000 })) return { server, socketDir };
  await stopServer(server);
  throw new StartupError(
    `PostgreSQL did not start: ${lastWords(server.output())}.`,
    `Its log is ${logFile}.`,
  );
}

/** The server explains why it gives up in a FATAL line, sometimes with a hint after it. */
function lastWords(output: string): string {
  const lines = output.trim().split("\n");
  const reason = lines.find((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? "";
  return reason.replace(/^.*?(FATAL|PANIC): */, "").replace(/\.$/, "") || "it said nothing";
}
