import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "@todo/contract/errors";
import { expect, onTestFinished, test } from "vitest";

/** In the place of what Next builds: answers with the address that it would pass on; at `/silent` it says that it was asked, and no more. */
const PROGRAM = `
  import http from "node:http";
  const server = http.createServer(({ headers, url }, response) => {
    if (url === "/silent") console.log("asked");
    else response.end(headers["x-forwarded-for"]);
  });
  server.listen(0, "127.0.0.1", () => console.log(server.address().port));`;

async function start(environment: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "todo-serve-"));
  const program = join(folder, "serve.mjs");
  copyFileSync(join(import.meta.dirname, "serve.mjs"), program);
  writeFileSync(join(folder, "package.json"), `{ "type": "module" }`);
  writeFileSync(join(folder, "server.js"), PROGRAM);
  const env = { NODE_ENV: "production" as const, ...environment };
  const child = spawn(process.execPath, [program], { env, stdio: ["ignore", "pipe", "inherit"] });
  const exit = once(child, "exit");
  onTestFinished(async () => {
    child.kill();
    await exit;
    rmSync(folder, { recursive: true });
  });
  const [port] = await once(child.stdout, "data");
  return { child, exit, url: `http://127.0.0.1:${Number(port)}` };
}

/** Gives what the API is told when a client claims `claimed`. */
async function passedOn(claimed: string | undefined, environment: Record<string, string> = {}) {
  const { url } = await start(environment);
  const headers = claimed === undefined ? {} : { "x-forwarded-for": claimed };
  const response = await fetch(`${url}/api/auth/sign-in/email`, { headers });
  return response.text();
}

test("a client that claims an address is known by the one it has", async () => {
  expect(await passedOn("203.0.113.9")).toBe("127.0.0.1");
});

test("a client that claims nothing is known as well", async () => {
  expect(await passedOn(undefined)).toBe("127.0.0.1");
});

test.each([
  ["1", "203.0.113.9, 198.51.100.1", "198.51.100.1"],
  ["2", "203.0.113.9, 198.51.100.1, 10.0.0.2", "198.51.100.1"],
  ["2", "198.51.100.1", "198.51.100.1"],
])("behind %s proxies, of %s the API is told %s", async (hops, claimed, told) => {
  expect(await passedOn(claimed, { PROXY_HOPS: hops })).toBe(told);
});

test("who waits for an answer that takes longer than the server stays is told to come back", async () => {
  const { child, exit, url } = await start();
  const waiting = fetch(`${url}/silent`);
  await once(child.stdout, "data");

  child.kill("SIGTERM");
  const told = await waiting;

  expect(told.status).toBe(503);
  expect(told.headers.get("retry-after")).toBe("2");
  const problem = await told.json();
  expect(problem.code).toBe("unavailable");
  expect(AppError.fromProblem(problem).toProblem()).toEqual(problem);
  expect(await exit).toEqual([0, null]);
});
