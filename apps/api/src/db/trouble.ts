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

  constructor(cause: unknown, mayHaveHappened: boolean) {
    super(`The database doesn't answer: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.mayHaveHappened = mayHaveHappened;
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

/** The pool for such a library: whatever goes wrong on it is noticed. */
export function watchedPool(pool: pg.Pool): pg.Pool {
  const connect = async () => {
    const client = await pool.connect().catch((error: unknown) => {
      throw new DatabaseTrouble(error, false);
    });
    return watchedClient(client);
  };
  return Object.assign(Object.create(pool) as pg.Pool, { connect });
}

function watchedClient(client: pg.PoolClient): pg.PoolClient {
  let broken = false;
  const query = async (text: string, values?: unknown[]) => {
    try {
      return await client.query(text, values);
    } catch (error) {
      const trouble = diagnose(error);
      if (!trouble) throw error;
      broken ||= trouble.lost;
      throw new DatabaseTrouble(error, trouble.lost);
    }
  };
  return Object.assign(Object.create(client) as pg.PoolClient, {
    query,
    release: () => client.release(broken),
  });
}
