/** On a slow network: what one does shows at once, what is awaited is said to be, and nothing happens twice. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { clientOf, openPage, say, signUp, titles } from "./browser.ts";
import { holdBack } from "./hold-back.ts";

/** Almost half a second there and back, and a poor mobile connection's throughput. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 100_000, uploadThroughput: 100_000 };

/** Somebody with these tasks, whose network becomes slow when the page is there. */
async function slowly(...tasks: { title: string; due_on?: string }[]): Promise<Page> {
  const page = await openPage();
  await signUp(page, { tasks });
  // What understands words has come by then.
  await page.getByLabel("Add a task").fill("rest tomorrow");
  await page.getByRole("list", { name: "Understood" }).waitFor();
  await page.getByLabel("Add a task").fill("");
  const tools = await page.context().newCDPSession(page);
  await tools.send("Network.enable");
  await tools.send("Network.emulateNetworkConditions", SLOW);
  return page;
}

test("what is added and ticked shows before the server has heard of it, and is done once", async () => {
  const page = await slowly({ title: "call mom" });
  const writes = await holdBack(page, "POST", /\/api\/tasks/);

  await page.getByLabel("Add a task").fill("water the plants");
  await page.keyboard.press("Enter");
  await expect.poll(() => titles(page)).toEqual(["call mom", "water the plants"]);
  await page.getByRole("checkbox", { name: "Complete “call mom”" }).click();
  await page.getByRole("checkbox", { name: "Reopen “call mom”" }).waitFor();
  writes.letGo();

  const client = await clientOf(page.context());
  const onServer = async () =>
    (await client.list_tasks({ status: "all" })).tasks.map(({ title, status }) => [title, status]);
  await expect.poll(onServer).toEqual(
    expect.arrayContaining([
      ["call mom", "completed"],
      ["water the plants", "pending"],
    ]),
  );
  expect(await onServer()).toHaveLength(2);
  await expect.poll(() => titles(page)).toEqual(["water the plants"]);
});

test("a view whose tasks are on their way says so, and then shows them", async () => {
  const page = await slowly({ title: "call mom", due_on: "2020-01-01" });
  const reads = await holdBack(page, "GET", /\/api\/tasks/);

  await page.getByRole("link", { name: "Completed" }).click();
  await page.getByRole("status", { name: "Loading tasks" }).waitFor();
  reads.letGo();

  await page.getByText("What you complete is kept here.").waitFor();
  expect(await page.getByRole("status", { name: "Loading tasks" }).count()).toBe(0);
});

test("what is said is answered and done once", async () => {
  const page = await slowly();
  await say(page, "add water the plants");
  await expect.poll(() => titles(page)).toEqual(["water the plants"]);
  const log = (await page.getByRole("log").textContent()) ?? "";
  expect(log.split("add water the plants")).toHaveLength(2);
  expect(await page.getByRole("article", { name: "What the assistant did" }).count()).toBe(1);
});

test("a page that is loaded anew shows its tasks before its scripts have come", async () => {
  const page = await slowly({ title: "call mom" });
  const scripts = await holdBack(page, "GET", /\/_next\/static\/.*\.js/);
  await page.reload({ waitUntil: "commit" });
  await page.getByRole("list", { name: "Tasks" }).getByText("call mom").waitFor();
  scripts.letGo();
  await page.getByLabel("Add a task").fill("water the plants");
  await page.keyboard.press("Enter");
  await expect.poll(() => titles(page)).toEqual(["call mom", "water the plants"]);
});

test("a setting shows before the server has heard of it, beside another one", async () => {
  const page = await openPage();
  const client = await signUp(page, { at: "/settings" });
  const { letGo } = await holdBack(page, "PATCH", /\/api\/profile$/);
  const follow = page.getByRole("radio", { name: "Times follow me" });
  const weekStart = page.getByLabel("Week starts on");
  await follow.check({ force: true });
  await weekStart.selectOption("sunday");
  await expect.poll(() => follow.isChecked()).toBe(true);
  letGo();
  await page.getByText("Saved.").first().waitFor();
  await expect.poll(() => client.get_profile({})).toMatchObject({ travel: "follow", week_start: "sunday" });
  expect([await follow.isChecked(), await weekStart.inputValue()]).toEqual([true, "sunday"]);
});
