/** The folder PostgreSQL keeps its files in: made once, in a draft beside it, so a cut-short start leaves nothing half done. */
import { spawn } from "node:child_process";
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import type { Binaries } from "./binaries.ts";
import { clusterDir, type User } from "./location.ts";
import { chownTree } from "./ownership.ts";
import { errorCode, StartupError } from "./startup-error.ts";

interface Cluster {
  dataDir: string;
  binaries: Binaries;
  user: User | undefined;
  log: (line: string) => void;
  /** Skips flushing to disk, for data nobody will miss. */
  unsafe: boolean;
}

/** Returns the cluster's folder, created when missing. Throws StartupError when what is there can't be used. */
export async function prepareCluster(cluster: Cluster): Promise<string> {
  const dir = clusterDir(cluster.dataDir);
  const version = versionOf(dir);
  if (version === undefined) await createCluster(dir, cluster);
  else if (version !== cluster.binaries.major) {
    throw new StartupError(
      `The data in ${dir} was written by PostgreSQL ${version}, and this is PostgreSQL ${cluster.binaries.major}.`,
      "Run `todo backup` with the version of Todo that wrote it, then `todo restore` into a new data folder.",
    );
  } else if (cluster.user && statSync(dir).uid !== cluster.user.uid) chownTree(dir, cluster.user);
  return dir;
}

/** Nothing means that no cluster is there yet. */
function versionOf(dir: string): string | undefined {
  try {
    if (existsSync(join(dir, "PG_VERSION"))) return readFileSync(join(dir, "PG_VERSION"), "utf8").trim();
    if (!existsSync(dir) || readdirSync(dir).length === 0) return undefined;
  } catch (error) {
    throw new StartupError(
      `The database's folder ${dir} can't be read (${errorCode(error)}).`,
      "Start as the user who owns it, or set TODO_DATA_DIR to another folder.",
      { cause: error },
    );
  }
  throw new StartupError(
    `The folder ${dir} holds something else than a PostgreSQL database.`,
    "Move it away, or set TODO_DATA_DIR to another folder.",
  );
}

async function createCluster(dir: string, { dataDir, binaries, user, log, unsafe }: Cluster) {
  log("Creating the database…");
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith("postgres.draft-"))
      rmSync(join(dataDir, name), { recursive: true, force: true, maxRetries: 5 });
  }
  // An initdb that outlived its starter may still write into the earlier draft.
  const draft = join(dataDir, `postgres.draft-${process.pid}`);
  mkdirSync(draft);
  chmodSync(draft, 0o700);
  if (user) chownTree(draft, user);

  const { code, output } = await run(
    binaries.initdb,
    [
      ...["-D", draft, "-U", "postgres", "--auth=trust", "--encoding=UTF8"],
      ...["--locale-provider=builtin", "--locale=C.UTF-8"],
      ...(unsafe ? ["--no-sync"] : []),
    ],
    user,
  );
  if (code !== 0) {
    rmSync(draft, { recursive: true, force: true, maxRetries: 5 });
    throw new StartupError(
      `The database could not be created in ${dataDir}: ${reasonIn(output)}`,
      "Put that right and start again, or set DATABASE_URL to a PostgreSQL 15 or later.",
    );
  }
  renameSync(draft, dir);
  flush(dataDir);
}

/** Makes the new name in a folder last through a power cut; a draft by its old name would be thrown away. */
function flush(dir: string) {
  const handle = openSync(dir, "r");
  fsyncSync(handle);
  closeSync(handle);
}

/** Little of our environment, so that no PG… variable changes what the server does. */
export const serverEnvironment = { PATH: process.env.PATH ?? "", LANG: "C.UTF-8", TZ: "UTC" };

function run(command: string, args: string[], user: User | undefined) {
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const child = spawn(command, args, {
      ...user,
      cwd: "/",
      env: serverEnvironment,
      // Ctrl-C goes to us alone: a draft that is nearly ready may as well be finished.
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** initdb says what went wrong in a line of its own. */
function reasonIn(output: string): string {
  const lines = output.trim().split("\n");
  const reason = lines.find((line) => /error:|FATAL:/.test(line)) ?? lines.at(-1) ?? "initdb failed";
  return reason.replace(/^.*?(error|FATAL): */, "");
}
