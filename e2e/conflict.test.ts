/** Two windows change the same thing: nobody's words are lost, and the person chooses. */
import type { Client } from "@todo/contract/client";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { arrive, expectAccessible, openAnother, openPage, phone, signUp } from "./browser.ts";
import { holdBack } from "./hold-back.ts";

/** Somebody is writing another title, which is not yet sent. */
async function writeTitle(page: Page): Promise<Client> {
  const client = await signUp(page, { at: "/?task=1", tasks: [{ title: "call mom" }] });
  await titleIn(page).fill("call mom tonight");
  return client;
}

/** The title was changed elsewhere while somebody was writing it. */
async function twoTitles(page: Page): Promise<void> {
  const client = await writeTitle(page);
  await client.update_task({ task_id: 1, title: "call mum" });
  await titleIn(page).press("Enter");
  await choice(page).waitFor();
}

const titleIn = (page: Page) => page.getByRole("dialog").getByLabel("Title", { exact: true });
const choice = (page: Page) => page.getByRole("dialog", { name: "Changed meanwhile" });
const tasksOf = (page: Page) => page.getByRole("list", { name: "Tasks" });

test("both versions are shown, and one's own is kept when one says so", async () => {
  const page = await openPage();
  await writeTitle(page);
  const another = await openAnother(page);
  await another.goto("/?task=1");
  await titleIn(another).fill("call mum");
  const saved = another.waitForResponse((response) => response.request().method() === "PATCH");
  await titleIn(another).press("Enter");
  await saved;

  await titleIn(page).press("Enter");
  await choice(page).waitFor();
  const words = await choice(page).textContent();
  expect(words).toContain("call mom tonight");
  expect(words).toContain("in another window");
  await expectAccessible(page);

  await choice(page).getByRole("button", { name: "Keep mine" }).click();

  for (const window of [page, another]) await tasksOf(window).getByText("call mom tonight").waitFor();
});

test("what the other window wrote is kept when one says so", async () => {
  const page = await openPage();
  await twoTitles(page);
  await choice(page).getByRole("button", { name: "Keep it as it is" }).click();
  await tasksOf(page).getByText("call mum").waitFor();
  await expect.poll(() => titleIn(page).inputValue()).toBe("call mum");
});

test("on a phone, too, a choice that is put off is still there", async () => {
  const page = await openPage(phone);
  await twoTitles(page);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Choose" }).click();
  await choice(page).getByRole("button", { name: "Keep mine" }).click();
  await expect.poll(() => titleIn(page).inputValue()).toBe("call mom tonight");
});

test("changes to different fields both stand, without a question", async () => {
  const page = await openPage();
  const client = await writeTitle(page);
  await client.update_task({ task_id: 1, priority: "high" });
  await page
    .getByRole("dialog")
    .getByLabel("Priority")
    .locator("option:checked", { hasText: "High" })
    .waitFor({ state: "attached" });

  await titleIn(page).press("Enter");

  await expect
    .poll(() => client.get_task({ task_id: 1 }))
    .toMatchObject({ title: "call mom tonight", priority: "high" });
  await tasksOf(page).getByText("call mom tonight").waitFor();
  expect(await choice(page).count()).toBe(0);
});

/** The list in view is to be called otherwise, and is called “For the party” elsewhere by then. */
async function twoNames(page: Page): Promise<void> {
  const client = await arrive(page);
  const { id } = await client.add_list({ name: "Groceries" });
  await page.goto(`/lists/${id}`);
  await page.getByRole("button", { name: "More for Groceries" }).click();
  await page.getByRole("menuitem", { name: "Rename list" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Food");
  await client.rename_list({ list_id: id, name: "For the party" });
  await page.keyboard.press("Enter");
  await choice(page).waitFor();
}

const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 });

test("a list that two windows rename shows both names, and one's own is kept when one says so", async () => {
  const page = await openPage();
  await twoNames(page);
  const names = choice(page).getByRole("region", { name: "Name" });
  await names.waitFor();
  expect(await names.getByRole("definition").allTextContents()).toEqual(["Food", "For the party"]);
  await expectAccessible(page);

  await choice(page).getByRole("button", { name: "Keep mine" }).click();

  await heading(page, "Food").waitFor();
});

test("a choice about a list that is put off is still there, and theirs stays until then", async () => {
  const page = await openPage();
  await twoNames(page);
  await page.keyboard.press("Escape");
  await heading(page, "For the party").waitFor();
  await page.getByRole("button", { name: "Choose" }).click();
  await choice(page).getByRole("button", { name: "Keep it as it is" }).click();
  await choice(page).waitFor({ state: "detached" });
  await heading(page, "For the party").waitFor();
});

