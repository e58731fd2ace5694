/**
 * The pool for a library that takes its connections itself. Whatever goes
 * wrong on it is noticed, and a caller can have the library work within a
 * transaction of the caller's, of which it knows nothing.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type pg from "pg";
import type { Database, Transaction } from "./database.ts";
import type { Outages } from "./outages.ts";
import { DatabaseTrouble, diagnose } from "./trouble.ts";

/** What goes on after the transaction's end has none. */
const joined = new AsyncLocalStorage<{ client: pg.PoolClient | undefined }>();

/** Whatever the library does in this work is a part of the transaction, whose end stays the caller's. */
export async function within<Result>({ client }: Transaction, work: () => Promise<Result>): Promise<Result> {
  const store: { client: pg.PoolClient | undefined } = { client };
  try {
    return await joined.run(store, work);
  } finally {
    store.client = undefined;
  }
}

export function libraryPool({ pool, outages }: Pick<Database, "pool" | "outages">): pg.Pool {
  const connect = async () => {
    const shared = joined.getStore()?.client;
    if (shared) return watched(shared, outages, () => {});
    const client = await pool.connect().catch((error: unknown) => {
      throw outages.met(new DatabaseTrouble(error, false));
    });
    return watched(client, outages, (broken) => client.release(broken));
  };
  return Object.assign(Object.create(pool) as pg.Pool, { connect });
}

function watched(client: pg.PoolClient, outages: Outages, release: (broken: boolean) => void): pg.PoolClient {
  let broken = false;
  const query = async (text: string, values?: unknown[]) => {
    try {
      const result = await client.query(text, values);
      outages.over();
      return result;
    } catch (error) {
      const trouble = diagnose(error);
      if (!trouble) throw error;
      broken ||= trouble.lost;
      throw outages.met(new DatabaseTrouble(error, trouble.lost));
    }
  };
  return Object.assign(Object.create(client) as pg.PoolClient, { query, release: () => release(broken) });
}
