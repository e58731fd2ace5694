/** An embedded PostgreSQL 18: start it on a folder, connect to its url, stop it. Nothing here knows what Todo stores. */
export { type DataLocation, locateData, prepareDataDir } from "./location.ts";
export { type OpenedPostgres, openPostgres } from "./open.ts";
export { processIdentity, waitUntilGone } from "./processes.ts";
export { type PostgresOptions, type RunningPostgres, startPostgres } from "./start.ts";
export { StartupError } from "./startup-error.ts";
