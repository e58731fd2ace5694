/** Two windows of one person show the same, whichever of them something was done in. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { clientOf, openAnother, openPage, register, titles } from "./browser.ts";

async function twoWindows(...titles: string[]): Promise<[Page, Page]> {
  const page = await openPage();
  await register(page);
  const client = await clientOf(page.context());
  if (titles.length > 0) await client.add_tasks({ tasks: titles.map((title) => ({ title })) });
  const another = await openAnother(page);
  for (const window of [page, another]) {
    await window.goto("/");
    await window.getByRole("heading", { name: "Inbox" }).waitFor();
  }
  return [page, another];
}

test("what is added in one window shows in the other, once", async () => {
  const [one, other] = await twoWindows();
  await one.getByLabel("Add a task").fill("water the plants");
  await one.keyboard.press("Enter");
  for (const window of [other, one]) await expect.poll(() => titles(window)).toEqual(["water the plants"]);
});

test("what is completed in one window goes from the other, and comes back when it is taken back there", async () => {
  const [one, other] = await twoWindows("call mom", "buy milk");
  await one.getByRole("checkbox", { name: "Complete “call mom”" }).click();
  for (const window of [other, one]) await expect.poll(() => titles(window)).toEqual(["buy milk"]);
  await one.getByRole("button", { name: "Undo" }).last().click();
  for (const window of [other, one])
    await expect.poll(() => titles(window)).toEqual(["call mom", "buy milk"]);
});

test("what is moved in one window stands in its new place in the other", async () => {
  const [one, other] = await twoWindows("one", "two", "three");
  await one.getByRole("button", { name: "three", exact: true }).focus();
  await one.getByRole("button", { name: "Move “three”" }).focus();
  for (const key of [" ", "ArrowUp", "ArrowUp", " "]) await one.keyboard.press(key);
  for (const window of [other, one]) await expect.poll(() => titles(window)).toEqual(["three", "one", "two"]);
});
