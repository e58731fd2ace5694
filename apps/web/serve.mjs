/**
 * Starts the server that Next built, and ends it in order: `/ready` says no at
 * once, and for `DRAIN_DELAY_MS` it goes on serving, until every proxy has
 * heard; then event streams end, since their readers come back elsewhere, and
 * requests finish, or are told to come back. Next's own way out answers a
 * signal at once, with a failure's exit code.
 * It also tells the API where each request came from: Next passes on whatever a client claims.
 */
import { subscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

/** How long requests may take to end once nothing new is sent here. */
const FINISH_MS = 8_000;
/** Of that, for the last answers to reach whoever asked. */
const FAREWELL_MS = 1_000;
/** Over this time streams end, so that their readers don't all come back at once. Without a drain nobody balances them. */
const SPREAD_MS = 2_000;
const TICK_MS = 50;

process.env.NEXT_MANUAL_SIG_HANDLE = "true";
// Longer than any proxy keeps a connection that nobody uses: else it may send a request into one that is just being closed.
process.env.KEEP_ALIVE_TIMEOUT ||= "75000";

/** How many proxies stand in front and each add whom they heard to `X-Forwarded-For`. */
const hops = Math.max(0, Number(process.env.PROXY_HOPS) || 0);

const drainMs = Number(process.env.DRAIN_DELAY_MS) || 0;

/** Next keeps the server to itself; every request tells which one it came to. */
const servers = new Set();
const open = new Set();
let leaving = false;
let closing = false;

subscribe("http.server.request.start", ({ server, request, response }) => {
  request.headers["x-forwarded-for"] = addressOf(request);
  servers.add(server);
  open.add(response);
  if (leaving) response.shouldKeepAlive = false;
  // Next itself listens ten times, and Node would warn of every request.
  response.setMaxListeners(20);
  response.once("close", () => {
    open.delete(response);
    // A stream that began before the end had promised to keep its connection.
    if (closing) setImmediate(() => server.closeIdleConnections());
  });
});

/** Of the addresses that were named the one that the outermost proxy heard, from the right: what is left of it anyone can make up. */
function addressOf({ headers, socket }) {
  const claimed = headers["x-forwarded-for"]?.split(",").map((one) => one.trim()) ?? [];
  const named = [...claimed.filter(Boolean), socket.remoteAddress ?? ""];
  return named.at(-1 - hops) ?? named[0];
}

for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => void leave());

async function leave() {
  leaving = true;
  // `app/ready` reads it: that is bundled, and shares nothing else with this file.
  globalThis[Symbol.for("todo.leaving")] = true;
  for (const response of open) response.shouldKeepAlive = false;
  await sleep(drainMs);
  await endStreams();
  closing = true;
  const closed = [...servers].map((server) => once(server.close(), "close"));
  setTimeout(() => {
    for (const response of open) if (!response.headersSent) sendElsewhere(response);
  }, FINISH_MS - FAREWELL_MS).unref();
  setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, FINISH_MS).unref();
  await Promise.all(closed);
  process.exit(0);
}

/** The API goes on with what it was asked, such as an answer of the assistant. As a problem of the API's, which clients know. */
function sendElsewhere(response) {
  const problem = {
    type: "urn:todo:problem:unavailable",
    title: "unavailable",
    status: 503,
    detail:
      "This server stopped before the answer was there, so this may have happened or not. Send it again with the same Idempotency-Key: it is done once. Without a key, look first.",
    code: "unavailable",
    params: { may_have_happened: true },
  };
  response.writeHead(503, {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    "retry-after": "2",
  });
  response.end(JSON.stringify(problem));
}

/** At each tick so many that all have ended with the last; from then on, whatever becomes a stream ends at the next. */
async function endStreams() {
  let ticks = Math.ceil(Math.min(SPREAD_MS, drainMs) / TICK_MS) || 1;
  const spread = ticks * TICK_MS;
  setInterval(() => {
    for (const response of open) if (isStream(response) && Math.random() * ticks < 1) response.end();
    ticks = Math.max(1, ticks - 1);
  }, TICK_MS);
  await sleep(spread);
}

const isStream = (response) => String(response.getHeader("content-type")).startsWith("text/event-stream");

await import("./server.js");
