/**
 * PostgreSQL through one bounded pool. Rows come back as the product writes
 * them: dates as YYYY-MM-DD, instants as ISO strings in UTC. Statements are
 * prepared once per connection, by name, unless a pooler forbids it. Every wait
 * has an end, and what ends so is thrown as DatabaseTrouble.
 */
import pg from "pg";
import { type Outages, watchOutages } from "./outages.ts";
import type { Sql } from "./sql.ts";
import { DatabaseTrouble, diagnose } from "./trouble.ts";

/** What a reading handler gets. */
export interface Reader {
  rows<Row extends object>(statement: Sql): Promise<Row[]>;
}

export interface Database extends Reader {
  /** One connection inside `begin … commit`; rolled back when the work throws. */
  transaction<Result>(work: (connection: Reader) => Promise<Result>): Promise<Result>;
  /** A transaction whose end the caller decides. */
  begin(): Promise<Transaction>;
  /** How many statements were answered so far: whoever has to wait for a connection sees that the database works. */
  answered(): number;
  pool: pg.Pool;
  /** Where whoever uses the pool past the functions above tells how it goes. */
  outages: Outages;
  close(): Promise<void>;
}

export interface Transaction extends Reader {
  /** What it goes over: for a library that brings its own statements. */
  client: pg.PoolClient;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

export interface DatabaseOptions {
  url: string;
  maxConnections: number;
  /** False behind a pooler in transaction mode that doesn't know named statements. */
  namedStatements: boolean;
  /** True behind a pooler: settings then hold for a transaction, since a connection isn't ours to keep. */
  pooled: boolean;
  /** Longest that a statement may take. Waiting for a connection or a lock takes no longer than a third of it. */
  timeoutMs: number;
  /** Told when the database is away, and when it is back. */
  warn: (message: string) => void;
}

/** The server gives a statement up before its reader does, and then says so. */
const READER_WAITS_LONGER_MS = 500;

export function openDatabase(options: DatabaseOptions): Database {
  const { url, maxConnections, namedStatements, pooled, timeoutMs } = options;
  const outages = watchOutages(options.warn);
  const limits = {
    statement_timeout: timeoutMs,
    lock_timeout: Math.ceil(timeoutMs / 3),
    // A process that was put to sleep in the middle of one holds rows that others wait for.
    idle_in_transaction_session_timeout: Math.ceil(timeoutMs / 2),
  };
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: Math.ceil(timeoutMs / 3),
    query_timeout: timeoutMs + READER_WAITS_LONGER_MS,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    ...(!pooled && limits),
  });
  // A connection may break while it is idle or between two statements; without listeners that would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));

  const beginText = pooled
    ? `begin; ${Object.entries(limits)
        .map(([name, ms]) => `set local ${name} = ${ms}`)
        .join("; ")}`
    : "begin";

  let answered = 0;
  const query = async <Row extends object>(client: pg.PoolClient, { text, values, oneOff }: Sql) => {
    const config: pg.QueryConfig = { text, values, types: wireTypes };
    if (namedStatements && !oneOff) config.name = statementName(text);
    const { rows } = await client.query<Row>(config);
    answered += 1;
    outages.over();
    return rows;
  };

  const connect = () =>
    pool.connect().catch((error: unknown) => {
      throw outages.met(new DatabaseTrouble(error, false));
    });

  /** A statement by itself is its own transaction: when its answer is lost, it may have been carried out. */
  const rows = async <Row extends object>(statement: Sql) => {
    const client = await connect();
    try {
      const found = await query<Row>(client, statement);
      client.release();
      return found;
    } catch (error) {
      const trouble = diagnose(error);
      client.release(trouble?.lost);
      throw trouble ? outages.met(new DatabaseTrouble(error, trouble.lost)) : error;
    }
  };

  const begin = async (): Promise<Transaction> => {
    const client = await connect();
    // Nobody else may use a connection whose state isn't known, nor is there a point in asking it to roll back.
    let lost = false;
    const attempt = async <Result>(work: () => Promise<Result>, mayHaveHappened: boolean) => {
      try {
        return await work();
      } catch (error) {
        const trouble = diagnose(error);
        lost ||= trouble?.lost ?? false;
        throw trouble ? outages.met(new DatabaseTrouble(error, trouble.lost && mayHaveHappened)) : error;
      }
    };
    await attempt(() => client.query(beginText), false).catch((error: unknown) => {
      client.release(true);
      throw error;
    });
    return {
      client,
      rows: (statement) => attempt(() => query(client, statement), false),
      async commit() {
        try {
          await attempt(() => client.query("commit"), true);
          client.release();
        } catch (error) {
          client.release(true);
          throw error;
        }
      },
      async rollback() {
        const done = lost || (await client.query("rollback").catch(() => undefined));
        client.release(lost || !done);
      },
    };
  };

  return {
    pool,
    outages,
    rows,
    begin,
    answered: () => answered,
    async transaction(work) {
      const transaction = await begin();
      const result = await work(transaction).catch(async (error: unknown) => {
        await transaction.rollback();
        throw error;
      });
      // A commit that fails has let its connection go already.
      await transaction.commit();
      return result;
    },
    async close() {
      if (!pool.ending) await pool.end();
    },
  };
}

/** The first row, or nothing. */
export async function first<Row extends object>(db: Reader, statement: Sql): Promise<Row | undefined> {
  return (await db.rows<Row>(statement))[0];
}

const names = new Map<string, string>();

/** A short name for each distinct text; the server keeps a plan per name and connection, so the number is bounded. */
function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= 500) return undefined;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

const { builtins } = pg.types;
const asText = (value: string) => value;
const asInstant = (value: string) => new Date(value).toISOString();

const wireTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") => {
    if (oid === builtins.DATE || oid === builtins.TIME) return asText;
    if (oid === builtins.TIMESTAMPTZ) return asInstant;
    if (oid === builtins.INT8) return Number;
    return pg.types.getTypeParser(oid, format ?? "text");
  }) as pg.CustomTypesConfig["getTypeParser"],
};
