/** Without a network: the page opens, the tasks are there, and what is changed waits until it can be sent. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { arrive, expectAccessible, openAnother, PASSWORD, signUp } from "./browser.ts";
import { paste } from "./paste.ts";
import {
  add,
  call,
  ignored,
  isPageKept,
  kept,
  line,
  offline,
  online,
  open,
  sent,
  soon,
  stored,
  task,
  tasksOf,
  titlesOnServer,
  withTasks,
} from "./without-network.ts";

test("the tasks are there after a reload without a network, in every view", async () => {
  const page = await withTasks("water the plants", "pay the rent");
  const due_on = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin" }).format();
  await call(page, "PATCH", "/tasks/2", { due_on });
  await kept(page, `"due_on":"${due_on}"`);
  await offline(page);

  await page.reload();
  await task(page, "water the plants").waitFor();
  await page.goto("/today");

  await page.getByRole("heading", { name: "Today", level: 1 }).waitFor();
  await task(page, "pay the rent").waitFor();
  expect(await task(page, "water the plants").count()).toBe(0);
  expect(new URL(page.url()).pathname).toBe("/today");

  await page.goto("/settings");
  await page.getByRole("alert").getByText("That page needs a network.").waitFor();
  await task(page, "water the plants").waitFor();

  // There may be some that were done, which only the server knows.
  await page.goto("/completed");
  await tasksOf(page).getByText("The server can't be reached").waitFor();
});

test("what is added, edited and completed without a network happens once when it is back", async () => {
  const page = await withTasks("call mom", "buy milk");
  await offline(page);
  await add(page, "new without a network");
  await task(page, "new without a network").click();
  await page.getByRole("dialog").getByLabel("Title").fill("renamed before it was sent");
  await page.getByRole("dialog").getByLabel("Title").press("Enter");
  await task(page, "renamed before it was sent").waitFor();
  await tasksOf(page)
    .getByRole("checkbox", { name: /buy milk/ })
    .click();
  await line(page, "Offline. 3 changes wait.").waitFor();

  await page.goto("/");
  await task(page, "renamed before it was sent").waitFor();
  await line(page, "Offline. 3 changes wait.").waitFor();
  await page.goto("/completed");
  await task(page, "buy milk").waitFor();
  await online(page);
  await sent(page);

  expect(await titlesOnServer(page)).toEqual(["call mom", "renamed before it was sent"]);
  expect(await titlesOnServer(page, "status=completed")).toEqual(["buy milk"]);
  await page.goto("/");
  await task(page, "renamed before it was sent").waitFor();
});

test("a completion that is taken back without a network was never made", async () => {
  const page = await withTasks("buy milk");
  await offline(page);
  await tasksOf(page)
    .getByRole("checkbox", { name: /buy milk/ })
    .click();
  await line(page, "Offline. 1 change waits.").waitFor();

  await page.getByRole("button", { name: "Undo" }).click();

  await sent(page);
  await task(page, "buy milk").waitFor();
  await online(page);
  expect(await titlesOnServer(page)).toEqual(["buy milk"]);
});

test("several tasks that are completed or pasted at once wait one by one", async () => {
  const page = await withTasks("buy milk", "buy bread");
  await task(page, "buy milk").click({ modifiers: ["Control"] });
  await task(page, "buy bread").click({ modifiers: ["Control"] });
  await offline(page);
  await page.getByRole("button", { name: "Complete", exact: true }).click();
  await line(page, "Offline. 2 changes wait.").waitFor();
  await paste(page.getByLabel("Add a task"), "buy tea\nbuy salt");
  await page.getByRole("button", { name: "Add 2 tasks" }).click();
  await line(page, "Offline. 4 changes wait.").waitFor();

  await online(page);
  await sent(page);

  expect(await titlesOnServer(page, "status=completed")).toEqual(["buy bread", "buy milk"]);
  expect(await titlesOnServer(page)).toEqual(["buy salt", "buy tea"]);
});

test("what was pasted without a network is taken back at once by one Undo, also after it was sent", async () => {
  const page = await withTasks("first of all");
  const undo = page.getByRole("button", { name: "Undo" });
  const pasteTwo = async () => {
    await paste(page.getByLabel("Add a task"), "buy tea\nbuy salt");
    await page.getByRole("button", { name: "Add 2 tasks" }).click();
    await line(page, "Offline. 2 changes wait.").waitFor();
  };
  await offline(page);
  await pasteTwo();
  await undo.click();
  await sent(page);

  await pasteTwo();
  await online(page);
  await sent(page);
  await undo.click();

  await expect.poll(() => titlesOnServer(page)).toEqual(["first of all"]);
});

test("two windows send what both added once", async () => {
  const page = await withTasks("first of all");
  const another = await openAnother(page, ignored);
  await another.goto("/");
  await task(another, "first of all").waitFor();
  await another.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await offline(page);
  await add(page, "from one window");
  await line(another, "Offline. 1 change waits.").waitFor();
  await add(another, "from the other window");
  await line(page, "Offline. 2 changes wait.").waitFor();

  await online(page);
  await sent(page);

  expect(await titlesOnServer(page)).toEqual(["first of all", "from one window", "from the other window"]);
});

test("an edit or a deletion that meets an edit is a choice, and stays one after a reload", async () => {
  const page = await withTasks("call mom");
  await offline(page);
  await task(page, "call mom").click();
  await page.getByRole("dialog").getByLabel("Title").fill("call mom tonight");
  await page.getByRole("dialog").getByLabel("Title").press("Enter");
  await line(page, "Offline. 1 change waits.").waitFor();
  await call(page, "PATCH", "/tasks/1", { title: "call dad" });
  await online(page);
  const choice = page.getByRole("dialog", { name: "Changed meanwhile" });
  const mine = page.getByRole("button", { name: "Keep mine" });
  await mine.waitFor();
  expect(await titlesOnServer(page)).toEqual(["call dad"]);

  await page.goto("/");
  await mine.click();

  await sent(page);
  expect(await choice.count()).toBe(0);
  expect(await titlesOnServer(page)).toEqual(["call mom tonight"]);

  await offline(page);
  await task(page, "call mom tonight").click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete task" }).click();
  await line(page, "Offline. 1 change waits.").waitFor();
  await call(page, "PATCH", "/tasks/1", { description: "Her new number: 12 34" });
  await online(page);
  await choice.getByText("Her new number: 12 34").waitFor();
  await expectAccessible(page);
  expect(await titlesOnServer(page)).toEqual(["call mom tonight"]);
  await page.getByRole("button", { name: "Keep it as it is" }).click();

  await sent(page);
  expect(await titlesOnServer(page)).toEqual(["call mom tonight"]);
});

test("what the server doesn't take is shown with its reason, and can be let go", async () => {
  const page = await withTasks("soon gone");
  await offline(page);
  await tasksOf(page)
    .getByRole("checkbox", { name: /soon gone/ })
    .click();
  await line(page, "Offline. 1 change waits.").waitFor();
  await call(page, "DELETE", "/tasks/1");
  await call(page, "POST", "/tasks/purge", { task_ids: [1] });
  await online(page);

  await line(page, "1 change wasn't accepted.").waitFor();
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await page.getByRole("dialog").getByText("Complete “soon gone”").waitFor();
  await page.getByRole("dialog").getByText("That isn't there any more.").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Discard" }).click();

  await sent(page);
  expect(await line(page, /accepted/).count()).toBe(0);
});

test("signing out leaves nothing in the browser", async () => {
  const page = await withTasks("private matter");
  await page.goto("/settings");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");

  expect(await stored(page, "cache")).toBeUndefined();
  expect(await stored(page, "queue")).toBeUndefined();
  expect(await isPageKept(page)).toBe(false);
});

const signInAs = (page: Page, email: string) =>
  call(page, "POST", "/auth/sign-in/email", { email, password: PASSWORD });

test("who signs in next finds nothing of the one before and sends none of it, which waits for the one before", async () => {
  const page = await open();
  const first = await signUp(page, { tasks: [{ title: "of the first person" }] });
  const { email: firstEmail } = await first.get_profile({});
  await kept(page, "of the first person");
  await offline(page);
  await add(page, "waits, too");
  const other = await open();
  const { email } = await (await arrive(other)).get_profile({});
  await page.goto("about:blank");
  await online(page);
  await signInAs(page, email);

  await page.goto("/");

  await expect.poll(() => stored(page, "queue"), soon).toBeUndefined();
  await kept(page, email);
  expect(await titlesOnServer(page, "status=all")).toEqual([]);
  expect(JSON.stringify(await stored(page, "cache"))).not.toContain("of the first person");

  await page.goto("about:blank");
  await signInAs(page, firstEmail);
  await page.goto("/");
  await task(page, "waits, too").waitFor();
  await sent(page);
  expect(await titlesOnServer(page)).toEqual(["of the first person", "waits, too"]);
});

test("the app can be installed: its manifest and every icon of it are served", async () => {
  const page = await open();
  await page.goto("/sign-in");
  const href = await page.locator('link[rel="manifest"]').getAttribute("href");
  const response = await page.request.get(href ?? "");
  const { name, start_url, display, icons } = await response.json();

  expect({ name, start_url, display }).toEqual({ name: "Todo", start_url: "/", display: "standalone" });
  expect(icons.map(({ purpose = "any" }: { purpose?: string }) => purpose)).toEqual([
    "any",
    "any",
    "maskable",
  ]);
  for (const { src } of icons)
    expect((await page.request.get(src)).headers()["content-type"]).toBe("image/png");
});
