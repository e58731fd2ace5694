/** What the web app passes on to the API, and how. */
import { request } from "node:http";
import { expect, inject, test } from "vitest";
import { openPage, signUp } from "./browser.ts";

test("events come through one by one, also to whoever accepts compression", async () => {
  const page = await openPage();
  await signUp(page);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const url = new URL("/api/live", inject("productUrl"));
  const first = await new Promise<{ encoding: string | undefined; text: string }>((resolve, reject) => {
    const stream = request(url, { headers: { cookie, "accept-encoding": "gzip" } }, (response) => {
      response.setEncoding("utf8").once("data", (text: string) => {
        resolve({ encoding: response.headers["content-encoding"], text });
        stream.destroy();
      });
    });
    stream.on("error", reject).end();
  });
  expect(first).toMatchObject({ encoding: undefined, text: expect.stringContaining("retry:") });
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
  expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
});
