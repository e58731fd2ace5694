/** The panel of a task: notes in Markdown, what happened to it, with the way back, and many sub-tasks. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { arrive, expectAccessible, openPage, say, signUp, wide } from "./browser.ts";

test("notes are read as Markdown and written as text", async () => {
  const page = await openPage();
  await signUp(page, { at: "/?task=1", tasks: [{ title: "bake bread" }] });
  const panel = page.getByRole("dialog");

  await panel.getByLabel("Description").fill("**500 g** flour\n\n- salt\n- <img src=x onerror=alert(1)>");
  await panel.getByLabel("Title").focus();
  await panel.getByRole("listitem").getByText("salt").waitFor();
  expect(await panel.locator("strong").textContent()).toBe("500 g");
  expect(await panel.locator("img").count()).toBe(0);
  await expectAccessible(page);

  await panel.getByRole("button", { name: "Edit description" }).click();
  await expect.poll(() => panel.getByLabel("Description").inputValue()).toContain("**500 g** flour");
});

test("its history says who did it and why, leads to the conversation, and takes it back", async () => {
  const page = await openPage();
  await signUp(page);
  await say(page, "add call mom tomorrow");
  await page.getByRole("button", { name: "New conversation" }).click();
  await page.getByRole("list", { name: "Tasks" }).getByText("call mom").click();
  const panel = page.getByRole("dialog");
  await panel.getByLabel("Priority").selectOption("high");
  await panel.getByRole("button", { name: "Show history" }).click();
  const history = panel.getByRole("list", { name: "What happened to this task" });

  await history.getByText("Priority: from No priority to High").waitFor();
  await history.getByText("in the app").waitFor();
  await history.getByText("by the assistant").waitFor();
  await expectAccessible(page);

  await history.getByRole("button", { name: /add call mom tomorrow/ }).click();
  await page.getByRole("log").locator(":focus").getByText("add call mom tomorrow").waitFor();

  await history.getByRole("button", { name: "Undo: Changed" }).click();
  await history.getByText("Undone").waitFor();
  await page.locator(":focus").and(history).waitFor();
  await expect.poll(() => panel.getByLabel("Priority").inputValue()).toBe("none");
  await history.getByRole("button", { name: /^Redo: / }).click();
  await expect.poll(() => panel.getByLabel("Priority").inputValue()).toBe("high");
});

test("a task that was opened and closed is no step of the way back, one that is open is", async () => {
  const page = await openPage();
  await signUp(page, { at: "/today", tasks: [{ title: "one" }, { title: "two" }] });
  const panel = page.getByRole("dialog");
  await page.getByRole("link", { name: "Inbox" }).click();
  for (const title of ["one", "two"])
    await page.getByRole("list", { name: "Tasks" }).getByText(title).click();
  await expect.poll(() => panel.getByLabel("Title").inputValue()).toBe("two");
  await page.goBack();
  await expect.poll(() => panel.getByLabel("Title").inputValue()).toBe("one");
  await expect.poll(() => page.title()).toBe("one · Todo");

  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  await expect.poll(() => page.title()).toBe("Inbox · Todo");
  await page.goBack();
  await page.getByRole("heading", { name: "Today", level: 1 }).waitFor();
  await expect.poll(() => page.title()).toBe("Today · Todo");
});

test("what lies in the trash, or isn't there, says so in place of what can't be done with it", async () => {
  const page = await openPage({ ignored: [/status of 404/] });
  const client = await signUp(page, { tasks: [{ title: "old plan", list: "Plans" }] });
  const { lists } = await client.list_lists();
  await client.delete_task({ task_id: 1 });
  await page.goto("/all?task=1");
  const panel = page.getByRole("dialog");
  await panel.getByText("This task is in the trash.").waitFor();
  await expect.poll(() => page.title()).toBe("old plan · Todo");
  expect(await panel.getByLabel("Priority").isDisabled()).toBe(true);
  await panel.getByRole("button", { name: "Restore" }).click();
  await page.getByRole("list", { name: "Tasks" }).getByText("old plan").waitFor();

  await page.goto(`/lists/${lists[0]!.id}?task=99`);
  await panel.getByText("There is no task 99.").waitFor();
  expect(await panel.getByRole("button", { name: "Try again" }).count()).toBe(0);
  await page.keyboard.press("Escape");
  await client.delete_list({ list_id: lists[0]!.id });
  await page.getByText("This list isn't there any more.").waitFor();
  expect(await page.getByLabel("Add a task").count()).toBe(0);
  await page.getByRole("button", { name: "Open the Inbox" }).click();
  await page.getByRole("heading", { name: "Inbox", level: 1 }).waitFor();
});

test("more sub-tasks than a page holds are all in the panel, and counted", async () => {
  const page = await openPage();
  const client = await arrive(page);
  await client.add_task({ title: "party" });
  const guests = Array.from({ length: 240 }, (_, index) => ({ title: `guest ${index + 1}`, parent: 1 }));
  for (let from = 0; from < guests.length; from += 100)
    await client.add_tasks({ tasks: guests.slice(from, from + 100) });
  await page.goto("/?task=1");

  const panel = page.getByRole("dialog");
  await panel.getByText("0/240").waitFor();
  await expect.poll(() => panel.getByRole("checkbox", { name: /guest/ }).count()).toBe(240);
  await panel.getByRole("checkbox", { name: "Complete “guest 240”" }).click();
  await panel.getByText("1/240").waitFor();
});

async function openParty(): Promise<Page> {
  const page = await openPage();
  await signUp(page, { at: "/?task=1", tasks: [{ title: "party" }] });
  return page;
}

async function makeNarrow(page: Page) {
  await page.setViewportSize({ width: 800, height: 900 });
  await page.locator("[data-open-task][data-modal]").waitFor();
}

async function makeWide(page: Page) {
  await page.setViewportSize(wide.viewport);
  await page.locator("[data-open-task]:not([data-modal])").waitFor();
}

test("what is being written in it stays, and keeps the focus, as the window becomes narrow and wide again", async () => {
  const page = await openParty();
  const focused = () => page.locator(":focus").inputValue();
  await page.getByLabel("Add a sub-task").fill("invite Gra");

  await makeNarrow(page);
  await expect.poll(focused).toBe("invite Gra");
  await page.keyboard.type("ce");
  await makeWide(page);
  await expect.poll(focused).toBe("invite Grace");
});

test("what is being written to the assistant keeps the focus as the window becomes narrow", async () => {
  const page = await openParty();
  const message = page.getByLabel("Message to the assistant");
  // It takes the focus when it comes.
  await page.locator("[data-open-task]:focus").waitFor();
  await message.fill("invite Gra");
  // Known once all has come that comes after the page.
  await page.locator('textarea[title="Write to the assistant (c)"]').waitFor();

  await page.setViewportSize({ width: 800, height: 900 });
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await expect.poll(() => message.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.type("ce");
  expect(await message.inputValue()).toBe("invite Grace");
});

test("over the list nothing else gets the focus, and a touch beside it closes it", async () => {
  const page = await openParty();
  const line = page.getByLabel("Add a task", { exact: true });
  const isFocused = () => line.evaluate((element) => element === document.activeElement);
  await line.focus();

  await makeNarrow(page);
  await page.locator("[data-open-task]:focus").waitFor();
  await line.focus();
  expect(await isFocused()).toBe(false);
  await page.mouse.click(400, 20);
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await line.focus();
  expect(await isFocused()).toBe(true);
});

test("a sheet that was opened from it gives the focus back", async () => {
  const page = await openParty();
  await page.getByRole("button", { name: "Doesn't repeat" }).click();
  await page.getByRole("dialog", { name: "When it repeats" }).waitFor();
  await page.keyboard.press("Escape");
  await page.locator("button:focus").getByText("Doesn't repeat").waitFor();
});
