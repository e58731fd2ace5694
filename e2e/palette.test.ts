/** The palette and the keys: everything by typing a little of its name, and keys that can be changed. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { arrive, comesAlive, expectAccessible, openPage, refusedWhenSigningOut, signUp } from "./browser.ts";

async function inPalette(page: Page, words: string) {
  await page.keyboard.press("ControlOrMeta+k");
  const palette = page.getByRole("dialog", { name: "Do or find anything" });
  await palette.getByRole("combobox").fill(words);
  return palette;
}

test("it finds a task on the server, a place, and the words for a search", async () => {
  const page = await openPage();
  await signUp(page, { tasks: [{ title: "water the plants" }] });

  const palette = await inPalette(page, "waterr");
  await palette.getByRole("option", { name: "water the plants" }).click();
  await page.getByRole("dialog").getByLabel("Title").waitFor();
  await page.keyboard.press("Escape");

  await (await inPalette(page, "upco")).getByRole("option", { name: "Upcoming" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Upcoming", level: 1 }).waitFor();

  await (await inPalette(page, "plants")).getByRole("option", { name: "Search for “plants”" }).click();
  await page.getByRole("list", { name: "Tasks" }).getByText("water the plants").waitFor();
});

test("what was used comes first, and words that find nothing can become a task", async () => {
  const page = await openPage();
  await signUp(page);
  await (await inPalette(page, "upco")).getByRole("option", { name: "Upcoming" }).click();
  await page.getByRole("heading", { name: "Upcoming", level: 1 }).waitFor();

  const palette = await inPalette(page, "");
  const recent = palette.getByRole("group", { name: "Recent" });
  await recent.getByRole("option", { name: "Upcoming" }).waitFor();
  expect(await palette.getByRole("option", { name: "Upcoming" }).count()).toBe(1);
  await palette.getByRole("combobox").fill("sweep the yard tomorrow");
  await palette.getByRole("option", { name: "Add task “sweep the yard tomorrow”", selected: true }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("Added “sweep the yard”").waitFor();
  await page.getByText("sweep the yard", { exact: true }).waitFor();
});

test("words that the server won't add stand in it again", async () => {
  const page = await openPage({ reducedMotion: "reduce", ignored: [/status of 429/] });
  await signUp(page);
  const refused = {
    type: "about:blank",
    title: "Too many requests",
    status: 429,
    detail: "Try again in a minute.",
    code: "too_many_requests",
  };
  await page.route("**/api/tasks", (route) =>
    route.request().method() === "POST"
      ? route.fulfill({ status: 429, contentType: "application/problem+json", json: refused })
      : route.continue(),
  );
  const palette = await inPalette(page, "sweep the yard tomorrow");
  await palette.getByRole("option", { name: "Add task “sweep the yard tomorrow”" }).click();
  await page.getByRole("alert").waitFor();
  await expectAccessible(page);
  await expect.poll(() => palette.getByRole("combobox").inputValue()).toBe("sweep the yard tomorrow");

  await page.unrouteAll();
  await palette.getByRole("option", { name: "Add task “sweep the yard tomorrow”" }).click();
  await page.getByText("Added “sweep the yard”").waitFor();
  await page.keyboard.press("ControlOrMeta+k");
  await expect.poll(() => palette.getByRole("combobox").inputValue()).toBe("");
});

test("what is typed while it is on its way are its words, and no commands", async () => {
  const page = await openPage();
  const client = await signUp(page, { tasks: [{ title: "water the plants" }] });
  await page.locator("[data-opens-task]").focus();
  await page.getByRole("button", { name: "More for “water the plants”" }).waitFor();
  const typed = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js", async (route) => {
    await typed.promise;
    await route.continue();
  });

  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("x#");
  typed.resolve();
  const palette = page.getByRole("dialog", { name: "Do or find anything" });
  await expect.poll(() => palette.getByRole("combobox").inputValue()).toBe("x#");
  const { tasks } = await client.list_tasks({ status: "pending" });
  expect(tasks.map(({ title }) => title)).toEqual(["water the plants"]);
});

