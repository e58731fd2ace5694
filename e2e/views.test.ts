/** The views: agenda, manual order, selection, sub-tasks and trash. */
import type { InputOf } from "@todo/contract/contract";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { clientOf, expectAccessible, openPage, phone, signUp, titles } from "./browser.ts";

const DAY_MS = 86_400_000;

type NewTask = InputOf<"add_task">;

/** Their Inbox is open. */
async function someone(tasks: NewTask[], options?: Parameters<typeof openPage>[0]): Promise<Page> {
  const page = await openPage(options);
  await signUp(page, { tasks });
  return page;
}

const rowOf = (page: Page, title: string) => page.locator("[data-task]").filter({ hasText: title });
const inDays = (days: number) => {
  const day = new Date(Date.now() + days * DAY_MS);
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format(day);
};
const yearOf = (days: number) => inDays(days).slice(0, 4);
/** With its year where that is another than this one. */
const dayNamed = (days: number) =>
  new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    ...(yearOf(days) !== yearOf(0) && { year: "numeric" }),
    timeZone: "Europe/Berlin",
  }).format(new Date(Date.now() + days * DAY_MS));

test("Upcoming shows day by day, and a task goes to another day by its handle", async () => {
  const page = await someone([
    { title: "dentist", due_on: inDays(1) },
    { title: "report", due_on: inDays(3) },
    { title: "no date" },
  ]);
  await page.getByRole("link", { name: "Upcoming" }).click();
  const day = (days: number) => page.getByRole("region", { name: new RegExp(`· ${dayNamed(days)}$`) });
  await day(1).getByText("dentist").waitFor();
  await day(3).getByText("report").waitFor();
  expect(await titles(page)).toEqual(["dentist", "report"]);
  await expectAccessible(page);

  // By keyboard: lifted, two days on, dropped.
  await rowOf(page, "dentist").locator("[data-opens-task]").focus();
  await page.getByRole("button", { name: "Move “dentist”" }).focus();
  for (const key of [" ", "ArrowDown", "ArrowDown", " "]) await page.keyboard.press(key);
  await day(3).getByText("dentist").waitFor();
  await page.getByText(/^Moved to /).waitFor();

  // By pointer: back to tomorrow.
  await rowOf(page, "dentist").hover();
  const handle = (await page.getByRole("button", { name: "Move “dentist”" }).boundingBox())!;
  const target = (await day(1).boundingBox())!;
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(handle.x, target.y + target.height / 2, { steps: 8 });
  await page.mouse.up();
  await day(1).getByText("dentist").waitFor();
});

test("Today has the overdue first, which can be brought to today; a label and Completed show theirs", async () => {
  const page = await someone([
    { title: "evening", due_on: inDays(0), due_time: "23:59", labels: ["home"] },
    { title: "any time", due_on: inDays(0) },
    { title: "late", due_on: inDays(-2), labels: ["home"] },
    { title: "tomorrow", due_on: inDays(1) },
  ]);
  await page.getByRole("link", { name: "Today" }).click();
  await page.getByRole("region", { name: "Overdue" }).getByText("late").waitFor();
  expect(await titles(page)).toEqual(["late", "any time", "evening"]);
  await rowOf(page, "late").getByText("@home").waitFor();
  await rowOf(page, "late").locator("[data-opens-task]").focus();
  await page.getByRole("button", { name: "Move “late”" }).focus();
  for (const key of [" ", "ArrowDown", " "]) await page.keyboard.press(key);
  await page.getByText("Moved to Today.", { exact: true }).waitFor();
  await expect.poll(() => titles(page)).toEqual(["any time", "late", "evening"]);
  await rowOf(page, "late").locator("[data-opens-task]:focus").waitFor();
  await page.keyboard.press("x");

  await page.getByRole("link", { name: "home" }).click();
  await expect.poll(() => titles(page)).toEqual(["evening"]);
  expect(await rowOf(page, "evening").getByText("@home").count()).toBe(0);

  await page.getByRole("checkbox", { name: "Complete “evening”" }).click();
  await expect.poll(() => titles(page)).toEqual([]);
  await page.getByRole("link", { name: "Completed" }).click();
  await page
    .getByRole("region", { name: `Today · ${dayNamed(0)}` })
    .getByText("late")
    .waitFor();
  await expect.poll(() => titles(page)).toEqual(["evening", "late"]);
  await page.getByRole("checkbox", { name: "Reopen “evening”" }).click();
  await expect.poll(() => titles(page)).toEqual(["late"]);
});

