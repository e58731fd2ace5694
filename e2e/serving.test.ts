/** What the web app passes on to the API, and how. */
import { request } from "node:http";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { arrive, openPage } from "./browser.ts";

/** The first piece of a stream, as a browser that accepts compression gets it. */
async function firstPiece(page: Page, path: string, body?: object) {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const url = new URL(path, inject("productUrl"));
  const headers = {
    cookie,
    origin: url.origin,
    accept: "text/event-stream",
    "accept-encoding": "gzip",
    "content-type": "application/json",
  };
  return new Promise<{ encoding: string | undefined; text: string }>((resolve, reject) => {
    const stream = request(url, { method: body ? "POST" : "GET", headers }, (response) => {
      response.setEncoding("utf8").once("data", (text: string) => {
        resolve({ encoding: response.headers["content-encoding"], text });
        stream.destroy();
      });
    });
    stream.on("error", reject).end(body && JSON.stringify(body));
  });
}

test("live events are not held back by compression", async () => {
  const page = await openPage();
  await arrive(page);
  const piece = await firstPiece(page, "/api/live");
  expect(piece).toMatchObject({ encoding: undefined, text: expect.stringContaining("retry:") });
});

test("an answer streams word by word, not held back by compression", async () => {
  const page = await openPage();
  await arrive(page);
  const piece = await firstPiece(page, "/api/chat", { message: "add milk" });
  expect(piece).toMatchObject({ encoding: undefined, text: expect.stringContaining("run_started") });
});

test("the API's pages load from the same host alone", async () => {
  const page = await openPage();
  await page.goto("/docs");
  await page.getByText("Add a task").first().waitFor();
});

test.each(["/openapi.json", "/mcp", "/api/health", "/api/nothing"])("%s is answered", async (path) => {
  const response = await fetch(new URL(path, inject("productUrl")));
  expect([200, 401, 404]).toContain(response.status);
  expect(response.headers.get("content-type")).toMatch(/json/);
});

test("pages tell the browser to run our own scripts alone", async () => {
  const response = await fetch(new URL("/sign-in", inject("productUrl")));
  const policy = response.headers.get("content-security-policy")!;
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'/);
  expect(policy).not.toMatch(/(script-src|style-src) [^;]*'unsafe-inline'/);
});

test("pages come with their tasks and the conversation, before any script runs", async () => {
  const page = await openPage();
  const client = await arrive(page);
  await client.chat({ message: "add water the plants today" });
  const still = await openPage({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const withTask: string[] = [];
  const views = ["/", "/today", "/upcoming", "/all", "/search?q=plants"];
  for (const path of views) {
    await still.goto(path);
    const rows = still.locator("[data-task]").filter({ hasText: "water the plants" });
    const said = still.getByRole("log").getByText("add water the plants today");
    if ((await rows.isVisible()) && (await said.isVisible())) withTask.push(path);
  }
  expect(withTask).toEqual(views);
});

/** Next and React are 136 of them, the query cache 14. With these alone the tasks come alive. */
const SCRIPTS_KB = 170;

test(`the scripts that the workspace starts with are at most ${SCRIPTS_KB} kB, compressed`, async () => {
  const page = await openPage();
  await arrive(page);
  const html = await (await page.request.get("/")).text();
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)]
    .filter(([tag]) => !/nomodule/i.test(tag))
    .map(([, source]) => source!);
  let bytes = 0;
  for (const source of new Set(scripts))
    bytes += gzipSync(await (await page.request.get(source)).body()).length;
  expect(scripts.length).toBeGreaterThan(5);
  expect(bytes / 1000).toBeLessThan(SCRIPTS_KB);
});
