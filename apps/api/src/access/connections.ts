/**
 * The MCP clients that a person let in by OAuth. A connection is the row of
 * the consent: every token of the client names it, so that a token is worth
 * nothing once the row is gone, and a new consent doesn't bring it back.
 */
import { type Effect, effects } from "@todo/contract";
import { first, type Reader } from "../db/database.ts";
import { sql } from "../db/sql.ts";

export interface ConnectionRow {
  id: string;
  name: string;
  website: string | null;
  scopes: Effect[];
  connected_at: string;
  /** When it last got a token; it gets one every few minutes while it is used. */
  last_used_at: string | null;
}

const columns = sql`g.id, coalesce(c.name, '') as name, c.uri as website, g.scopes, g."createdAt" as connected_at,
  (select max(r."createdAt") from "oauthRefreshToken" r where r."clientId" = g."clientId" and r."userId" = g."userId") as last_used_at`;

export async function findConnections(db: Reader, userId: string): Promise<ConnectionRow[]> {
  const rows = await db.rows<ConnectionRow & { scopes: string[] }>(
    sql`select ${columns} from "oauthConsent" g join "oauthClient" c on c."clientId" = g."clientId"
        where g."userId" = ${userId} order by g."createdAt", g.id`,
  );
  return rows.map((row) => ({ ...row, scopes: granted(row.scopes) }));
}

/** What the connection of a token allows now; nothing when it was revoked. */
export async function findGrant(
  db: Reader,
  connectionId: string,
  userId: string,
): Promise<Effect[] | undefined> {
  const row = await first<{ scopes: string[] }>(
    db,
    sql`select scopes from "oauthConsent" where id = ${connectionId} and "userId" = ${userId}`,
  );
  return row && granted(row.scopes);
}

/** The connection that a token is being made for; nothing when the person has ended it. */
export async function findConnectionOf(
  db: Reader,
  clientId: string,
  userId: string,
): Promise<string | undefined> {
  const row = await first<{ id: string }>(
    db,
    sql`select id from "oauthConsent" where "clientId" = ${clientId} and "userId" = ${userId}`,
  );
  return row?.id;
}

/** What a client calls itself; empty when it said nothing. */
export async function findClientName(db: Reader, clientId: string): Promise<string> {
  const row = await first<{ name: string | null }>(
    db,
    sql`select name from "oauthClient" where "clientId" = ${clientId}`,
  );
  return row?.name ?? "";
}

/** Ends the connection, its tokens and its unused codes in one statement. Gives the client's name; nothing if there was none. */
export async function endConnection(
  db: Reader,
  userId: string,
  connectionId: string,
): Promise<string | undefined> {
  const row = await first<{ name: string | null }>(
    db,
    sql`with gone as (
          delete from "oauthConsent" where id = ${connectionId} and "userId" = ${userId} returning "clientId"
        ), refresh as (
          delete from "oauthRefreshToken" t using gone where t."clientId" = gone."clientId" and t."userId" = ${userId}
        ), access as (
          delete from "oauthAccessToken" t using gone where t."clientId" = gone."clientId" and t."userId" = ${userId}
        ), codes as (
          delete from verification v using gone
          where v.value like '%"authorization_code"%' and strpos(v.value, ${userId}) > 0 and strpos(v.value, gone."clientId") > 0
        )
        select c.name from gone join "oauthClient" c on c."clientId" = gone."clientId"`,
  );
  return row && (row.name ?? "");
}

const granted = (scopes: string[]) => effects.filter((effect) => scopes.includes(effect));