test("a new task keeps its row when the server has answered, and one for another view says where it went", async () => {
  const page = await someone([]);
  await page.getByRole("link", { name: "Today" }).click();
  await page.getByText("Nothing is due today.").waitFor();
  const answer = Promise.withResolvers<void>();
  await page.route("**/api/tasks", async (route) => {
    await answer.promise;
    await route.continue();
  });
  await page.getByLabel("Add a task").fill("buy milk");
  await page.keyboard.press("Enter");
  const row = await rowOf(page, "buy milk").elementHandle();
  expect(await row?.getAttribute("data-number")).toBe("0");
  answer.resolve();
  await rowOf(page, "buy milk").and(page.locator('[data-number="1"]')).waitFor();
  expect(await row?.getAttribute("data-number")).toBe("1");

  await page.getByLabel("Add a task").fill("call mom tomorrow");
  await page.keyboard.press("Enter");
  await page.getByText(/^Added “call mom” to Inbox · /).waitFor();
  expect(await titles(page)).toEqual(["buy milk"]);
});

test("tasks of a list are put in another order by keyboard and by pointer, and stay so", async () => {
  const page = await someone(["one", "two", "three"].map((title) => ({ title })));
  const nextSaved = () => page.waitForResponse((response) => response.request().method() === "PATCH");
  await rowOf(page, "three").locator("[data-opens-task]").focus();
  await page.getByRole("button", { name: "Move “three”" }).focus();
  const savedByKeys = nextSaved();
  for (const key of [" ", "ArrowUp", "ArrowUp", " "]) await page.keyboard.press(key);
  await expect.poll(() => titles(page)).toEqual(["three", "one", "two"]);
  expect((await savedByKeys).status()).toBe(200);

  await rowOf(page, "two").hover();
  const handle = (await page.getByRole("button", { name: "Move “two”" }).boundingBox())!;
  const first = (await rowOf(page, "three").boundingBox())!;
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  const saved = nextSaved();
  await page.mouse.move(handle.x, first.y + 4, { steps: 8 });
  await page.mouse.up();
  expect((await saved).status()).toBe(200);
  await page.reload();
  await expect.poll(() => titles(page)).toEqual(["two", "three", "one"]);
});

test("Escape puts a lifted task back", async () => {
  const page = await someone(["one", "two"].map((title) => ({ title })));
  await rowOf(page, "two").locator("[data-opens-task]").focus();
  await page.getByRole("button", { name: "Move “two”" }).focus();
  for (const key of [" ", "ArrowUp", "Escape"]) await page.keyboard.press(key);
  await page.getByText("“two” put back.").waitFor({ state: "attached" });
  expect(await titles(page)).toEqual(["one", "two"]);
});

test("a range is selected by Shift, changed at once, and one Undo takes it back", async () => {
  const page = await someone(["one", "two", "three", "four"].map((title) => ({ title })));
  await rowOf(page, "one")
    .locator("[data-opens-task]")
    .click({ modifiers: ["ControlOrMeta"] });
  await rowOf(page, "three")
    .locator("[data-opens-task]")
    .click({ modifiers: ["Shift"] });
  const bar = page.getByRole("region", { name: "For the selected tasks" });
  await bar.getByText("3 selected").waitFor();
  await expectAccessible(page);

  await bar.getByRole("button", { name: "Priority" }).click();
  await page.getByRole("menuitem", { name: "High" }).click();
  await expect.poll(() => page.locator("[data-task]").getByText("High").count()).toBe(3);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect.poll(() => page.locator("[data-task]").getByText("High").count()).toBe(0);
});

test("keys select all, and delete, schedule and complete what is selected", async () => {
  const page = await someone(["one", "two", "three"].map((title) => ({ title })));
  await rowOf(page, "two").locator("[data-opens-task]").focus();
  await page.keyboard.press("s");
  await page.getByRole("menuitem", { name: /^Tomorrow/ }).click();
  await rowOf(page, "two").getByText("tomorrow").waitFor();

  await page.keyboard.press("ControlOrMeta+a");
  const bar = page.getByRole("region", { name: "For the selected tasks" });
  await bar.getByText("3 selected").waitFor();
  await page.keyboard.press("s");
  await page.getByRole("menuitem", { name: "Choose a date…" }).click();
  const sheet = page.getByRole("dialog", { name: "Schedule" });
  await sheet.getByLabel("Due date").fill(inDays(1));
  await sheet.getByLabel("Due time").fill("09:30");
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "Save" }).click();
  await expect.poll(() => page.locator("[data-task]").getByText("tomorrow 09:30").count()).toBe(3);

  await page.keyboard.press("ControlOrMeta+a");
  await bar.getByText("3 selected").waitFor();
  await page.keyboard.press("Escape");
  await bar.waitFor({ state: "detached" });

  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("x");
  await expect.poll(() => titles(page)).toEqual([]);

  // More than one page of the view, and more than one call takes.
  const client = await clientOf(page.context());
  for (const hundred of [0, 1, 2])
    await client.add_tasks({ tasks: Array.from({ length: 100 }, (_, n) => ({ title: `${hundred} ${n}` })) });
  await page.goto("/");
  await rowOf(page, "0 0").first().waitFor();
  await page.keyboard.press("ControlOrMeta+a");
  await bar.getByText("300 selected", { exact: true }).waitFor();
  await page.keyboard.press("x");
  await expect.poll(async () => (await client.list_tasks({ status: "pending" })).tasks).toEqual([]);
});

