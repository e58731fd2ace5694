/** Conversations: found, kept as a file, and questions that are answered by a tap; lines that become tasks. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { arrive, comesAlive, expectAccessible, openPage, say, signUp } from "./browser.ts";
import { paste } from "./paste.ts";

test("a conversation is found by what was said in it, and saved as a file", async () => {
  const page = await openPage();
  await signUp(page);
  await say(page, "add oat milk");
  await page.getByRole("button", { name: "New conversation" }).click();
  await page.locator(":focus").and(page.getByLabel("Message to the assistant")).waitFor();
  await say(page, "call the plumber tomorrow");
  await page.getByRole("button", { name: "Conversations" }).click();
  const list = page.getByRole("list", { name: "Conversations" });
  await expect.poll(() => list.getByRole("listitem").count()).toBe(2);

  await page.getByRole("searchbox", { name: "Search conversations" }).fill("OAT");
  await expect.poll(() => list.getByRole("listitem").count()).toBe(1);
  await expectAccessible(page);
  await list.getByRole("button", { name: /^More for/ }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Save as a file" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.md$/);
  const text = await readFile(await file.path(), "utf8");
  expect(text).toContain("> add oat milk");
  expect(text).toContain("- Added: oat milk");

  const search = page.getByRole("searchbox", { name: "Search conversations" });
  await search.fill("zeppelin");
  await page.getByText("No conversation mentions “zeppelin”.").waitFor();

  // By keys alone: up and down, and the first that was found.
  await search.press("Escape");
  await expect.poll(() => list.getByRole("listitem").count()).toBe(2);
  for (const key of ["ArrowDown", "ArrowDown", "ArrowUp"]) await page.keyboard.press(key);
  await page.locator("button:focus").getByText("call the plumber tomorrow").waitFor();
  await page.keyboard.press("ArrowUp");
  await search.fill("oat");
  await expect.poll(() => list.getByRole("listitem").count()).toBe(1);
  await search.press("Enter");
  await page.getByRole("log").getByText("Added oat milk").waitFor();
  await page.locator(":focus").and(page.getByLabel("Message to the assistant")).waitFor();
});

test("a conversation that is deleted among the others leaves them in sight, and the keys where they were", async () => {
  const page = await openPage({ ignored: [/status of 404/] });
  await signUp(page);
  await say(page, "add oat milk");
  await page.getByRole("button", { name: "Conversations" }).click();
  await page.getByRole("button", { name: "More for “add oat milk”" }).click();
  await page.getByRole("menuitem", { name: "Delete conversation" }).click();
  await page.getByText("No conversations yet").waitFor();
  await page
    .locator(":focus")
    .and(page.getByRole("searchbox", { name: "Search conversations" }))
    .waitFor();
});

test("of a long conversation the latest messages are there, and earlier ones when asked for, without a jump", async () => {
  const page = await openPage();
  const client = await arrive(page);
  const { conversation_id } = await client.chat({ message: "add thing 1" });
  for (let n = 2; n <= 32; n++)
    await client.chat({ message: `add thing ${n}`, conversation_id: conversation_id! });

  await page.goto("/");
  const log = page.getByRole("log");
  const said = (n: number) => log.locator("[data-said]").filter({ hasText: new RegExp(`add thing ${n}$`) });
  await said(32).waitFor();
  expect(await said(3).count()).toBe(1);
  expect(await said(2).count()).toBe(0);

  const earlier = log.getByRole("button", { name: "Show earlier messages" });
  await earlier.scrollIntoViewIfNeeded();
  const top = async () => (await said(3).boundingBox())?.y ?? 0;
  const before = await top();
  await earlier.click();
  await said(1).waitFor({ state: "attached" });
  expect(Math.abs((await top()) - before)).toBeLessThan(2);
  expect(await earlier.count()).toBe(0);
});

/** CSS pixels between what is seen of the conversation and its end. */
const fromEnd = (page: Page) =>
  page
    .getByRole("log")
    .evaluate(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight);

