/** The filter language in the page: completed as one types, explained where it is wrong, kept in the navigation. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { arrive, expectAccessible, openPage, signUp } from "./browser.ts";

async function filterField(page: Page) {
  const field = page.getByRole("combobox", { name: "Filter by conditions" });
  if ((await field.count()) === 0) await page.getByRole("button", { name: /^Filter/ }).click();
  await field.waitFor();
  return field;
}

test("a filter is completed, explained and shown", async () => {
  const page = await openPage();
  await signUp(page, { at: "/all", tasks: [{ title: "milk", labels: ["errands"] }, { title: "call mom" }] });
  const field = await filterField(page);

  await field.fill("due before");
  await field.press("Escape");
  await field.press("Enter");
  await page.getByText("A day belongs").waitFor();
  await expectAccessible(page);
  expect(await page.getByRole("list", { name: "Tasks" }).getByText("call mom").count()).toBe(1);

  await field.fill("@err");
  await page.getByRole("option", { name: "@errands" }).waitFor();
  await expectAccessible(page);
  await field.press("ArrowDown");
  await field.press("Enter");
  await expect.poll(() => field.inputValue()).toBe("@errands");
  await field.press("Escape");
  await field.press("Enter");

  const tasks = page.getByRole("list", { name: "Tasks" });
  await tasks.getByText("call mom").waitFor({ state: "detached" });
  await tasks.getByText("milk").waitFor();
  await page.reload();
  await tasks.getByText("milk").waitFor();
  expect(await tasks.getByText("call mom").count()).toBe(0);
});

test("what is wrong with a filter in the address is told unasked, and can't be saved", async () => {
  const page = await openPage({ ignored: [/status of 422/] });
  await signUp(page, { at: "/all?filter=%23errands", tasks: [{ title: "milk", labels: ["errands"] }] });
  const field = await filterField(page);
  await page.getByText("There is no list “errands”. The label is written “@errands”.").waitFor();
  await page.getByRole("button", { name: "Save filter" }).waitFor({ state: "detached" });

  // Completed by what is meant.
  await field.fill("#err");
  await page.getByRole("option", { name: "@errands" }).click();
  await field.press("Escape");
  await field.press("Enter");
  await page.getByRole("list", { name: "Tasks" }).getByText("milk").waitFor();
});

test("a saved filter stands in the navigation, is changed, moved, renamed, and comes back after it was deleted", async () => {
  const page = await openPage();
  await arrive(page);
  const save = async (query: string, name: string) => {
    await page.goto("/all");
    const field = await filterField(page);
    await field.fill(query);
    await field.press("Escape");
    await field.press("Enter");
    await page.getByRole("button", { name: "Save filter" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill(name);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name, level: 1 }).waitFor();
  };
  await save("p1", "Urgent");
  await save("due this week", "Soon");
  const filters = page.getByRole("region", { name: "Filters" }).getByRole("link");
  expect(await filters.allTextContents()).toEqual(["Urgent", "Soon"]);

  await page.getByRole("button", { name: "More for Soon" }).click();
  await page.getByRole("menuitem", { name: "Move up" }).click();
  await expect.poll(() => filters.allTextContents()).toEqual(["Soon", "Urgent"]);

  const field = await filterField(page);
  await expect.poll(() => field.inputValue()).toBe("due this week");
  await field.fill("due this month");
  await field.press("Escape");
  await field.press("Enter");
  await page.getByRole("button", { name: "Save change" }).click();
  await page.getByRole("button", { name: "Save change" }).waitFor({ state: "detached" });
  await page.reload();
  await expect.poll(async () => (await filterField(page)).inputValue()).toBe("due this month");

  await page.getByRole("button", { name: "More for Soon" }).click();
  await page.getByRole("menuitem", { name: "Delete filter" }).click();
  await expect.poll(() => filters.allTextContents()).toEqual(["Urgent"]);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect.poll(() => filters.allTextContents()).toEqual(["Soon", "Urgent"]);
});