test("a menu that a key has opened leaves everything as it was when nothing is chosen", async () => {
  const page = await someone(["one", "two"].map((title) => ({ title })));
  const opener = rowOf(page, "two").locator("[data-opens-task]");
  await opener.focus();
  await page.keyboard.press("p");
  await page.getByRole("menuitem", { name: "High" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("region", { name: "For the selected tasks" }).waitFor({ state: "detached" });
  await page.locator(":focus").and(opener).waitFor();

  // What is asked in a sheet is still about it.
  await page.keyboard.press("s");
  await page.getByRole("menuitem", { name: "Choose a date…" }).click();
  await page.getByRole("dialog", { name: "Schedule" }).getByLabel("Due date").fill(inDays(1));
  await page.getByRole("button", { name: "Save" }).click();
  await rowOf(page, "two").getByText("tomorrow").waitFor();
});

test("on a phone tasks are chosen by boxes", async () => {
  const page = await someone([{ title: "one" }, { title: "two" }], phone);
  await page.getByRole("button", { name: "Select" }).click();
  await page.getByRole("checkbox", { name: "Select “one”" }).tap();
  await page.getByRole("region", { name: "For the selected tasks" }).getByText("1 selected").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Delete" }).click();
  await expect.poll(() => titles(page)).toEqual(["two"]);
});

test("sub-tasks are added and ticked in the panel, and the row tells how far they are", async () => {
  const page = await someone([{ title: "party" }]);
  await rowOf(page, "party").locator("[data-opens-task]").click();
  const panel = page.getByRole("dialog");
  for (const title of ["cake", "candles"]) {
    await panel.getByLabel("Add a sub-task").fill(title);
    await page.keyboard.press("Enter");
    await panel
      .getByRole("checkbox", { name: `Complete “${title}”` })
      .and(page.locator(":enabled"))
      .waitFor();
  }
  await panel.getByRole("checkbox", { name: "Complete “cake”" }).click();
  await page.getByRole("img", { name: "1 of 2 sub-tasks completed" }).waitFor();

  await panel.getByRole("button", { name: "candles", exact: true }).click();
  await page.getByRole("dialog", { name: "Task 3" }).getByRole("button", { name: "Part of “party”" }).click();
  await page.getByRole("dialog", { name: "Task 1" }).getByText("1/2").waitFor();
});

test("the trash gives back what is selected, and deletes the rest for good", async () => {
  const page = await someone(["one", "two", "three"].map((title) => ({ title })));
  const client = await clientOf(page.context());
  const { tasks } = await client.list_tasks();
  await client.delete_tasks({ task_ids: tasks.map(({ id }) => id) });
  await page.getByRole("link", { name: "Trash" }).click();
  await expect.poll(async () => (await titles(page)).length).toBe(3);

  await rowOf(page, "two")
    .locator("[data-opens-task]")
    .click({ modifiers: ["ControlOrMeta"] });
  const bar = page.getByRole("region", { name: "For the selected tasks" });
  await bar.getByRole("button", { name: "Restore" }).click();
  await expect.poll(async () => (await titles(page)).toSorted()).toEqual(["one", "three"]);
  await page.locator("[data-opens-task]:focus").waitFor();

  await page.getByRole("button", { name: "Empty trash" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete for good" }).click();
  await page.getByText("Deleted tasks stay here for 30 days.").waitFor();
  expect(await page.getByRole("button", { name: "Empty trash" }).count()).toBe(0);
  await page.getByRole("link", { name: "Inbox" }).click();
  await expect.poll(() => titles(page)).toEqual(["two"]);
});
