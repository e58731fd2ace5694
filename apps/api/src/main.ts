/** The process: reads the environment, brings the schema up to date, serves until it is told to stop. `migrate`: only the schema. */
import { setTimeout as sleep } from "node:timers/promises";
import { serve } from "@hono/node-server";
import { createApp } from "./app.ts";
import { readConfig } from "./config.ts";
import { openDatabase } from "./db/database.ts";
import { neededVersion } from "./db/migrate.ts";
import { migrateWhenUp } from "./db/migrate-when-up.ts";
import { DatabaseTrouble } from "./db/trouble.ts";
import { docsFolder, migrationsFolder, version } from "./files.ts";
import { createLog, flushLog, type Log } from "./log.ts";
import { startMaintenance } from "./maintenance.ts";
import { followConnections } from "./shutdown.ts";

/** How long a container that migrates waits for a database that starts beside it. */
const DATABASE_START_MS = 120_000;

const config = readOrExit();
const log = createLog(config.logLevel);
if (config.otelEndpoint) (await import("./telemetry.ts")).startTelemetry();

const [task] = process.argv.slice(2);
if (task !== undefined && task !== "migrate")
  exit(log, `There is no “${task}” here. Say migrate to bring the schema up to date, or nothing to serve.`);
// As the first process of a container it hears no signal that it doesn't ask for.
if (task === "migrate") process.once("SIGTERM", () => exit(log, "Stopped before the schema was up to date."));

const migrated = await migrateWhenUp({
  url: config.directDatabaseUrl,
  folder: migrationsFolder,
  log: (line) => log.info(line),
  waitMs: task === "migrate" ? DATABASE_START_MS : 0,
}).catch((error: Error) => exit(log, `The database can't be used: ${error.message}`));
log.info({ schema_version: migrated }, "The schema is up to date");
if (task === "migrate") {
  flushLog();
  process.exit(0);
}

const database = openDatabase({
  url: config.databaseUrl,
  maxConnections: config.databasePoolSize,
  namedStatements: config.namedStatements,
  pooled: config.databasePooled,
  timeoutMs: config.databaseTimeoutMs,
  warn: (message) => log.warn(message),
});
const app = await createApp({
  config,
  database,
  log,
  version,
  schemaVersion: await neededVersion(migrationsFolder),
  docsFolder,
});
const maintenance = startMaintenance(database, log);

const server = serve(
  {
    port: config.port,
    hostname: config.host,
    fetch: app.fetch,
    serverOptions: { keepAliveTimeout: 75_000, headersTimeout: 80_000, requestTimeout: 300_000 },
  },
  ({ port }) => log.info({ port, model: config.model.kind }, "Ready"),
);
server.on("error", (error: NodeJS.ErrnoException) => {
  exit(
    log,
    error.code === "EADDRINUSE"
      ? `The port ${config.port} is in use. Stop what uses it or set API_PORT.`
      : `The server can't listen: ${error.message}`,
  );
});

if (!("closeAllConnections" in server))
  throw new Error("This is not the HTTP/1.1 server that was asked for.");
const connections = followConnections(server);

// A library may do something in the background that fails with the database. That ends no process.
process.on("unhandledRejection", (error) => {
  if (!(error instanceof DatabaseTrouble)) throw error;
  log.warn({ err: error }, "Something in the background failed");
});

for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop(signal));

/** How long requests may take to end once nothing new is sent here. */
const FINISH_MS = 8_000;
/** For all of it: whoever told us to stop kills after thirty seconds. */
const LEAVE_MS = 20_000;

/** Whoever sends requests learns first, by /ready, and has the delay to send them elsewhere. Then what is open ends. */
async function stop(signal: string) {
  log.info({ signal }, "Stopping");
  app.leave();
  connections.letGo();
  maintenance.stop();
  await sleep(config.drainDelayMs);
  setTimeout(() => exit(log, "The database held up the stop for too long."), LEAVE_MS).unref();
  app.endStreams();
  try {
    // Side by side: who waits for an answer of the assistant hears where it goes on before their connection is cut.
    await Promise.all([connections.close(FINISH_MS), app.endAnswers()]);
    await app.close();
    await database.close();
  } catch (error) {
    // What was acknowledged is stored, and a lease that couldn't be given back runs out.
    log.warn({ err: error }, "The database was away while stopping");
  }
  log.info("Stopped");
  flushLog();
  process.exit(0);
}

function readOrExit() {
  try {
    return readConfig(process.env);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}

function exit(to: Log, message: string): never {
  to.fatal(message);
  flushLog();
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
