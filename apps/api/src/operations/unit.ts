/**
 * A unit of work: a writing call, or several, from the first look to the commit. The
 * first read takes the space's row lock, so whatever a handler looks at stays
 * true until it is done, and writers of one space queue. A handler that only
 * records needs no transaction: recording is one statement, which takes the
 * same lock.
 */
import type { Database, Reader, Transaction } from "../db/database.ts";
import { type Sql, sql } from "../db/sql.ts";
import type { Change } from "./entities.ts";
import { makesBounded, refuseTooMany } from "./most.ts";
import { type Entry, type Recorded, recordStatement } from "./record.ts";
import { tooManyWrites } from "./writes.ts";

/** Does what must be done along with some changes, in their transaction. */
export interface Follower {
  /** Whether there is anything to do; decides without a look at the database. */
  concerns(changes: Change[]): boolean;
  /** Gives the work for after the commit. */
  follow(db: Reader, entry: Pick<Entry, "space_id">, changes: Change[]): Promise<(() => Promise<void>)[]>;
}

export class Unit implements Reader {
  private transaction: Transaction | undefined;
  private locked = false;
  /** The space's latest sequence number, once something was recorded. */
  lastSeq: number | undefined;
  /** Work for after the commit. */
  readonly afterwards: (() => Promise<void>)[] = [];
  private readonly database: Database;
  private readonly spaceId: string;
  private readonly writesPerMinute: number;
  private readonly follower: Follower;

  constructor(database: Database, spaceId: string, writesPerMinute: number, follower: Follower) {
    this.database = database;
    this.spaceId = spaceId;
    this.writesPerMinute = writesPerMinute;
    this.follower = follower;
  }

  async rows<Row extends object>(statement: Sql): Promise<Row[]> {
    const transaction = await this.begin();
    if (!this.locked) {
      await transaction.rows(sql`select id from spaces where id = ${this.spaceId} for no key update`);
      this.locked = true;
    }
    return transaction.rows<Row>(statement);
  }

  /** Opens the transaction without the lock, for a record that must commit together with the work. */
  async begin(): Promise<Reader> {
    this.transaction ??= await this.database.begin();
    return this.transaction;
  }

  /** Writes the changes and their journal rows, all or none. Gives the numbers and positions of new tasks. Throws `too_many_requests`, and `conflict` for too many lists, labels or filters. */
  async record(entry: Entry, changes: Change[]): Promise<Recorded> {
    if (changes.length === 0) return { tasks: [] };
    if (makesBounded(changes)) await refuseTooMany(this, this.spaceId, changes);
    const concerns = this.follower.concerns(changes);
    if (concerns) await this.begin();
    const on = this.transaction ?? this.database;
    const [row] = await on.rows<{ last_seq: number; tasks: Recorded["tasks"] | null }>(
      recordStatement(entry, changes, this.writesPerMinute),
    );
    if (!row) throw await tooManyWrites(on, this.spaceId);
    this.lastSeq = row.last_seq;
    if (concerns) this.afterwards.push(...(await this.follower.follow(on, entry, changes)));
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
