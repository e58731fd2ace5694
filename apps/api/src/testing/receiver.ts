/**
 * Somebody else's server that takes POST requests over real HTTP, keeps them,
 * and misbehaves on request. Stands for a person's program behind a webhook,
 * and is what the push service is made of.
 */
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  /** When it had arrived, in milliseconds of the clock. */
  at: number;
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export type Reply =
  | { status: number; headers?: Record<string, string> }
  /** Never answers. */
  | "hang"
  /** Closes the connection instead of answering. */
  | "break";

export interface Receiver {
  /** Without a slash at its end. */
  url: string;
  requests: Received[];
  /** How many were made to it. */
  connections(): number;
  close(): Promise<void>;
}

export interface ReceiverOptions {
  /** 0: a free one. */
  port?: number;
  /** How a request is answered; it is kept before. Default: 200. */
  reply?: (request: Received) => Reply | Promise<Reply>;
}

export async function startReceiver({
  port = 0,
  reply = () => ({ status: 200 }),
}: ReceiverOptions = {}): Promise<Receiver> {
  const requests: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const received = {
      at: Date.now(),
      path: request.url ?? "",
      headers: request.headers,
      body: Buffer.concat(chunks),
    };
    requests.push(received);
    const answer = await reply(received);
    if (answer === "hang") return;
    if (answer === "break") return void request.socket.destroy();
    response.writeHead(answer.status, answer.headers).end();
  });
  let connections = 0;
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    connections: () => connections,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
