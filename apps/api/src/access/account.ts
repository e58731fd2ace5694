/** The end of an account: everything of the person goes, at once and for good. */
import { type Database, first, type Reader } from "../db/database.ts";
import { type Sql, sql } from "../db/sql.ts";
import { sweep } from "../db/sweep.ts";
import { recordEvent } from "./audit.ts";
import type { Auth } from "./auth.ts";
import type { Revocations } from "./revocations.ts";
import { signInPrefix } from "./sign-in-key.ts";

export interface AccountOptions {
  auth: Auth;
  database: Database;
  revocations: Revocations;
}

export async function isPassword(
  { auth, database }: Pick<AccountOptions, "auth" | "database">,
  userId: string,
  password: string,
): Promise<boolean> {
  const row = await first<{ password: string | null }>(
    database,
    sql`select password from "account" where "userId" = ${userId} and "providerId" = 'credential'`,
  );
  const { password: scrypt } = await auth.$context;
  return row?.password ? scrypt.verify({ hash: row.password, password }) : false;
}

/**
 * Deletes the account, what it holds, and whatever opened it. What the audit
 * keeps tells nobody's name any more. Most tables go with `spaces` and `user`;
 * a test over all tables finds one that doesn't.
 */
export async function deleteAccount(
  { database, revocations }: AccountOptions,
  userId: string,
  at: Date,
): Promise<void> {
  await database.transaction(async (db) => {
    const user = await first<{ email: string }>(
      db,
      sql`select email from "user" where id = ${userId} for update`,
    );
    if (!user) return;
    // A call of the assistant holds its run while it waits for the space: in the other order each would wait for the other.
    await db.rows(sql`select from agent_runs where space_id = ${userId} and status = 'running' for update`);
    await emptySpace(db, userId);
    await db.rows(sql`delete from spaces where id = ${userId}`);
    await db.rows(sql`delete from apikey where "referenceId" = ${userId}`);
    await db.rows(sql`delete from verification where strpos(value, ${userId}) > 0`);
    await db.rows(
      sql`delete from rate_limits where strpos(key, ${userId}) > 0 or starts_with(key, ${signInPrefix(user.email)})`,
    );
    await db.rows(sql`delete from "user" where id = ${userId}`);
    await db.rows(
      sql`update audit_events set user_id = null, address = null, user_agent = null, details = '{}'
          where user_id = ${userId}`,
    );
    await recordEvent(db, null, { event: "account_deleted", at, caller: undefined });
  });
  await revocations.changed();
}

/** Rows that one statement changes: many thousand tasks at once would take longer than a statement may. */
const BATCH = 10_000;
/** With each go its messages, runs and their events. */
const CONVERSATIONS_AT_ONCE = 100;

async function emptySpace(db: Reader, spaceId: string) {
  // Writers of the space wait here, and then find it gone.
  await db.rows(sql`select from spaces where id = ${spaceId} for update`);
  const ofSpace = sql`t.space_id = ${spaceId}`;
  while (await sweep(db, "conversations", ofSpace, CONVERSATIONS_AT_ONCE));
  for (const table of ["notices", "deliveries"]) while (await sweep(db, table, ofSpace));
  await inBatches(
    db,
    sql`update tasks set parent_id = null where space_id = ${spaceId} and id in
          (select id from tasks where space_id = ${spaceId} and parent_id is not null limit ${BATCH}) returning 1`,
  );
  await inBatches(
    db,
    sql`delete from tasks where space_id = ${spaceId} and id in
          (select id from tasks where space_id = ${spaceId} limit ${BATCH}) returning 1`,
  );
  await inBatches(
    db,
    sql`delete from journal where space_id = ${spaceId} and seq in
          (select seq from journal where space_id = ${spaceId} order by seq limit ${BATCH}) returning 1`,
  );
}

async function inBatches(db: Reader, statement: Sql) {
  for (let count = BATCH; count > 0; ) {
    const row = await first<{ count: number }>(
      db,
      sql`with done as (${statement}) select count(*)::int as count from done`,
    );
    count = row?.count ?? 0;
  }
}
