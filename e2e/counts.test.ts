/** How many tasks are open stands beside each place: in every window, on a phone, without a network, and of no other day. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openAnother, openPage, phone, signUp } from "./browser.ts";
import { add, kept, offline, online, open, sent, task, tasksOf } from "./without-network.ts";

const DAY_MS = 86_400_000;

const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format(new Date());
const places = (page: Page) => page.getByRole("navigation", { name: "Views" });
const has = (page: Page, ...links: string[]) =>
  expect.poll(() => places(page).getByRole("link").allTextContents()).toEqual(expect.arrayContaining(links));

test("Inbox and Today count what is added, completed and moved, in each window", async () => {
  const page = await openPage();
  const client = await signUp(page, {
    tasks: [
      { title: "overdue", due_on: "2026-01-05" },
      { title: "due today", due_on: today(), list: "Work", labels: ["desk"] },
      { title: "some day" },
    ],
  });
  const other = await openAnother(page);
  await other.goto("/today");
  for (const window of [page, other]) await has(window, "Inbox2", "Today2", "Work1", "desk1", "All tasks");

  await page.getByLabel("Add a task").fill("water the plants today");
  await page.keyboard.press("Enter");
  for (const window of [page, other]) await has(window, "Inbox3", "Today3");
  await page.getByRole("checkbox", { name: "Complete “overdue”" }).click();
  for (const window of [page, other]) await has(window, "Inbox2", "Today2");
  await client.update_task({ task_id: 3, list: "Work" });
  for (const window of [page, other]) await has(window, "Inbox1", "Today2", "Work2");
  await client.complete_tasks({ task_ids: [2, 3, 4] });
  for (const window of [page, other]) await has(window, "Inbox", "Today", "Work");
});

test("on a phone they stand in the sheet of places", async () => {
  const page = await openPage(phone);
  await signUp(page, { tasks: [{ title: "due today", due_on: today() }] });
  await page.getByRole("button", { name: "Open navigation" }).tap();
  await has(page, "Inbox1", "Today1");
});

test("without a network they follow what waits, over a reload and until it is sent", async () => {
  const page = await open();
  await signUp(page, { tasks: [{ title: "call mom", due_on: today() }, { title: "buy milk" }] });
  await kept(page, "call mom", '"inbox":{"open_tasks":2}');
  await offline(page);

  await add(page, "water the plants");
  await has(page, "Inbox3", "Today1");
  await tasksOf(page)
    .getByRole("checkbox", { name: /call mom/ })
    .click();
  await has(page, "Inbox2", "Today");
  await page.reload();
  await task(page, "water the plants").waitFor();
  await has(page, "Inbox2", "Today");

  await online(page);
  await sent(page);
  await has(page, "Inbox2", "Today");
});

test("a count of another day than it is here is left out", async () => {
  const page = await openPage();
  await signUp(page, { tasks: [{ title: "due today", due_on: today() }] });
  await has(page, "Inbox1", "Today1");
  await page.clock.setSystemTime(Date.now() + DAY_MS);
  await page.reload();
  await has(page, "Inbox1", "Today");
});
