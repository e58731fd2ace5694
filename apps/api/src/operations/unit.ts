/**
 * A unit of work: one writing call from its first look to its commit. The
 * first read takes the space's row lock, so whatever a handler looks at stays
 * true until it is done, and writers of one space queue. A handler that only
 * records needs no transaction: recording is one statement, which takes the
 * same lock.
 */
import type { Database, Reader, Transaction } from "../db/database.ts";
import { type Sql, sql } from "../db/sql.ts";
import type { Change } from "./entities.ts";
import { type Entry, type Recorded, recordStatement } from "./record.ts";

export class Unit implements Reader {
  private transaction: Transaction | undefined;
  private locked = false;
  /** The space's latest sequence number, once something was recorded. */
  lastSeq: number | undefined;
  private readonly database: Database;
  private readonly entry: Entry;

  constructor(database: Database, entry: Entry) {
    this.database = database;
    this.entry = entry;
  }

  async rows<Row extends object>(statement: Sql): Promise<Row[]> {
    const transaction = await this.begin();
    if (!this.locked) {
      await transaction.rows(sql`select id from spaces where id = ${this.entry.space_id} for update`);
      this.locked = true;
    }
    return transaction.rows<Row>(statement);
  }

  /** Opens the transaction without the lock, for a record that must commit together with the work. */
  async begin(): Promise<Reader> {
    this.transaction ??= await this.database.begin();
    return this.transaction;
  }

  /** Writes the changes and their journal rows, all or none. Gives the numbers and positions of new tasks. */
  async record(changes: Change[]): Promise<Recorded> {
    if (changes.length === 0) return { tasks: [] };
    const on = this.transaction ?? this.database;
    const [row] = await on.rows<{ last_seq: number; tasks: Recorded["tasks"] | null }>(
      recordStatement(this.entry, changes),
    );
    if (!row) throw new Error(`The space ${this.entry.space_id} is gone.`);
    this.lastSeq = row.last_seq;
    return { tasks: row.tasks ?? [] };
  }

  async commit() {
    const transaction = this.transaction;
    this.transaction = undefined;
    await transaction?.commit();
  }

  async rollback() {
    const transaction = this.transaction;
    this.transaction = undefined;
    await transaction?.rollback();
  }
}
