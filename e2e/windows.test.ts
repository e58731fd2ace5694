/** Two windows of one person show the same, whichever of them something was done in. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openAnother, openPage, signUp, titles } from "./browser.ts";

async function twoWindows(...titles: string[]): Promise<[Page, Page]> {
  const page = await openPage();
  await signUp(page, { tasks: titles.map((title) => ({ title })) });
  const another = await openAnother(page);
  await another.goto("/");
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

test("a label that is renamed elsewhere keeps its place, by its new name", async () => {
  // The tasks of the old name may be asked for before the new one is known.
  const page = await openPage({ ignored: [/404/] });
  const client = await signUp(page, {
    at: "/labels/family",
    tasks: [{ title: "call mom", labels: ["family"] }],
  });
  await page.getByRole("heading", { name: "family" }).waitFor();

  await client.rename_label({ label_id: "family", name: "home" });

  await page.getByRole("heading", { name: "home" }).waitFor();
  await expect.poll(() => titles(page)).toEqual(["call mom"]);
  await expect.poll(() => new URL(page.url()).pathname).toBe("/labels/home");
});

test("what is moved in one window stands in its new place in the other", async () => {
  const [one, other] = await twoWindows("one", "two", "three");
  await one.getByRole("button", { name: "three", exact: true }).focus();
  await one.getByRole("button", { name: "Move “three”" }).focus();
  for (const key of [" ", "ArrowUp", "ArrowUp", " "]) await one.keyboard.press(key);
  for (const window of [other, one]) await expect.poll(() => titles(window)).toEqual(["three", "one", "two"]);
});