test("a list that has another name by the time is deleted only once one says so again", async () => {
  const page = await openPage();
  const client = await arrive(page);
  const { id } = await client.add_list({ name: "Groceries" });
  await page.goto(`/lists/${id}`);
  const deletion = await holdBack(page, "DELETE", /\/api\/lists\//);
  await page.getByRole("button", { name: "More for Groceries" }).click();
  await page.getByRole("menuitem", { name: "Delete list" }).click();
  await client.rename_list({ list_id: id, name: "For the party" });
  deletion.letGo();

  await choice(page).waitFor();
  expect((await client.list_lists({})).lists).toHaveLength(1);
  await choice(page).getByRole("button", { name: "Delete it anyway" }).click();

  await page.getByText("Deleted “For the party”.").waitFor();
  await heading(page, "Inbox").waitFor();
  await expect.poll(async () => (await client.list_lists({})).lists).toEqual([]);
});

test("a saved filter that finds something else by the time is shown with both conditions, and stays", async () => {
  const page = await openPage();
  const client = await arrive(page);
  const { id } = await client.add_filter({ name: "Urgent", query: "p1" });
  await page.goto(`/filters/${id}`);
  const deletion = await holdBack(page, "DELETE", /\/api\/filters\//);
  await page.getByRole("button", { name: "More for Urgent" }).click();
  await page.getByRole("menuitem", { name: "Delete filter" }).click();
  await client.update_filter({ filter_id: id, query: "p1 | p2" });
  deletion.letGo();

  const conditions = choice(page).getByRole("region", { name: "Filter by conditions" });
  await conditions.waitFor();
  expect(await conditions.getByRole("definition").allTextContents()).toEqual(["p1", "p1 | p2"]);
  await choice(page).getByRole("button", { name: "Keep it as it is" }).click();

  await heading(page, "Urgent").waitFor();
  expect((await client.list_filters({})).filters).toMatchObject([{ query: "p1 | p2" }]);
});

test("a conversation that was renamed elsewhere keeps that name when one says so", async () => {
  const page = await openPage();
  const client = await arrive(page);
  const { conversation_id } = await client.chat({ message: "add milk" });
  await page.goto("/");
  await page.getByRole("button", { name: "More for “add milk”" }).click();
  await page.getByRole("menuitem", { name: "Rename conversation" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Breakfast");
  await client.rename_conversation({ conversation_id: conversation_id!, title: "Shopping" });
  await page.keyboard.press("Enter");

  await choice(page).getByRole("button", { name: "Keep it as it is" }).click();

  await page.getByRole("button", { name: "More for “Shopping”" }).waitFor();
});

test("a setting that was changed elsewhere is a choice", async () => {
  const page = await openPage();
  const client = await signUp(page, { at: "/settings" });
  const change = await holdBack(page, "PATCH", /\/api\/profile/);
  const weekStart = page.locator("select").and(page.getByLabel("Week starts on"));
  await weekStart.selectOption("sunday");
  await client.update_profile({ week_start: "saturday" });
  change.letGo();

  const days = choice(page).getByRole("region", { name: "Week starts on" });
  await days.waitFor();
  expect(await days.getByRole("definition").allTextContents()).toEqual(["Sunday", "Saturday"]);
  await expect.poll(() => weekStart.inputValue()).toBe("saturday");
  await choice(page).getByRole("button", { name: "Keep mine" }).click();

  await expect.poll(() => weekStart.inputValue()).toBe("sunday");
  await expect.poll(async () => (await client.get_profile({})).week_start).toBe("sunday");
});

test("one's name that was changed in another window is a choice", async () => {
  const page = await openPage({ ignored: [/status of 409/] });
  await signUp(page, { at: "/settings" });
  const another = await openAnother(page);
  await another.goto("/settings");
  await another.getByLabel("Your name").fill("Ada King");
  await another.keyboard.press("Enter");
  await another.getByText("Saved.").waitFor();

  await page.getByLabel("Your name").fill("Ada Lovelace");
  await page.keyboard.press("Enter");

  const names = choice(page).getByRole("region", { name: "Your name" });
  await names.waitFor();
  expect(await names.getByRole("definition").allTextContents()).toEqual(["Ada Lovelace", "Ada King"]);
  await choice(page).getByRole("button", { name: "Keep mine" }).click();
  await page.getByText("Saved.").waitFor();
  await page.reload();
  await expect.poll(() => page.getByLabel("Your name").inputValue()).toBe("Ada Lovelace");
});
