/** What access leaves behind and nobody needs any more: a part of the maintenance. */
import type { Reader } from "../db/database.ts";
import { sql } from "../db/sql.ts";
import { sweep } from "../db/sweep.ts";
import { AUDIT_MONTHS } from "./audit.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A client that registered itself and that nobody let in, or that was disconnected. */
const UNUSED_CLIENT_DAYS = 7;

const before = (now: Date, ms: number) => new Date(now.getTime() - ms);

/** Each removes a part, and gives whether there may be more of it. */
export const accessJobs: ((db: Reader, now: Date) => Promise<boolean>)[] = [
  (db, now) => sweep(db, '"session"', sql`t."expiresAt" < ${now}`),
  // The browsers of sessions that ran out; those of sessions that are ended go with them.
  (db) =>
    sweep(
      db,
      "channels",
      sql`t.session_id is not null and not exists (select from "session" s where s.id = t.session_id)`,
    ),
  // Longer than any JWT lives, so that none is forgotten too early.
  (db, now) => sweep(db, "ended_sessions", sql`t.ended_at < ${before(now, HOUR_MS)}`),
  (db, now) => sweep(db, "verification", sql`t."expiresAt" < ${now}`),
  (db, now) => sweep(db, '"oauthRefreshToken"', sql`t."expiresAt" < ${now}`),
  (db, now) => sweep(db, '"oauthAccessToken"', sql`t."expiresAt" < ${now}`),
  (db, now) =>
    sweep(
      db,
      '"oauthClient"',
      sql`t."createdAt" < ${before(now, UNUSED_CLIENT_DAYS * DAY_MS)}
          and not exists (select from "oauthConsent" g where g."clientId" = t."clientId")`,
    ),
  (db, now) =>
    sweep(db, "audit_events", sql`t.at < ${now}::timestamptz - make_interval(months => ${AUDIT_MONTHS})`),
];
