/**
 * What happens in a run, written down by whoever holds its lease. Every write
 * checks the lease under the run's row lock, in the same statement or
 * transaction: a process that slept while another took over writes nothing
 * more. Events are numbered here, since only the holder adds any.
 */
import { AppError, type ChatEvent } from "@todo/contract";
import type { Database, Reader } from "../db/database.ts";
import { join, literal, type Sql, sql } from "../db/sql.ts";
import { DatabaseTrouble } from "../db/trouble.ts";
import { insertEvents } from "./event-queries.ts";
import { heldBy, type Lease } from "./run-queries.ts";

/** Somebody else holds the run by now, or it has ended. */
export class LeaseLost extends Error {}

/** What is written in one statement, together with what was told before. */
export interface Entry {
  events?: ChatEvent[];
  /** What changes in the run's own row. */
  run?: Sql;
  /** Statements to be joined; each may refer to `run` with space_id and id. */
  also?: Sql[];
}

export type Store = (db: Reader, entry: Entry) => Promise<void>;

export interface RecordOptions {
  database: Database;
  lease: Lease;
  /** The number of the run's last event. */
  last: number;
  /** Words that come within this time become one event. */
  gatherMs: number;
  /** After events were stored. */
  wrote(): void;
  /** When what was told couldn't be stored. */
  broke(error: unknown): void;
}

export class RunRecord {
  /** Why nothing more can be written here, once it is so: the run is another's, or the database is away. */
  broken: unknown;
  private last: number;
  private pending: ChatEvent[] = [];
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private readonly options: RecordOptions;

  constructor(options: RecordOptions) {
    this.options = options;
    this.last = options.last;
  }

  /** Stored soon, or with the next write. */
  tell(event: ChatEvent) {
    const before = this.pending.at(-1);
    if (event.type === "text_delta" && before?.type === "text_delta") {
      this.pending[this.pending.length - 1] = { ...event, text: before.text + event.text };
    } else this.pending.push(event);
    this.timer ??= setTimeout(() => void this.write().catch(this.options.broke), this.options.gatherMs);
  }

  /** Throws LeaseLost. */
  write(entry: Entry = {}): Promise<void> {
    return this.together((store) => store(this.options.database, entry));
  }

  /**
   * Holds other writes back while the work runs; what it stores in its own
   * transaction counts once the work is done, and not when it throws.
   */
  together<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
    const done = this.turn.then(() => this.now(work));
    this.turn = done.catch(() => {});
    return done;
  }

  /** The same in a transaction of its own, in which the lease is held. */
  transact<Result>(work: (db: Reader, store: Store) => Promise<Result>): Promise<Result> {
    const { database } = this.options;
    const held = (store: Store) =>
      database.transaction(async (db) => {
        await this.check(db);
        return work(db, store);
      });
    return this.together((store) =>
      held(store).catch((error: unknown) => {
        throw this.breaks(error);
      }),
    );
  }

  /** Throws LeaseLost. What follows in the transaction happens while the lease is held. */
  async check(db: Reader): Promise<void> {
    const held = await db.rows(
      sql`select id from agent_runs where ${heldBy(this.options.lease)} for no key update`,
    );
    if (held.length === 0) throw this.breaks(new LeaseLost());
  }

  /** Forgets what wasn't stored; another goes on. */
  abandon() {
    clearTimeout(this.timer);
    this.pending = [];
  }

  private async now<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
    if (this.broken !== undefined) throw this.broken;
    clearTimeout(this.timer);
    this.timer = undefined;
    const told = this.pending;
    this.pending = [];
    let stored: number | undefined;
    const store: Store = async (db, entry) => {
      const events = [...told, ...(entry.events ?? [])];
      await writeHeld(db, this.options.lease, this.last, { ...entry, events }).catch((error: unknown) => {
        throw this.breaks(error);
      });
      stored = events.length;
    };
    try {
      const result = await work(store);
      if (stored === undefined) this.pending = [...told, ...this.pending];
      this.last += stored ?? 0;
      if (stored) this.options.wrote();
      return result;
    } catch (error) {
      this.pending = [...told, ...this.pending];
      // Whether it was done is not known; whoever takes the run over will see.
      if (isTrouble(error)) this.breaks(error);
      throw error;
    }
  }

  /** From now on nothing is written here; gives the error. */
  breaks(error: unknown): unknown {
    this.broken ??= error;
    return error;
  }
}

/** The database didn't do its work, or nobody knows whether it did. */
export const isTrouble = (error: unknown) =>
  error instanceof DatabaseTrouble || (error instanceof AppError && error.code === "unavailable");

/** Writes an entry behind the run's last event, in one statement. Throws LeaseLost. */
export async function writeHeld(db: Reader, lease: Lease, last: number, entry: Entry): Promise<void> {
  const { events = [], run, also = [] } = entry;
  if (events.length === 0 && !run && also.length === 0) return;
  const held = heldBy(lease);
  const holding = run
    ? sql`update agent_runs set ${run} where ${held} returning space_id, id`
    : sql`select space_id, id from agent_runs where ${held} for no key update`;
  const parts = events.length > 0 ? [...also, insertEvents(last, events)] : also;
  const joined = parts.map((part, index) => sql`, ${literal(`part_${index}`)} as (${part})`);
  const rows = await db.rows(sql`with run as (${holding})${join(joined, "")} select id from run`);
  if (rows.length === 0) throw new LeaseLost();
}
