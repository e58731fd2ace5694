/**
 * Starts the server that Next built, and ends it in order: for `DRAIN_DELAY_MS`
 * it goes on serving, until every proxy has heard that it leaves; then event
 * streams end, since their readers come back elsewhere, and requests finish.
 * Next's own way out answers a signal at once, and with a failure's exit code.
 */
import { subscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

/** How long requests may take to end once nothing new is sent here. */
const FINISH_MS = 8_000;

process.env.NEXT_MANUAL_SIG_HANDLE = "true";

/** Next keeps the server to itself; every request tells which one it came to. */
const servers = new Set();
const open = new Set();
let leaving = false;

subscribe("http.server.request.start", ({ server, response }) => {
  servers.add(server);
  open.add(response);
  response.once("close", () => open.delete(response));
  if (leaving) response.shouldKeepAlive = false;
});

for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => void leave());

async function leave() {
  leaving = true;
  for (const response of open) response.shouldKeepAlive = false;
  await sleep(Number(process.env.DRAIN_DELAY_MS) || 0);
  for (const response of open) {
    if (String(response.getHeader("content-type")).startsWith("text/event-stream")) response.end();
  }
  const closed = [...servers].map((server) => once(server.close(), "close"));
  setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, FINISH_MS).unref();
  await Promise.all(closed);
  process.exit(0);
}

await import("./server.js");
