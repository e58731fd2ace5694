/** What access leaves behind and nobody needs any more: a part of the maintenance. */
import type { Reader } from "../db/database.ts";
import { sql } from "../db/sql.ts";
import { AUDIT_MONTHS } from "./audit.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A client that registered itself and that nobody let in, or that was disconnected. */
const UNUSED_CLIENT_DAYS = 7;

export async function cleanUpAccess(db: Reader, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  await db.rows(sql`delete from "session" where "expiresAt" < ${now}`);
  // The browsers of sessions that ran out; those of sessions that are ended go with them.
  await db.rows(
    sql`delete from channels c where c.session_id is not null
        and not exists (select from "session" s where s.id = c.session_id)`,
  );
  // Longer than any JWT lives, so that none is forgotten too early.
  await db.rows(sql`delete from ended_sessions where ended_at < ${before(HOUR_MS)}`);
  await db.rows(sql`delete from verification where "expiresAt" < ${now}`);
  await db.rows(sql`delete from "oauthRefreshToken" where "expiresAt" < ${now}`);
  await db.rows(sql`delete from "oauthAccessToken" where "expiresAt" < ${now}`);
  await db.rows(
    sql`delete from "oauthClient" c where "createdAt" < ${before(UNUSED_CLIENT_DAYS * DAY_MS)}
        and not exists (select from "oauthConsent" g where g."clientId" = c."clientId")`,
  );
  await db.rows(
    sql`delete from audit_events where at < ${now}::timestamptz - make_interval(months => ${AUDIT_MONTHS})`,
  );
}
