/**
 * When the database doesn't do its work: it can't be reached, is too slow, or
 * gives up. What matters to a caller is whether the change may have happened:
 * a COMMIT whose answer was lost may have been carried out.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

export class DatabaseTrouble extends Error {
  override name = "DatabaseTrouble";
  /** True where the last word that was sent may have changed something. */
  readonly mayHaveHappened: boolean;
  /** The database itself is away, and not only slow or in contention. */
  readonly away: boolean;

  constructor(cause: unknown, mayHaveHappened: boolean) {
    super(`The database doesn't answer: ${reasonOf(cause)}`, { cause });
    this.mayHaveHappened = mayHaveHappened;
    this.away = diagnose(cause)?.lost ?? false;
    const noticed = watched.getStore();
    if (noticed) noticed.trouble ??= this;
  }
}

/** SQLSTATE classes: connection, retry (40), resources, a lock waited for too long, an operator or a time-out, the system. */
const TROUBLE = /^(08|40|53|55P03|57|58|25P03)/;
/** The connection ended, so whether the statement was carried out isn't known. */
const LOST = /^(08|57P0[1-3]|25P03)/;
const NODE_CODES = /^(EACCES|EAI_AGAIN|ECONN\w+|EHOSTUNREACH|ENETUNREACH|ENOENT|ENOTFOUND|EPIPE|ETIMEDOUT)$/;
/** The driver's own errors have no code. */
const DRIVER =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|timeout expired|Client (has encountered|was closed)|Cannot use a pool)/;

/** What an error of a statement means: trouble, lost connection, or a mistake in the statement (nothing). */
export function diagnose(error: unknown): { lost: boolean } | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (error instanceof pg.DatabaseError) return TROUBLE.test(code) ? { lost: LOST.test(code) } : undefined;
  return NODE_CODES.test(code) || DRIVER.test(error.message) ? { lost: true } : undefined;
}

/** Node's error for a name with several addresses has a code and no words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ("code" in error && String(error.code)) || error.name;
}

interface Noticed {
  trouble?: DatabaseTrouble;
}

const watched = new AsyncLocalStorage<Noticed>();

/**
 * Does the work and gives the first trouble that it met on the way, however it
 * ended: a library may swallow what the database says, or make an error or a
 * “no” of its own from it.
 */
export async function noticeTrouble(work: () => Promise<void>): Promise<DatabaseTrouble | undefined> {
  const noticed: Noticed = {};
  await watched.run(noticed, work);
  return noticed.trouble;
}

/** The database is away, which the log has already (outages.ts): who only tries again later needn't say so. */
export const isOutage = (error: unknown): boolean => error instanceof DatabaseTrouble && error.away;

/** Whether the work under way has met trouble already, of which its caller will hear. */
export const hasMetTrouble = (): boolean => watched.getStore()?.trouble !== undefined;
