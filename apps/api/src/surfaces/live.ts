/**
 * GET /api/live: what changes in the person's space, as it changes, from
 * whichever window, client or process. Each event's id is the journal's
 * sequence number, so that a listener who comes back misses nothing. Also what
 * the person is told: `event: notice`, without a number. Who comes back says for
 * how many seconds it was away (`missed`) and gets those of that time.
 */
import type { LiveEvent, LiveNotice } from "@todo/contract";
import { Hono, type Context as HonoContext } from "hono";
import type { OpenStreams } from "../access/open-streams.ts";
import type { Database } from "../db/database.ts";
import type { Announcer } from "../journal/announcer.ts";
import { findChangesAfter, findLastSeq, type JournalRow } from "../journal/queries.ts";
import type { Pages } from "../notices/pages.ts";
import type { Context } from "../operations/context.ts";
import { requireScope } from "../operations/run.ts";
import { farewell } from "./farewell.ts";

export interface LiveRoutes {
  database: Database;
  announcer: Announcer;
  pages: Pages;
  streams: OpenStreams;
  contextOf(c: HonoContext): Promise<Context>;
  /** Aborted when the process stops: the listeners then go to another one. */
  ending: AbortSignal;
}

const BATCH = 500;
const HEARTBEAT_MS = 20_000;
/** After a read that failed; each listener at a moment of its own. */
const AGAIN_MS = 1_000;
/** Chunks that wait for a slow listener; the rest stays in the journal. */
const HELD_BACK = 16;

export function liveRoutes({ database, announcer, pages, streams, contextOf, ending }: LiveRoutes): Hono {
  const readChanges = sharedReader(database);
  return new Hono().get("/api/live", async (c) => {
    const { actor } = await contextOf(c);
    requireScope(actor, "read");
    const asked = Number(c.req.header("last-event-id") ?? c.req.query("after"));
    const after =
      Number.isSafeInteger(asked) && asked >= 0 && (c.req.header("last-event-id") ?? c.req.query("after"));
    const start = after ? asked : await findLastSeq(database, actor.space_id);
    const missed = Number(c.req.query("missed"));
    const { ended, release } = await streams.open(actor);
    const stream = liveStream({
      readChanges,
      announcer,
      pages,
      missed: Number.isFinite(missed) && missed > 0 ? missed : 0,
      spaceId: actor.space_id,
      start,
      ending,
      ended,
      release,
    });
    return new Response(stream, {
      headers: {
        "content-type": "text/event-stream",
        // no-transform: a proxy that compresses would hold events back.
        "cache-control": "no-cache, no-transform",
        "x-accel-buffering": "no",
      },
    });
  });
}

interface Changes {
  /** Events as they are sent; empty when there are none. */
  text: string;
  /** The last sequence number in them. */
  last: number;
  mayBeMore: boolean;
}

type ReadChanges = (spaceId: string, after: number) => Promise<Changes>;

/**
 * Listeners of one space are woken together and mostly want the same, so they
 * share one look at the journal. Only within the moment: a look that began
 * earlier may have missed what they were woken for.
 */
function sharedReader(database: Database): ReadChanges {
  const begun = new Map<string, Promise<Changes>>();
  const read: ReadChanges = async (spaceId, after) => {
    const rows = await findChangesAfter(database, spaceId, after, BATCH);
    const text = rows.map(eventOf).join("");
    return { text, last: rows.at(-1)?.seq ?? after, mayBeMore: rows.length === BATCH };
  };
  return (spaceId, after) => {
    const key = `${spaceId}/${after}`;
    if (begun.size === 0) queueMicrotask(() => begun.clear());
    const reading = begun.get(key) ?? read(spaceId, after);
    begun.set(key, reading);
    return reading;
  };
}

interface Listener extends Pick<LiveRoutes, "announcer" | "pages" | "ending"> {
  readChanges: ReadChanges;
  /** For so many seconds the listener may have heard nothing. */
  missed: number;
  spaceId: string;
  /** The last sequence number that the listener has. */
  start: number;
  /** Aborted when the listener may hear no more. */
  ended: AbortSignal;
  release(): void;
}

/** A plain stream rather than a helper: a thousand of them are open at once, and each costs memory. */
function liveStream(listener: Listener): ReadableStream {
  const { readChanges, announcer, pages, missed, spaceId, start, ending, ended: barred, release } = listener;
  const encoder = new TextEncoder();
  let stop = () => {};
  let goOn = () => {};
  return new ReadableStream(
    {
      start(controller) {
        let seq = start;
        let reading = false;
        let again = false;
        let ended = false;
        let later: NodeJS.Timeout | undefined;
        const send = (text: string) => controller.enqueue(encoder.encode(text));
        const hasRoom = () => (controller.desiredSize ?? 0) > 0;

        const read = async () => {
          again = true;
          if (reading) return;
          reading = true;
          try {
            while (again && hasRoom()) {
              again = false;
              const { text, last, mayBeMore } = await readChanges(spaceId, seq);
              if (text !== "") send(text);
              seq = last;
              again ||= mayBeMore;
            }
          } catch {
            // The database is away, or the listener is, whose timer then is cleared.
            later ??= setTimeout(readLater, AGAIN_MS * (0.5 + Math.random())).unref();
          } finally {
            reading = false;
          }
        };
        const readLater = () => {
          later = undefined;
          void read();
        };
        goOn = () => {
          if (again && !reading && later === undefined) void read();
        };

        /** What comes again because it was told just now, the listener knows by its id. */
        const catchUp = async () => {
          const notices = await pages.since(spaceId, missed).catch(() => []);
          if (!ended) for (const notice of notices) send(noticeOf(notice));
        };

        send(`retry: 1000\nid: ${start}\n: listening\n\n`);
        const unsubscribe = announcer.subscribe(spaceId, () => void read());
        const forget = pages.subscribe(spaceId, (notice) => send(noticeOf(notice)));
        const heartbeat = setInterval(() => hasRoom() && send(": still here\n\n"), HEARTBEAT_MS);
        const end = () => {
          stop();
          send(farewell());
          controller.close();
        };
        const bar = () => {
          stop();
          controller.close();
        };
        stop = () => {
          ended = true;
          release();
          unsubscribe();
          forget();
          clearInterval(heartbeat);
          clearTimeout(later);
          again = false;
          ending.removeEventListener("abort", end);
          barred.removeEventListener("abort", bar);
        };
        barred.addEventListener("abort", bar);
        ending.addEventListener("abort", end);
        if (ending.aborted) return end();
        void read();
        if (missed > 0) void catchUp();
      },
      pull: () => goOn(),
      cancel: () => stop(),
    },
    { highWaterMark: HELD_BACK },
  );
}

function eventOf({ seq, group_id, operation, entity, entity_id }: JournalRow): string {
  const event: LiveEvent = { seq, group: group_id, operation, entity, id: entity_id };
  return `id: ${seq}\ndata: ${JSON.stringify(event)}\n\n`;
}

const noticeOf = (notice: LiveNotice) => `event: notice\ndata: ${JSON.stringify(notice)}\n\n`;