test("on a phone it is one tap away", async () => {
  const page = await openPage({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await signUp(page);
  await page.getByRole("button", { name: "Actions" }).tap();
  const palette = page.getByRole("dialog", { name: "Do or find anything" });
  await palette.getByRole("combobox").fill("compl");
  await palette.getByRole("option", { name: "Completed" }).tap();
  await page.getByRole("heading", { name: "Completed", level: 1 }).waitFor();
});

test("a day, a priority and a list are found by their names, for the open task, the row in focus and those selected", async () => {
  const page = await openPage();
  const client = await arrive(page);
  await client.add_list({ name: "Garden" });
  await client.add_tasks({ tasks: [{ title: "water the plants" }, { title: "buy soil" }] });
  await page.goto("/?task=1");
  const panel = page.getByRole("dialog", { name: "Task 1" });
  await panel.getByLabel("Title").focus();
  const give = async (typed: string, name: string) => {
    const palette = await inPalette(page, typed);
    await palette.getByRole("option", { name, selected: true }).waitFor();
    await page.keyboard.press("Enter");
    // Until then the next key is one of its words.
    await palette.waitFor({ state: "detached" });
  };

  await give("prio high", "Priority: High");
  await expect.poll(() => panel.getByLabel("Priority").inputValue()).toBe("high");
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  await page.keyboard.press("j");
  await give("due tom", "Due: Tomorrow");
  await page.locator("[data-number='2']").getByText("tomorrow").waitFor();
  await page.keyboard.press("ControlOrMeta+a");
  await give("move gar", "Move: Garden");
  await expect
    .poll(async () => (await client.list_tasks({})).tasks.map(({ list }) => list?.name))
    .toEqual(["Garden", "Garden"]);
});

test("what it does is done to the task that had the focus", async () => {
  const page = await openPage();
  await signUp(page, { tasks: [{ title: "water the plants" }, { title: "buy soil" }] });
  await page.keyboard.press("j");

  await (await inPalette(page, "complete")).getByRole("option", { name: "Complete the task" }).waitFor();
  await page.keyboard.press("Enter");

  const tasks = page.getByRole("list", { name: "Tasks" });
  await tasks.getByText("water the plants").waitFor({ state: "detached" });
  await tasks.getByText("buy soil").waitFor();
});

test("without a task it offers nothing that is about one, and Escape gives the focus back", async () => {
  const page = await openPage();
  await signUp(page);
  await page.getByLabel("Add a task").focus();

  const palette = await inPalette(page, "");
  await palette.getByRole("option", { name: "Undo" }).waitFor();
  expect(await palette.getByRole("option", { name: "Complete the task" }).count()).toBe(0);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await palette.waitFor({ state: "detached" });
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
    .toBe("Add a task");
});

test("a task is deleted, and in the trash brought back; where neither applies neither is offered", async () => {
  const page = await openPage();
  await signUp(page, { tasks: [{ title: "water the plants" }] });
  await page.keyboard.press("j");
  const palette = await inPalette(page, "");
  await palette.getByRole("option", { name: "Delete task" }).waitFor();
  expect(await palette.getByRole("option", { name: "Restore the task" }).count()).toBe(0);
  await palette.getByRole("option", { name: "Delete task" }).click();
  const row = page.getByRole("list", { name: "Tasks" }).getByText("water the plants", { exact: true });
  await row.waitFor({ state: "detached" });

  await (await inPalette(page, "trash")).getByRole("option", { name: "Trash", exact: true }).click();
  await row.waitFor();
  await page.keyboard.press("j");
  await inPalette(page, "");
  await palette.getByRole("option", { name: "Empty trash" }).waitFor();
  expect(await palette.getByRole("option", { name: "Delete task" }).count()).toBe(0);
  await palette.getByRole("option", { name: "Restore the task" }).click();
  await row.waitFor({ state: "detached" });
});

test("what has the focus in the open panel is deleted from there, by its key as well", async () => {
  const page = await openPage();
  await signUp(page, { tasks: [{ title: "water the plants" }, { title: "buy soil" }] });
  const rows = page.getByRole("list", { name: "Tasks" });
  await rows.getByText("water the plants", { exact: true }).click();
  await page.getByRole("dialog").getByLabel("Title").waitFor();
  await (await inPalette(page, "dele")).getByRole("option", { name: "Delete task" }).click();
  await rows.getByText("water the plants", { exact: true }).waitFor({ state: "detached" });
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await page.keyboard.press("j");
  await page.keyboard.press("#");
  await rows.getByText("buy soil", { exact: true }).waitFor({ state: "detached" });
});

test("whatever stands in a menu of what is in sight can be done from here, under the same name", async () => {
  const page = await openPage();
  const client = await arrive(page);
  const list = await client.add_list({ name: "Garden" });
  await client.add_task({ title: "buy soil", list: "Garden", labels: ["shop"] });
  for (const name of ["First", "Second", "Third"]) await client.add_filter({ name, query: "p1" });
  const { filters } = await client.list_filters({});
  await client.chat({ message: "hello" });

  const places: [path: string, menu: string][] = [
    [`/lists/${list.id}`, "More for Garden"],
    ["/labels/shop", "More for shop"],
    [`/filters/${filters[1]!.id}`, "More for Second"],
    ["/", "More for “hello”"],
  ];
  for (const [path, menu] of places) {
    await page.goto(path);
    await page.getByRole("button", { name: menu }).click();
    await page.getByRole("menu").waitFor();
    const items = await page.getByRole("menuitem").allTextContents();
    expect(items.length).toBeGreaterThan(1);
    await page.keyboard.press("Escape");
    await page.getByRole("menu").waitFor({ state: "detached" });
    const palette = await inPalette(page, "");
    const options = () => palette.getByRole("option").allTextContents();
    await expect.poll(options).toEqual(expect.arrayContaining(items));
    await page.keyboard.press("Escape");
  }

  await page.goto(`/lists/${list.id}`);
  const palette = await inPalette(page, "rename");
  await palette.getByRole("option", { name: "Rename list" }).click();
  await page.getByRole("dialog", { name: "Rename list" }).getByLabel("Name").fill("Balcony");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Balcony", level: 1 }).waitFor();
});

test("a filter in sight is saved, and the person signs out", async () => {
  const page = await openPage({ ignored: [refusedWhenSigningOut] });
  await signUp(page, { at: "/all?filter=p1" });
  const palette = await inPalette(page, "save");
  await palette.getByRole("option", { name: "Save filter" }).click();
  await page.getByRole("dialog", { name: "Save filter" }).getByLabel("Name").fill("Urgent ones");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Urgent ones", level: 1 }).waitFor();

  await inPalette(page, "sign");
  await palette.getByRole("option", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign in" }).waitFor();
});

test("single keys can be turned off, and a command given another key", async () => {
  const page = await openPage();
  await signUp(page, { at: "/settings" });
  await page.getByText("Change shortcuts").click();
  await page.getByRole("button", { name: "Change the shortcut for “Add a task”" }).click();
  await page.keyboard.press("j");
  await page.getByText("j is already used for “Next task”.").waitFor();
  await page.keyboard.press("n");
  await page.getByRole("button", { name: "Change the shortcut for “Add a task”" }).getByText("n").waitFor();

  await page.goto("/");
  const line = page.getByLabel("Add a task");
  const isFocused = () => line.evaluate((element) => element === document.activeElement);
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await page.getByRole("dialog").getByText("n", { exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await expect.poll(isFocused).toBe(true);

  await page.goto("/settings");
  await comesAlive(page);
  await page.getByRole("checkbox", { name: "Single keys, without Ctrl or ⌘, work as shortcuts" }).uncheck();
  await page.goto("/");
  await (await inPalette(page, "")).getByRole("option", { name: "Search" }).first().waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  expect(await isFocused()).toBe(false);
});

test("keys pressed before the page has come alive are heard", async () => {
  const page = await openPage();
  await arrive(page);
  const pressed = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js", async (route) => {
    await pressed.promise;
    await route.continue();
  });
  await page.goto("/today", { waitUntil: "commit" });
  await page.getByRole("heading", { name: "Today" }).waitFor();
  await page.keyboard.press("ControlOrMeta+k");
  pressed.resolve();
  await page.getByRole("dialog", { name: "Do or find anything" }).waitFor();
});
