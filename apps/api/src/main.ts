/** The process: reads the environment, brings the schema up to date, serves until it is told to stop. */
import { serve } from "@hono/node-server";
import { createApp } from "./app.ts";
import { readConfig } from "./config.ts";
import { openDatabase } from "./db/database.ts";
import { migrate, neededVersion } from "./db/migrate.ts";
import { docsFolder, migrationsFolder, version } from "./files.ts";
import { createLog, flushLog, type Log } from "./log.ts";
import { startMaintenance } from "./maintenance.ts";

const config = readOrExit();
const log = createLog(config.logLevel);
if (config.otelEndpoint) (await import("./telemetry.ts")).startTelemetry();

const migrated = await migrate({
  url: config.directDatabaseUrl,
  folder: migrationsFolder,
  log: (line) => log.info(line),
}).catch((error: Error) => exit(log, `The database can't be used: ${error.message}`));
log.info({ schema_version: migrated }, "The schema is up to date");

const database = openDatabase({
  url: config.databaseUrl,
  maxConnections: config.databasePoolSize,
  namedStatements: config.namedStatements,
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

for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop(signal));

async function stop(signal: string) {
  log.info({ signal }, "Stopping");
  maintenance.stop();
  const closed = new Promise((done) => server.close(done));
  if ("closeAllConnections" in server) setTimeout(() => server.closeAllConnections(), 1_000).unref();
  await closed;
  await app.close();
  await database.close();
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