test("a conversation opens at its end, stays where one reads back, and returns with a button", async () => {
  const page = await openPage({ viewport: { width: 1280, height: 560 } });
  const client = await arrive(page);
  const { conversation_id } = await client.chat({ message: "add milk" });
  for (const thing of ["eggs", "bread", "butter"])
    await client.chat({ message: `add ${thing}`, conversation_id: conversation_id! });

  for (const path of ["/settings", "/", "/today?task=1"]) {
    await page.goto(path);
    await expect.poll(() => fromEnd(page)).toBeLessThan(2);
  }
  await page.keyboard.press("Escape");
  await comesAlive(page);
  const first = page.getByRole("log").getByText("add milk").first();
  await page.getByRole("log").hover();
  await page.mouse.wheel(0, -2_000);
  const latest = page.getByRole("button", { name: "Latest" });
  await latest.waitFor();
  // The wheel may still be turning.
  await expect.poll(() => page.getByRole("log").evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  const before = await first.boundingBox();
  await page.setViewportSize({ width: 1280, height: 540 });
  expect(await first.boundingBox()).toEqual(before);
  await latest.click();
  await expect.poll(() => fromEnd(page)).toBeLessThan(2);
  await latest.waitFor({ state: "detached" });

  const message = page.getByLabel("Message to the assistant");
  await message.focus();
  const walk = async (keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    return message.inputValue();
  };
  expect(await walk(["ArrowUp", "ArrowUp", "ArrowUp"])).toBe("add eggs");
  expect(await walk(["ArrowUp", "ArrowUp"])).toBe("add milk");
  expect(await walk(["ArrowDown"])).toBe("add eggs");
  expect(await walk(["ArrowDown", "ArrowDown", "ArrowDown"])).toBe("");
});

test("a question is answered by a tap", async () => {
  const page = await openPage();
  await signUp(page, { tasks: [{ title: "oat milk" }, { title: "cow milk" }] });
  await say(page, "complete milk");
  const answers = page.getByRole("list", { name: "Answers" });
  await expectAccessible(page);

  await answers.getByRole("button", { name: "cow milk" }).click();

  await page.getByRole("list", { name: "Tasks" }).getByText("cow milk").waitFor({ state: "detached" });
  expect(await page.getByRole("list", { name: "Tasks" }).getByText("oat milk").count()).toBe(1);
  await answers.waitFor({ state: "detached" });
});

const LINES = "- buy soil tomorrow\n- water the plants\n\n3. call mom";

test("lines pasted into the line for new tasks become tasks, without those that were left out", async () => {
  const page = await openPage();
  await signUp(page);
  const line = page.getByLabel("Add a task");
  // It takes words once the page has come alive.
  await line.fill("");
  await paste(line, LINES);
  const question = page.getByRole("dialog", { name: "Make tasks of this?" });
  await question.getByRole("checkbox", { name: "water the plants" }).uncheck();
  await expectAccessible(page);
  await question.getByRole("button", { name: "Add 2 tasks" }).click();

  const tasks = page.getByRole("list", { name: "Tasks" });
  await tasks.getByText("buy soil").waitFor();
  await tasks.getByText("call mom").waitFor();
  await tasks.getByText("tomorrow").waitFor();
  expect(await tasks.getByText("water the plants").count()).toBe(0);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await tasks.getByText("call mom").waitFor({ state: "detached" });
});

test("lines pasted into the message stay a message when the person says so", async () => {
  const page = await openPage();
  await signUp(page);
  await page.getByLabel("Add a task").fill("");
  await page.getByLabel("Message to the assistant").fill("Sum up: ");
  await paste(page.getByLabel("Message to the assistant"), LINES);
  await page.getByRole("button", { name: "Paste as text" }).click();

  expect(await page.getByLabel("Message to the assistant").inputValue()).toBe(`Sum up: ${LINES}`);
});
