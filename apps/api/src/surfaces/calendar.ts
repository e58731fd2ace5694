/**
 * Feeds for calendar programs, which have no session: the address is the
 * credential. One that leads to no feed is answered like any other where nothing is.
 */
import { createHash } from "node:crypto";
import { AppError } from "@todo/contract";
import { Hono, type Context as HonoContext } from "hono";
import { countAttempt, type Limit } from "../access/limits.ts";
import { hashOf } from "../calendars/operations.ts";
import { findFeedByToken, noteReading, type OpenedFeed } from "../calendars/queries.ts";
import { dayOf, readFeed } from "../calendars/read-feed.ts";
import type { Database } from "../db/database.ts";
import { streamOf } from "./text-stream.ts";

interface CalendarRoutes {
  database: Database;
  publicUrl: string;
  now(): Date;
}

/** Of one feed; programs ask every few minutes at most. */
const readingsPerHour: Limit = { attempts: 240, seconds: 3600 };
const SECOND_MS = 1000;

export function calendarRoutes({ database, publicUrl, now }: CalendarRoutes): Hono {
  return new Hono().get("/api/calendar/:file{[0-9a-f]{64}\\.ics}", async (c) => {
    const at = now();
    const feed = await findFeedByToken(database, hashOf(c.req.param("file").slice(0, -".ics".length)));
    if (!feed) throw new AppError("not_found", `There is nothing at ${c.req.path}.`);
    await countAttempt(database, `feed:${feed.id}`, readingsPerHour);
    await noteReading(database, feed, at);
    const headers = { "cache-control": "private, no-cache", ...validators(feed, at, publicUrl) };
    if (isUnchanged(c, headers)) return new Response(null, { status: 304, headers });
    return new Response(streamOf(await readFeed(database, feed, { now: at, publicUrl })), {
      headers: {
        ...headers,
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'inline; filename="todo.ics"',
      },
    });
  });
}

interface Validators {
  etag: string;
  "last-modified"?: string;
}

/**
 * All that the content depends on has left its number in the journal. The time of the last change is told only when its
 * second is over: another change in it would go unnoticed (RFC 9110, 8.8.2.2).
 */
function validators(feed: OpenedFeed, now: Date, publicUrl: string): Validators {
  const day = dayOf(now);
  const state = [feed.id, feed.kind, feed.name, feed.last_seq, day.toISOString(), publicUrl];
  const etag = `"${createHash("sha256").update(JSON.stringify(state)).digest("base64url")}"`;
  const changed = new Date(Math.max(Date.parse(feed.changed_at), day.getTime()));
  if (now.getTime() - changed.getTime() < SECOND_MS) return { etag };
  return { etag, "last-modified": changed.toUTCString() };
}

/** If-Modified-Since counts only where no tag is sent (RFC 9110, 13.1.3). */
function isUnchanged(c: HonoContext, { etag, "last-modified": modified }: Validators): boolean {
  const tags = c.req.header("if-none-match");
  if (tags !== undefined)
    return tags.trim() === "*" || tags.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
  const since = Date.parse(c.req.header("if-modified-since") ?? "");
  return modified !== undefined && since >= Date.parse(modified);
}
