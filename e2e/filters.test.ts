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

test("a view that can't be asked for shows what is wrong where it is mended, and not that it could be tried again", async () => {
  const page = await openPage({ ignored: [/status of 4/] });
  const client = await signUp(page, {
    at: "/search?q=milk&filter=due+before",
    tasks: [{ title: "milk", labels: ["errands"] }],
  });
  const tasks = page.getByRole("list", { name: "Tasks" });
  const retry = page.getByRole("main").getByRole("button", { name: "Try again" });
  await page.getByText("This filter can't be read.").waitFor();
  await page.getByText("A day belongs").waitFor();
  expect(await retry.count()).toBe(0);
  const field = await filterField(page);
  await field.fill("@errands");
  await field.press("Escape");
  await field.press("Enter");
  await tasks.getByText("milk").waitFor();
  await page.getByText("A day belongs").waitFor({ state: "detached" });

  // A saved one that names what is gone by now.
  const { id } = await client.add_filter({ name: "Errands", query: "@errands" });
  await client.delete_label({ label_id: "errands" });
  await page.goto(`/filters/${id}`);
  await page.getByText("There is no label “errands”.").waitFor();
  expect(await retry.count()).toBe(0);
  await field.fill("p4");
  await field.press("Escape");
  await field.press("Enter");
  await tasks.getByText("milk").waitFor();
  await page.getByRole("button", { name: "Save change" }).waitFor();

  // A label in the address, that the menus of the bar could have put there.
  await page.goto("/all?label=errands");
  await page.getByText("There is nothing called “errands”.").waitFor();
  expect(await retry.count()).toBe(0);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await tasks.getByText("milk").waitFor();
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
  await expect.poll(() => filters.allTextContents()).toEqual(["Urgent", "Soon"]);

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
