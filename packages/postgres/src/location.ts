/**
 * Where the data lives and who runs the server. PostgreSQL refuses to run as
 * root, so root hands it to the user nobody, who may be unable to enter the
 * folder that was asked for: then everything moves below a system folder.
 */
import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { errorCode, StartupError } from "./startup-error.ts";

export interface User {
  uid: number;
  gid: number;
}

export interface DataLocation {
  /** Todo's data folder; `postgres/` inside it is the database's own. */
  dataDir: string;
  /** Who runs PostgreSQL, when that is someone else than this process. */
  user?: User;
  /** What the person who starts should know, one sentence each. */
  notices: string[];
}

const nobody: User = { uid: 65534, gid: 65534 };

export function locateData({
  dataDir: wanted,
  projectDir,
  systemDir = "/var/lib/todo",
}: {
  dataDir: string;
  projectDir: string;
  systemDir?: string | undefined;
}): DataLocation {
  const here = resolve(wanted);
  if (process.getuid?.() !== 0) return { dataDir: here, notices: [] };

  const elsewhere = join(systemDir, nameFor(resolve(projectDir), here));
  const withData = [here, elsewhere].find((dir) => existsSync(join(clusterDir(dir), "PG_VERSION")));
  const dataDir = withData ?? (canEnter(dirname(here), nobody) ? here : elsewhere);
  const notices =
    dataDir === here
      ? []
      : [`PostgreSQL can't run as root, and the user nobody can't enter ${here}: the data is in ${dataDir}.`];
  return { dataDir, user: ownerOf(clusterDir(dataDir)) ?? nobody, notices };
}

export const clusterDir = (dataDir: string) => join(dataDir, "postgres");

/** Creates the folder when it is missing and makes sure that this process can work in it. */
export function prepareDataDir(dataDir: string, user?: User) {
  try {
    const created = mkdirSync(dataDir, { recursive: true });
    if (user && created) {
      // A strict umask must not lock the user nobody out of what was made just now.
      for (let dir = dataDir; dir.startsWith(created); dir = dirname(dir)) chmodSync(dir, 0o755);
    } else if (user && statSync(dataDir).uid === 0) {
      // Of a folder that is root's, no more is given away than the way through it.
      chmodSync(dataDir, statSync(dataDir).mode | 0o001);
    }
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartupError(
      `The data folder ${dataDir} can't be written (${errorCode(error)}).`,
      "Give this user the right to write there, or set TODO_DATA_DIR to a folder of its own.",
      { cause: error },
    );
  }
  if (user && !canEnter(dataDir, user)) {
    throw new StartupError(
      `PostgreSQL runs as the user with the id ${user.uid}, who can't enter ${dataDir}.`,
      "Let that user enter the folder and those above it, or start as an ordinary user.",
    );
  }
}

/** Linux allows 107 bytes for a socket's path, macOS 103. */
const longestSocketPath = 103;

/** The same short folder each time, so that a server that outlived its starter can be found. */
export function socketDirFor(dataDir: string): string {
  const inside = join(dataDir, "socket");
  const fits = Buffer.byteLength(join(inside, ".s.PGSQL.5432")) <= longestSocketPath;
  return fits ? inside : join(tmpdir(), `todo-${nameFor(dataDir)}`);
}

export function prepareSocketDir(dir: string, user?: User) {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const self = process.getuid?.() ?? 0;
  const stats = lstatSync(dir);
  // Below the system's temporary folder anybody could have put something under this name first.
  if (!stats.isDirectory() || ![self, user?.uid].includes(stats.uid)) {
    throw new StartupError(
      `The folder ${dir} belongs to someone else.`,
      "Remove it: the database puts its socket there.",
    );
  }
  chmodSync(dir, 0o700);
  if (user) chownSync(dir, user.uid, user.gid);
}

/** Whether that user can pass every folder down to this one, judged by the part that exists. */
function canEnter(path: string, { uid, gid }: User): boolean {
  for (let dir = path; ; dir = dirname(dir)) {
    const stats = statSync(dir, { throwIfNoEntry: false });
    if (stats?.isDirectory()) {
      const bit = stats.uid === uid ? 0o100 : stats.gid === gid ? 0o010 : 0o001;
      if (!(stats.mode & bit)) return false;
    }
    if (dir === dirname(dir)) return true;
  }
}

function ownerOf(dir: string): User | undefined {
  const stats = statSync(dir, { throwIfNoEntry: false });
  return stats && stats.uid !== 0 ? { uid: stats.uid, gid: stats.gid } : undefined;
}

const nameFor = (dir: string, inside = dir) =>
  createHash("sha256")
    .update(`${dir}\0${relative(dir, inside)}`)
    .digest("hex")
    .slice(0, 12);
