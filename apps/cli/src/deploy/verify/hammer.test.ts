import { type ChildProcess, spawn } from "node:child_process";
import { createServer, type RequestListener } from "node:http";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { variables } from "../../environment.ts";
import { argumentsOf, type Counts, type Hammering } from "./hammer.ts";

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("There is no port.");
  return `http://127.0.0.1:${address.port}`;
}

const asking = (url: string) => ({ addresses: [{ url: `${url}/health`, words: "healthy" }] });

function hammer(work: Pick<Hammering, "addresses" | "writes">): ChildProcess {
  const args = argumentsOf({ ...work, hands: 2, pauseMs: 5 });
  const env = { ...variables(), TOKEN: work.writes?.token };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** The first that it tells with so many requests in it. */
async function countsOf({ stdout }: ChildProcess, atLeast = 1): Promise<Counts> {
  if (!stdout) throw new Error("It has no output.");
  for await (const line of createInterface(stdout)) {
    const counts: Counts = JSON.parse(line);
    if (counts.sent >= atLeast) return counts;
  }
  throw new Error("It ended and told nothing.");
}

test("requests that are answered are counted, refusals too", async () => {
  const url = await listen((_, response) => response.writeHead(401).end("healthy"));
  expect(await countsOf(hammer(asking(url)))).toMatchObject({ failed: 0, trouble: "" });
});

test("requests that break or fail at the server are lost, with the reason", async () => {
  const broken = await listen((request) => request.socket.destroy());
  const counts = await countsOf(hammer(asking(broken)));
  expect(counts.failed).toBe(counts.sent);
  expect(counts.trouble).toContain("socket hang up");

  const failing = await listen((_, response) => response.writeHead(503).end());
  expect(await countsOf(hammer(asking(failing)))).toMatchObject({
    trouble: expect.stringContaining("status 503"),
  });
});

test("half of the requests have a connection of their own", async () => {
  const seen = new Map<unknown, number>();
  const url = await listen((request, response) => {
    seen.set(request.socket, (seen.get(request.socket) ?? 0) + 1);
    response.end("healthy");
  });
  // Enough that each of its hands came back to the connection that it keeps.
  await countsOf(hammer(asking(url)), 20);
  const alone = [...seen.values()].filter((requests) => requests === 1).length;
  expect(alone).toBeGreaterThan(seen.size / 2);
  expect(Math.max(...seen.values())).toBeGreaterThan(1);
});

test("an answer of somebody else is none", async () => {
  const url = await listen((_, response) => response.writeHead(404).end("<html>nothing here</html>"));
  const counts = await countsOf(hammer(asking(url)));
  expect(counts).toMatchObject({
    failed: counts.sent,
    trouble: expect.stringContaining("status 404 without"),
  });
});

/** Adds a task for each request: under the same key the same one, or another. */
const addingTasks = (idFor: (key: string, turn: number) => string): RequestListener => {
  let turn = 0;
  return (request, response) => {
    const { authorization, "idempotency-key": key } = request.headers;
    if (authorization !== "Bearer hidden" || request.method !== "POST")
      return void response.writeHead(401).end();
    turn += 1;
    response.writeHead(201).end(JSON.stringify({ id: idFor(String(key), turn), title: key }));
  };
};

test("what is sent twice under one key has to be the same task", async () => {
  const writes = async (answer: RequestListener) => ({ url: await listen(answer), token: "hidden" });
  const once = await writes(addingTasks((key) => key));
  expect(await countsOf(hammer({ addresses: [], writes: once }))).toMatchObject({ failed: 0, trouble: "" });

  const twice = await writes(addingTasks((key, turn) => `${key} ${turn}`));
  const { trouble } = await countsOf(hammer({ addresses: [], writes: twice }));
  expect(trouble).toContain("one task was added twice");
});
