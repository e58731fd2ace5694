/** Two windows change the same thing: nobody's words are lost, and the person chooses. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { clientOf, expectAccessible, openAnother, openPage, signUp } from "./browser.ts";
import { holdBack } from "./hold-back.ts";

/** A window in which somebody was writing a title when another window changed it. */
async function twoTitles(page: Page): Promise<{ page: Page; another: Page }> {
  await signUp(page);
  await page.getByLabel("Add a task").fill("call mom");
  await page.keyboard.press("Enter");
  await tasksOf(page).getByText("call mom").click();
  await titleIn(page).fill("call mom tonight");

  const another = await openAnother(page);
  await another.goto("/?task=1");
  await titleIn(another).fill("call mum");
  const saved = another.waitForResponse((response) => response.request().method() === "PATCH");
  await titleIn(another).press("Enter");
  await saved;

  await titleIn(page).press("Enter");
  await choice(page).waitFor();
  return { page, another };
}

const titleIn = (page: Page) => page.getByRole("dialog").getByLabel("Title", { exact: true });
const choice = (page: Page) => page.getByRole("dialog", { name: "Changed meanwhile" });
const tasksOf = (page: Page) => page.getByRole("list", { name: "Tasks" });

test("both versions are shown, and one's own is kept when one says so", async () => {
  const { page, another } = await twoTitles(await openPage());
  const words = await choice(page).textContent();
  expect(words).toContain("call mom tonight");
  expect(words).toContain("in another window");
  await expectAccessible(page);

  await choice(page).getByRole("button", { name: "Keep mine" }).click();

  for (const window of [page, another]) await tasksOf(window).getByText("call mom tonight").waitFor();
});

test("what the other window wrote is kept when one says so", async () => {
  const { page } = await twoTitles(await openPage());
  await choice(page).getByRole("button", { name: "Keep it as it is" }).click();
  await tasksOf(page).getByText("call mum").waitFor();
  expect(await titleIn(page).inputValue()).toBe("call mum");
});

test("on a phone, too, a choice that is put off is still there", async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
  const { page } = await twoTitles(await openPage(phone));
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Choose" }).click();
  await choice(page).getByRole("button", { name: "Keep mine" }).click();
  await expect.poll(() => titleIn(page).inputValue()).toBe("call mom tonight");
});

test("changes to different fields both stand, without a question", async () => {
  const page = await openPage();
  await signUp(page);
  await page.getByLabel("Add a task").fill("call mom");
  await page.keyboard.press("Enter");
  await tasksOf(page).getByText("call mom").click();
  await titleIn(page).fill("call mum");
  const another = await openAnother(page);
  await another.goto("/?task=1");
  await another.getByRole("dialog").getByLabel("Priority").selectOption("high");
  await page
    .getByRole("dialog")
    .getByLabel("Priority")
    .locator("option:checked", { hasText: "High" })
    .waitFor({ state: "attached" });

  await titleIn(page).press("Enter");

  await tasksOf(another).getByText("call mum").waitFor();
  expect(await another.getByRole("dialog").getByLabel("Priority").inputValue()).toBe("high");
  expect(await choice(page).count()).toBe(0);
});

test("a list that has another name by the time is not deleted, and the person is told", async () => {
  const page = await openPage();
  await signUp(page);
  const client = await clientOf(page.context());
  const { id } = await client.add_list({ name: "Groceries" });
  await page.getByRole("link", { name: "Groceries" }).click();
  const deletion = await holdBack(page, "DELETE", /\/api\/lists\//);
  await page.getByRole("button", { name: "More for Groceries" }).click();
  await page.getByRole("menuitem", { name: "Delete list" }).click();

  await client.rename_list({ list_id: id, name: "For the party" });
  deletion.letGo();

  await page.getByText("it is “For the party” now").waitFor();
  await page.getByRole("heading", { name: "For the party" }).waitFor();
});

test("a setting that was changed elsewhere stays as it is there, and the person is told", async () => {
  const page = await openPage();
  await signUp(page);
  const client = await clientOf(page.context());
  await page.goto("/settings");
  const change = await holdBack(page, "PATCH", /\/api\/profile/);
  await page.getByLabel("Week starts on").selectOption("sunday");

  await client.update_profile({ week_start: "saturday" });
  change.letGo();

  await page.getByText("That was changed meanwhile").waitFor();
  await expect.poll(() => page.getByLabel("Week starts on").inputValue()).toBe("saturday");
});
