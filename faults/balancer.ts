/**
 * A proxy in front of backends, as an operator would have: requests in
 * turn to those whose /ready is 200, asked every quarter of a second. It tries
 * nothing twice, so whatever a backend fails to answer is seen.
 */
import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export interface Balancer {
  url: string;
  /** Requests without an answer, answers that broke off, and answers of 500 and above. */
  failures: string[];
  passed(): number;
  /** Event streams that ended as they should. */
  endedStreams(): number;
  /** Resolves when it sends requests to all backends. */
  complete(): Promise<void>;
  close(): Promise<void>;
}

const ASK_EVERY_MS = 250;

export async function startBalancer(urls: string[]): Promise<Balancer> {
  const failures: string[] = [];
  // Connections are kept: a backend that leaves has to say so.
  const agent = new Agent({ keepAlive: true });
  const ready = new Set(urls);
  let turn = 0;
  let passed = 0;
  let endedStreams = 0;

  const closed = new AbortController();
  const asking = urls.map(async (url) => {
    while (!closed.signal.aborted) {
      const answer = await isReady(url);
      // Silence alone tells nothing on a machine that is busy; a no does.
      if (answer === true) ready.add(url);
      if (answer === false) ready.delete(url);
      await sleep(ASK_EVERY_MS);
    }
  });

  const pass = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const url = [...ready][turn++ % ready.size];
    const what = `${incoming.method} ${incoming.url} at ${url}`;
    if (!url) {
      failures.push(`${incoming.method} ${incoming.url}: nobody was ready`);
      return void outgoing.writeHead(503).end();
    }
    let left = false;
    const { host, connection, ...headers } = incoming.headers;
    const upstream = request(url + incoming.url, { method: incoming.method, headers, agent }, (answer) => {
      passed += 1;
      if (answer.statusCode! >= 500) failures.push(`${what}: ${answer.statusCode}`);
      const { connection, "keep-alive": keepAlive, "transfer-encoding": encoding, ...rest } = answer.headers;
      outgoing.writeHead(answer.statusCode!, rest);
      answer.pipe(outgoing);
      if (rest["content-type"]?.startsWith("text/event-stream"))
        answer.on("end", () => {
          endedStreams += 1;
        });
      answer.on("error", (error) => {
        if (!left) failures.push(`${what}: ${error.message}`);
        outgoing.destroy();
      });
    });
    outgoing.on("close", () => {
      left = !outgoing.writableFinished;
      if (left) upstream.destroy();
    });
    upstream.on("error", (error) => {
      if (left || outgoing.headersSent) return;
      failures.push(`${what}: ${error.message}`);
      outgoing.writeHead(502).end();
    });
    incoming.pipe(upstream);
  };

  const server = createServer(pass).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    failures,
    passed: () => passed,
    endedStreams: () => endedStreams,
    async complete() {
      while (ready.size < urls.length) await sleep(ASK_EVERY_MS);
    },
    async close() {
      closed.abort();
      await Promise.all(asking);
      agent.destroy();
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** Nothing when there was no answer in time. */
async function isReady(url: string): Promise<boolean | undefined> {
  const late = AbortSignal.timeout(2_000);
  try {
    return (await fetch(`${url}/ready`, { signal: late })).ok;
  } catch {
    return late.aborted ? undefined : false;
  }
}
