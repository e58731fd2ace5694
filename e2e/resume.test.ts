/** An answer is one answer, whatever happens while it is being given. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAnother, openPage, signUp } from "./browser.ts";
import { type Product, startProduct } from "./product.ts";
import { startVendor, type Vendor } from "./vendor.ts";

let vendor: Vendor;
let product: Product;

beforeAll(async () => {
  vendor = await startVendor();
  product = await startProduct({ LLM_BASE_URL: vendor.url, LLM_MODEL: "slow" });
});
afterAll(async () => {
  await product?.stop();
  await vendor?.close();
});

async function ask(page: Page, words: string) {
  await page.getByLabel("Message to the assistant").fill(words);
  await page.getByRole("button", { name: "Send" }).click();
  return vendor.asked();
}

/** The answer is complete when the next message could be sent. */
async function answered(page: Page) {
  await page.getByRole("button", { name: "Send" }).waitFor();
  return (await page.getByRole("log").textContent()) ?? "";
}

const timesIn = (text: string, words: string) => text.split(words).length - 1;

test("a page that is reloaded in the middle of an answer shows all of it, once", async () => {
  const page = await openPage({ baseURL: product.url });
  await signUp(page);
  const answering = await ask(page, "tell me a story");
  answering.say("Once upon a time ");
  await page.getByRole("log").getByText("Once upon a time").waitFor();

  await page.reload();
  await page.getByRole("log").getByText("Once upon a time").waitFor();
  answering.say("there was a plant.");
  answering.end();

  await page.getByRole("log").getByText("there was a plant.").waitFor();
  const log = await answered(page);
  expect(timesIn(log, "Once upon a time there was a plant.")).toBe(1);
  expect(timesIn(log, "tell me a story")).toBe(1);
});

test("two windows of a conversation both see the answer as it comes", async () => {
  const page = await openPage({ baseURL: product.url });
  await signUp(page);
  const first = await ask(page, "hello");
  first.say("Good day.");
  first.end();
  await answered(page);
  const another = await openAnother(page);
  await another.goto("/");
  await another.getByRole("log").getByText("Good day.").waitFor();

  const answering = await ask(page, "tell me a story");
  answering.say("Once upon a time ");
  await another.getByRole("log").getByText("Once upon a time").waitFor();
  answering.say("there was a plant.");
  answering.end();

  for (const window of [page, another]) {
    await window.getByRole("log").getByText("there was a plant.").waitFor();
    expect(timesIn(await answered(window), "Once upon a time there was a plant.")).toBe(1);
  }
});

test("an API that is killed in the middle of an answer leaves one whole answer", async () => {
  const page = await openPage({ baseURL: product.url, ignored: [/Failed to load resource/] });
  await signUp(page);
  const answering = await ask(page, "tell me a story");
  answering.say("Half of a story");
  await page.getByRole("log").getByText("Half of a story").waitFor();

  process.kill(await product.apiPid(), "SIGKILL");
  const again = await vendor.asked();
  again.say("Once upon a time ");
  again.say("there was a plant.");
  again.end();

  await page.getByRole("log").getByText("Once upon a time there was a plant.").waitFor({ timeout: 40_000 });
  const log = await answered(page);
  expect(timesIn(log, "Once upon a time there was a plant.")).toBe(1);
  expect(log).not.toContain("Half of a story");
  for (const place of [page.getByRole("log"), page.getByRole("region", { name: "Notifications" })])
    expect(await place.getByRole("alert").count()).toBe(0);
});

test("an answer that breaks off says so, also to who comes later, and can be had anew", async () => {
  const page = await openPage({ baseURL: product.url });
  await signUp(page);
  const broken = await ask(page, "tell me a story");
  broken.say("Once upon a time ");
  await page.getByRole("log").getByText("Once upon a time").waitFor();
  broken.breakOff();
  const trouble = page.getByRole("log").getByRole("alert");
  await trouble.getByText("The model").waitFor();
  await page.reload();
  await trouble.getByText("The model").waitFor();
  expect(timesIn(await answered(page), "Once upon a time")).toBe(1);

  await trouble.getByRole("button", { name: "Try again" }).click();
  const whole = await vendor.asked();
  whole.say("Once upon a time there was a plant.");
  whole.end();
  await page.getByRole("log").getByText("there was a plant.").waitFor();
  const log = await answered(page);
  expect(timesIn(log, "Once upon a time")).toBe(1);
  expect(timesIn(log, "The model")).toBe(0);
});

test("a message whose answer never arrived is sent again and said once", async () => {
  const page = await openPage({ baseURL: product.url, ignored: [/Failed to load resource/] });
  await signUp(page);
  let lost = 0;
  await page.route("**/api/chat", async (route) => {
    if (lost++ > 0) return route.continue();
    // The server has it; the page hears nothing of that.
    const { url, method, headers, postData } = {
      url: route.request().url(),
      method: route.request().method(),
      headers: await route.request().allHeaders(),
      postData: route.request().postData(),
    };
    const reached = fetch(url, { method, headers: sendable(headers), body: postData });
    await (await reached).body?.cancel();
    return route.abort("connectionreset");
  });

  const answering = await ask(page, "tell me a story");
  answering.say("Once upon a time.");
  answering.end();

  await page.getByRole("log").getByText("Once upon a time.").waitFor();
  const log = await answered(page);
  expect(lost).toBeGreaterThan(1);
  expect(timesIn(log, "tell me a story")).toBe(1);
  expect(timesIn(log, "Once upon a time.")).toBe(1);
  await page.reload();
  expect(timesIn(await answered(page), "tell me a story")).toBe(1);
});

/** HTTP/2's own names, and what fetch sets itself. */
const sendable = (headers: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^:|^(host|connection|content-length)$/.test(name)),
  );
