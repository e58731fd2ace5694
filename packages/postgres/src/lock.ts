/**
 * One owner per data folder: the file holds the number and the identity of
 * the process that will stop the server. PostgreSQL's own lock can't tell a
 * server that someone looks after from one that outlived its starter.
 */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { processIdentity } from "./processes.ts";
import { errorCode, StartupError } from "./startup-error.ts";

/** Returns what gives the folder free again. Throws StartupError while another live process holds it. */
export function takeLock(dataDir: string): () => void {
  const file = join(dataDir, "postgres.lock");
  const claim = `${process.pid} ${processIdentity(process.pid)}`;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, claim);
  try {
    while (!claimed(draft, file)) {
      const [pid, identity] = readClaim(file).split(" ");
      if (identity && processIdentity(Number(pid)) === identity) {
        throw new StartupError(
          `Todo already runs on the data folder ${dataDir} (process ${pid}).`,
          "Stop that one first, or set TODO_DATA_DIR to another folder.",
        );
      }
      renameSync(file, `${draft}.stale`);
    }
  } finally {
    for (const leftover of [draft, `${draft}.stale`]) rmSync(leftover, { force: true });
  }
  return () => {
    if (readClaim(file) === claim) rmSync(file, { force: true });
  };
}

/** Linking fails when the name is taken, and the content is there from the first moment. */
function claimed(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

function readClaim(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
