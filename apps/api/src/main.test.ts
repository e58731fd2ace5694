import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { startFakeOpenAi } from "./testing/fake-openai.ts";
import { ownDatabase } from "./testing/own-database.ts";
import { scriptedModel } from "./testing/scripted-model.ts";
import { createWorld } from "./testing/world.ts";

/** The program as the image starts it, on a free port. Resolves when it says that it is ready. */
async function startProgram(environment: Record<string, string>) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts")], {
    env: { API_PORT: "0", PUBLIC_URL: "http://localhost:3000", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => ended(child));
  for await (const line of createInterface(child.stdout)) {
    const { msg, port } = JSON.parse(line) as { msg: string; port?: number };
    if (msg === "Ready") return { child, url: `http://127.0.0.1:${port}` };
  }
  throw new Error("The program ended before it was ready.");
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

test("who waits for an answer while the program stops is told to come back, and the answer goes on elsewhere", async () => {
  const vendor = await startFakeOpenAi([{ hangAfter: "I think that" }]);
  onTestFinished(() => vendor.close());
  // A program takes over whatever run nobody holds.
  const environment = { DATABASE_URL: await ownDatabase(), BETTER_AUTH_SECRET: "x".repeat(32) };
  const other = await createWorld({ environment, modelOverride: () => scriptedModel(["Good morning."]) });
  const ada = await other.as("ada");
  const stopping = await startProgram({ ...environment, LLM_BASE_URL: vendor.baseUrl, LLM_MODEL: "fake" });
  const message = { message: "What do you think?" };
  const waiting = fetch(`${stopping.url}/api/chat`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${ada.token}`,
      "idempotency-key": "once",
    },
    body: JSON.stringify(message),
  });
  await expect.poll(() => vendor.requests).toHaveLength(1);

  const exit = once(stopping.child, "exit");
  stopping.child.kill("SIGTERM");
  const told = await waiting;

  expect(told.status).toBe(503);
  expect(told.headers.get("retry-after")).toBe("2");
  const { code, params } = await told.json();
  expect(code).toBe("unavailable");
  const again = await ada.chat(message, { idempotencyKey: "once" });
  expect(again).toMatchObject({ run_id: params.run_id, response: "Good morning." });
  expect(await exit).toEqual([0, null]);
});
