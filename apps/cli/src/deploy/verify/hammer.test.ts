import { type ChildProcess, spawn } from "node:child_process";
import { createServer, type RequestListener } from "node:http";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { argumentsOf, type Counts } from "./hammer.ts";

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

function hammer(url: string): ChildProcess {
  const args = argumentsOf({ urls: [`${url}/health`], hands: 2, pauseMs: 5 });
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** The first that it tells with requests in it. */
async function countsOf({ stdout }: ChildProcess): Promise<Counts> {
  if (!stdout) throw new Error("It has no output.");
  for await (const line of createInterface(stdout)) {
    const counts: Counts = JSON.parse(line);
    if (counts.sent > 0) return counts;
  }
  throw new Error("It ended and told nothing.");
}

test("requests that are answered are counted, refusals too", async () => {
  const url = await listen((_, response) => response.writeHead(401).end());
  expect(await countsOf(hammer(url))).toMatchObject({ failed: 0, trouble: "" });
});

test("requests that break or fail at the server are lost, with the reason", async () => {
  const broken = await listen((request) => request.socket.destroy());
  const counts = await countsOf(hammer(broken));
  expect(counts.failed).toBe(counts.sent);
  expect(counts.trouble).toContain("socket hang up");

  const failing = await listen((_, response) => response.writeHead(503).end());
  expect(await countsOf(hammer(failing))).toMatchObject({ trouble: expect.stringContaining("status 503") });
});

test("half of the requests have a connection of their own", async () => {
  const seen = new Map<unknown, number>();
  const url = await listen((request, response) => {
    seen.set(request.socket, (seen.get(request.socket) ?? 0) + 1);
    response.end();
  });
  await countsOf(hammer(url));
  const alone = [...seen.values()].filter((requests) => requests === 1).length;
  expect(alone).toBeGreaterThan(seen.size / 2);
  expect(Math.max(...seen.values())).toBeGreaterThan(1);
});
