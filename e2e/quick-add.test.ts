/** Adding a task in one line: what its words say is shown while they are written, and can be turned back into words. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectAccessible, inThreeDays, openPage, signUp } from "./browser.ts";

const line = (page: Page) => page.getByLabel("Add a task");
const chips = (page: Page) => page.getByRole("list", { name: "Understood" });
const rows = (page: Page) => page.getByRole("list", { name: "Tasks" });

test("date, time, list, label and priority are shown as chips and become the task's", async () => {
  const page = await openPage();
  await signUp(page);
  await line(page).fill("call mum tomorrow at 5pm +Family @phone p1");
  await chips(page).getByText("Urgent").waitFor();
  expect(await chips(page).getByRole("listitem").allTextContents()).toEqual([
    "tomorrow",
    "17:00",
    "Family",
    "phone",
    "Urgent",
  ]);
  await expectAccessible(page);

  await line(page).press("Enter");
  await page.getByRole("link", { name: "Family" }).click();
  const row = rows(page).getByRole("listitem").filter({ hasText: "call mum" });
  await row.getByText("tomorrow 17:00").waitFor();
  await row.getByText("phone").waitFor();
  await row.getByText("Urgent").waitFor();
});

test("a rejected chip is words again, by a click or by the keyboard, and stays so", async () => {
  const page = await openPage();
  await signUp(page);
  await line(page).fill(`watch ${inThreeDays("long")} Night tomorrow p2`);
  await chips(page).getByRole("button", { name: "Due tomorrow. Keep as words" }).click();
  await chips(page)
    .getByRole("button", { name: "Due tomorrow. Keep as words" })
    .waitFor({ state: "detached" });
  expect(await line(page).evaluate((input) => input === document.activeElement)).toBe(true);

  await chips(page).getByRole("button", { name: "Priority High. Keep as words" }).press("Delete");
  await chips(page)
    .getByRole("button", { name: "Priority High. Keep as words" })
    .waitFor({ state: "detached" });
  await line(page).press("End");
  await page.keyboard.type(" !");
  expect(await chips(page).getByText("tomorrow").count()).toBe(0);

  await line(page).press("Enter");
  await rows(page).getByText("tomorrow p2 !").waitFor();
});

test("what understands words is fetched when the line is first used, not before", async () => {
  const page = await openPage();
  await signUp(page);
  await page.getByRole("heading", { name: "Inbox" }).waitFor();
  expect(await loadedScriptsWith(page, "thanksgiving")).toBe(0);

  await line(page).fill("rest tomorrow");
  await chips(page).getByText("tomorrow").waitFor();
  expect(await loadedScriptsWith(page, "thanksgiving")).toBe(1);
});

/** How many of the page's scripts hold a word that only the reader of dates knows. */
const loadedScriptsWith = (page: Page, word: string) =>
  page.evaluate(async (wanted) => {
    const urls = performance.getEntriesByType("resource").map(({ name }) => name);
    const scripts = urls.filter((url) => new URL(url).pathname.endsWith(".js"));
    const texts = await Promise.all(scripts.map(async (url) => (await fetch(url)).text()));
    return texts.filter((text) => text.includes(wanted)).length;
  }, word);

test("a line of nothing but a date is a title", async () => {
  const page = await openPage();
  await signUp(page);
  await line(page).fill("tomorrow");
  await line(page).press("Enter");
  await rows(page).getByText("tomorrow", { exact: true }).waitFor();
});
