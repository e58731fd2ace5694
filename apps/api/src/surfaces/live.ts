/**
 * GET /api/live: what changes in the person's space, as it changes, from
 * whichever window, client or process. Each event's id is the journal's
 * sequence number, so that a listener who comes back misses nothing.
 */
import type { LiveEvent } from "@todo/contract";
import { Hono, type Context as HonoContext } from "hono";
import type { Database } from "../db/database.ts";
import type { Announcer } from "../journal/announcer.ts";
import { findChangesAfter, findLastSeq, type JournalRow } from "../journal/queries.ts";
import type { Context } from "../operations/context.ts";
import { requireScope } from "../operations/run.ts";

export interface LiveRoutes {
  database: Database;
  announcer: Announcer;
  contextOf(c: HonoContext): Promise<Context>;
}

const BATCH = 500;
const HEARTBEAT_MS = 20_000;
/** The last resort: a listener whose wake-up was lost looks by itself. */
const POLL_MS = 30_000;

export function liveRoutes({ database, announcer, contextOf }: LiveRoutes): Hono {
  return new Hono().get("/api/live", async (c) => {
    const { actor } = await contextOf(c);
    requireScope(actor, "read");
    const asked = Number(c.req.header("last-event-id") ?? c.req.query("after"));
    const after =
      Number.isSafeInteger(asked) && asked >= 0 && (c.req.header("last-event-id") ?? c.req.query("after"));
    const start = after ? asked : await findLastSeq(database, actor.space_id);
    return new Response(liveStream(database, announcer, actor.space_id, start), {
      headers: {
        "content-type": "text/event-stream",
        // no-transform: a proxy that compresses would hold events back.
        "cache-control": "no-cache, no-transform",
        "x-accel-buffering": "no",
      },
    });
  });
}

/** A plain stream rather than a helper: a thousand of them are open at once, and each costs memory. */
function liveStream(
  database: Database,
  announcer: Announcer,
  spaceId: string,
  start: number,
): ReadableStream {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      let seq = start;
      let reading = false;
      let again = false;
      const send = (text: string) => controller.enqueue(encoder.encode(text));

      const read = async () => {
        if (reading) {
          again = true;
          return;
        }
        reading = true;
        try {
          do {
            again = false;
            const rows = await findChangesAfter(database, spaceId, seq, BATCH);
            for (const row of rows) send(eventOf(row));
            seq = rows.at(-1)?.seq ?? seq;
            again ||= rows.length === BATCH;
          } while (again);
        } catch {
          // The database is away, or the listener is; the poll comes again.
        } finally {
          reading = false;
        }
      };

      send(`retry: 1000\nid: ${start}\n: listening\n\n`);
      const unsubscribe = announcer.subscribe(spaceId, () => void read());
      const heartbeat = setInterval(() => send(": still here\n\n"), HEARTBEAT_MS);
      const poll = setInterval(() => void read(), POLL_MS);
      stop = () => {
        unsubscribe();
        clearInterval(heartbeat);
        clearInterval(poll);
      };
      void read();
    },
    cancel: () => stop(),
  });
}

function eventOf({ seq, group_id, operation, entity, entity_id }: JournalRow): string {
  const event: LiveEvent = { seq, group: group_id, operation, entity, id: entity_id };
  return `id: ${seq}\ndata: ${JSON.stringify(event)}\n\n`;
}
