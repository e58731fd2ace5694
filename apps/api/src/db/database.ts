/**
 * PostgreSQL through one bounded pool. Rows come back as the product writes
 * them: dates as YYYY-MM-DD, instants as ISO strings in UTC. Statements are
 * prepared once per connection, by name, unless a pooler forbids it.
 */
import pg from "pg";
import type { Sql } from "./sql.ts";

/** What a reading handler gets. */
export interface Reader {
  rows<Row extends object>(statement: Sql): Promise<Row[]>;
}

export interface Database extends Reader {
  /** One connection inside `begin … commit`; rolled back when the work throws. */
  transaction<Result>(work: (connection: Reader) => Promise<Result>): Promise<Result>;
  /** A transaction whose end the caller decides. */
  begin(): Promise<Transaction>;
  pool: pg.Pool;
  close(): Promise<void>;
}

export interface Transaction extends Reader {
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

export interface DatabaseOptions {
  url: string;
  maxConnections: number;
  /** False behind a pooler in transaction mode that doesn't know named statements. */
  namedStatements: boolean;
}

export function openDatabase({ url, maxConnections, namedStatements }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: 5_000,
    query_timeout: 15_000,
    idleTimeoutMillis: 30_000,
  });
  // A dropped idle connection is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => {});

  const query = async <Row extends object>(on: pg.Pool | pg.PoolClient, { text, values }: Sql) => {
    const config: pg.QueryConfig = { text, values, types: wireTypes };
    if (namedStatements) config.name = statementName(text);
    return (await on.query<Row>(config)).rows;
  };

  const begin = async (): Promise<Transaction> => {
    const client = await pool.connect();
    const finish = async (word: "commit" | "rollback") => {
      try {
        await client.query(word);
        client.release();
      } catch (error) {
        // The connection's state is unknown, so it must not serve anybody else.
        client.release(true);
        if (word === "commit") throw error;
      }
    };
    await client.query("begin").catch((error: unknown) => {
      client.release(true);
      throw error;
    });
    return {
      rows: (statement) => query(client, statement),
      commit: () => finish("commit"),
      rollback: () => finish("rollback"),
    };
  };

  return {
    pool,
    rows: (statement) => query(pool, statement),
    begin,
    async transaction(work) {
      const transaction = await begin();
      try {
        const result = await work(transaction);
        await transaction.commit();
        return result;
      } catch (error) {
        await transaction.rollback();
        throw error;
      }
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
