import { once } from "node:events";
import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { followConnections } from "./shutdown.ts";

/** A server whose answers wait until they are let go. */
async function startServer() {
  const waiting: ServerResponse[] = [];
  let arrived = Promise.withResolvers<void>();
  const server = createServer((_request, response) => {
    waiting.push(response);
    arrived.resolve();
  });
  const connections = followConnections(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => {
    agent.destroy();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return {
    connections,
    port,
    /** Sends a request; resolves when it has arrived. */
    async ask() {
      arrived = Promise.withResolvers();
      const answer = new Promise<IncomingMessage>((resolve, reject) => {
        get({ port, host: "127.0.0.1", agent }, (response) => {
          response.resume();
          resolve(response);
        }).on("error", reject);
      });
      answer.catch(() => {});
      await arrived.promise;
      return {
        answer,
        begin: () => waiting.at(-1)!.write("half "),
        finish: () => waiting.pop()!.end("done"),
      };
    },
  };
}

test("a connection is kept while the process stays", async () => {
  const { ask } = await startServer();
  const { answer, finish } = await ask();
  finish();
  expect((await answer).headers.connection).toBe("keep-alive");
});

test("a request that was under way before the end is answered, and its connection not used again", async () => {
  const { ask, connections } = await startServer();
  const { answer, finish } = await ask();
  connections.letGo();
  finish();
  expect((await answer).headers.connection).toBe("close");
});

test("a request that comes after the notice is still answered, and its connection not used again", async () => {
  const { ask, connections } = await startServer();
  connections.letGo();
  const { answer, finish } = await ask();
  finish();
  expect((await answer).headers.connection).toBe("close");
});

test("closing waits for the request that is under way", async () => {
  const { ask, connections } = await startServer();
  const { answer, finish } = await ask();
  connections.letGo();
  const closing = connections.close(60_000);
  finish();
  expect((await answer).statusCode).toBe(200);
  await closing;
});

test("a stream that had begun ends, and its connection with it", async () => {
  const { ask, connections } = await startServer();
  const { answer, begin, finish } = await ask();
  begin();
  const { headers, socket } = await answer;
  const ended = once(socket, "close");
  const closing = connections.close(60_000);
  finish();
  expect(headers.connection).toBe("keep-alive");
  await Promise.all([ended, closing]);
});

test("a request that doesn't end is cut off at the deadline", async () => {
  const { ask, connections } = await startServer();
  const { answer } = await ask();
  await connections.close(1);
  await expect(answer).rejects.toMatchObject({ code: "ECONNRESET" });
});

test("a closed server takes no new connection", async () => {
  const { connections, port } = await startServer();
  await connections.close(60_000);
  const refused = await new Promise((resolve) => {
    connect(port, "127.0.0.1").on("error", resolve);
  });
  expect(refused).toMatchObject({ code: "ECONNREFUSED" });
});
