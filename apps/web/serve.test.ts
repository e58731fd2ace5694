import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

/** In the place of what Next builds: answers with the address that it would pass on. */
const PROGRAM = `
  import http from "node:http";
  const server = http.createServer(({ headers }, response) => response.end(headers["x-forwarded-for"]));
  server.listen(0, "127.0.0.1", () => console.log(server.address().port));`;

/** Gives what the API is told when a client claims `claimed`. */
async function passedOn(claimed: string | undefined, environment: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "todo-serve-"));
  const program = join(folder, "serve.mjs");
  copyFileSync(join(import.meta.dirname, "serve.mjs"), program);
  writeFileSync(join(folder, "package.json"), `{ "type": "module" }`);
  writeFileSync(join(folder, "server.js"), PROGRAM);
  const env = { NODE_ENV: "production" as const, ...environment };
  const child = spawn(process.execPath, [program], { env, stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(async () => {
    child.kill();
    await once(child, "exit");
    rmSync(folder, { recursive: true });
  });
  const [port] = await once(child.stdout, "data");
  const headers = claimed === undefined ? {} : { "x-forwarded-for": claimed };
  const response = await fetch(`http://127.0.0.1:${Number(port)}/api/auth/sign-in/email`, { headers });
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
