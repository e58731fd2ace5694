/**
 * What happened to an account: who signed in from where, which keys were made.
 * Never a secret, never what was typed. The journal tells of things; this
 * tells of access.
 */
import type { AuditEvent, AuditEventName } from "@todo/contract";
import { v7 as uuid } from "uuid";
import type { Reader } from "../db/database.ts";
import { type Sql, sql } from "../db/sql.ts";
import type { Caller } from "../operations/context.ts";

interface Happening {
  event: AuditEventName;
  at: Date;
  caller: Caller | undefined;
  /** Names and ids, as they were then. */
  details?: Record<string, string | string[] | boolean>;
}

/** Events are kept as long as the journal. */
export const AUDIT_MONTHS = 13;
const LONGEST_AGENT = 300;

/** Nobody's name is kept when there is none. */
export const recordEvent = (db: Reader, userId: string | null, happening: Happening) =>
  insertEvent(db, sql`${userId}::uuid`, happening);

/** An attempt on the account of an address; where there is none, it is kept without a name. The work is the same. */
export const recordAttempt = (db: Reader, email: string, happening: Happening) =>
  insertEvent(db, sql`(select id from "user" where email = ${email.toLowerCase()})`, happening);

async function insertEvent(db: Reader, user: Sql, { event, at, caller, details = {} }: Happening) {
  await db.rows(
    sql`insert into audit_events (id, user_id, at, event, address, user_agent, details)
        values (${uuid()}, ${user}, ${at}, ${event}, ${caller?.address ?? null},
          ${caller?.user_agent?.slice(0, LONGEST_AGENT) ?? null}, ${JSON.stringify(details)})`,
  );
}

/** Latest first; `before` is the id that ended the page before. */
export function findEvents(
  db: Reader,
  userId: string,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<AuditEvent[]> {
  return db.rows<AuditEvent>(
    sql`select id, at, event, address, user_agent, details from audit_events
        where user_id = ${userId} and (${before ?? null}::uuid is null or id < ${before ?? null}::uuid)
        order by id desc limit ${limit}`,
  );
}
