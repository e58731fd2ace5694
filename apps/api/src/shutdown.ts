/**
 * The HTTP side of leaving: every answer from then on closes its connection,
 * so that a proxy that keeps connections takes its next request elsewhere, and
 * requests that are under way may end.
 */
import type { EventEmitter } from "node:events";
import type { Server, ServerResponse } from "node:http";

/** Of a server only what is needed here; an HTTP/2 server has none of these. */
type HttpServer = EventEmitter & Pick<Server, "close" | "closeIdleConnections" | "closeAllConnections">;

export interface Connections {
  /** Goes on serving, and asks the other side not to use its connections again. */
  letGo(): void;
  /** Takes no new connections. Resolves when the last request has its answer, or was cut off after `deadlineMs`. */
  close(deadlineMs: number): Promise<void>;
}

/** Call it before the first request comes. */
export function followConnections(server: HttpServer): Connections {
  const open = new Set<ServerResponse>();
  let leaving = false;
  let closing = false;
  // Before the application answers: the header is written with the first byte.
  server.prependListener("request", (_request: unknown, response: ServerResponse) => {
    if (leaving) response.shouldKeepAlive = false;
    open.add(response);
    response.once("close", () => {
      open.delete(response);
      // A stream that began before the end had promised to keep its connection.
      if (closing) setImmediate(() => server.closeIdleConnections());
    });
  });
  return {
    letGo() {
      leaving = true;
      for (const response of open) response.shouldKeepAlive = false;
    },
    async close(deadlineMs) {
      closing = true;
      const closed = new Promise((done) => server.close(done));
      const deadline = setTimeout(() => server.closeAllConnections(), deadlineMs);
      await closed;
      clearTimeout(deadline);
    },
  };
}
