/** While scripts are on their way the page is there already: what is done on it counts, and what doesn't arrive is asked for again. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { arrive, type BrowserOptions, clientOf, openPage, PASSWORD, phone, say, titles } from "./browser.ts";
import { holdBack } from "./hold-back.ts";

/** Scripts with these words in them wait until they are let go; answers how many do. */
async function holdScripts(page: Page, words: string) {
  const free = Promise.withResolvers<void>();
  let held = 0;
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    if (body.includes(words)) {
      held++;
      await free.promise;
    }
    await route.fulfill({ response, body });
  });
  return { letGo: () => free.resolve(), held: () => held };
}

/** Scripts with these words in them don't arrive, the first times or ever; answers how often that was. */
async function loseScripts(page: Page, words: string, times = Number.POSITIVE_INFINITY) {
  let lost = 0;
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    if (!body.includes(words) || lost >= times) return route.fulfill({ response, body });
    lost++;
    return route.abort("connectionreset");
  });
  return { lost: () => lost };
}

/** A window of somebody with one task, in which nothing was opened yet. */
async function newWindow(options: BrowserOptions & { ignored?: RegExp[] } = {}): Promise<Page> {
  const page = await openPage(options);
  const client = await arrive(page);
  await client.add_task({ title: "call mom" });
  return page;
}

test.each([
  ["the navigation", "nav-lists"],
  ["the assistant", "assistant.hello"],
])("tasks come alive while %s is on its way, and nothing is missing meanwhile", async (_, words) => {
  const page = await newWindow();
  const scripts = await holdScripts(page, words);
  await page.goto("/", { waitUntil: "commit" });
  await page.getByLabel("Add a task").fill("water the plants");
  await page.keyboard.press("Enter");
  await expect.poll(() => titles(page)).toEqual(["call mom", "water the plants"]);
  await expect.poll(scripts.held).toBeGreaterThan(0);
  expect(await page.getByRole("link", { name: "Upcoming" }).isVisible()).toBe(true);
  expect(await page.getByRole("log").isVisible()).toBe(true);

  scripts.letGo();
  await say(page, "add buy milk");
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("a task that is ticked before what completes it has come is completed when it comes", async () => {
  const page = await newWindow();
  const scripts = await holdScripts(page, "toast.completed");
  await page.goto("/", { waitUntil: "commit" });
  // It can be written once the page has come alive.
  await page.getByLabel("Add a task").fill("water");
  await page.getByRole("checkbox", { name: "Complete “call mom”" }).click();
  await expect.poll(scripts.held).toBeGreaterThan(0);
  scripts.letGo();
  await page.getByText("Completed “call mom”").waitFor();
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("a toast raised before what shows it has come is shown when it comes", async () => {
  const page = await newWindow();
  const scripts = await holdScripts(page, "toast.region");
  await page.goto("/", { waitUntil: "commit" });
  await page.getByLabel("Add a task").fill("water");
  await page.getByRole("checkbox", { name: "Complete “call mom”" }).click();
  await page.getByRole("checkbox", { name: "Reopen “call mom”" }).waitFor();
  await expect.poll(scripts.held).toBeGreaterThan(0);

  scripts.letGo();
  await page.getByText("Completed “call mom”").waitFor();
  await expect.poll(() => titles(page)).toEqual([]);
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("a key pressed on the living page before what hears keys has come does its thing when it comes", async () => {
  const page = await newWindow();
  const scripts = await holdScripts(page, "toast.region");
  await page.goto("/", { waitUntil: "commit" });
  await page.getByLabel("Add a task").fill("water");
  await page.getByRole("heading", { name: "Inbox" }).click();
  await expect.poll(scripts.held).toBeGreaterThan(0);
  await page.keyboard.press("j");

  scripts.letGo();
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await expect.poll(focused).toBe("call mom");
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("what is written into the search before it has come alive is searched for", async () => {
  const page = await newWindow();
  const scripts = await holdScripts(page, "search.clear");
  await page.goto("/search", { waitUntil: "commit" });
  await page.getByLabel("Search tasks").fill("call");
  await expect.poll(scripts.held).toBeGreaterThan(0);

  scripts.letGo();
  await expect.poll(() => titles(page)).toEqual(["call mom"]);
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

/** Nothing of the page is alive until it is let go. */
const holdAllScripts = (page: Page) => holdBack(page, "GET", /\/_next\/static\/.*\.js/);

test.each([
  ["a task", "call mom", (page: Page) => page.getByRole("dialog").getByLabel("Title")],
  [
    "the shortcuts",
    "Keyboard shortcuts",
    (page: Page) => page.getByRole("dialog").getByText("One step back"),
  ],
  ["a new list", "New list", (page: Page) => page.getByRole("textbox", { name: "List name" })],
])("%s that is asked for by a click before the page is alive comes when it is", async (_, name, answer) => {
  const page = await newWindow();
  const scripts = await holdAllScripts(page);
  await page.goto("/", { waitUntil: "commit" });
  await page.getByRole("button", { name, exact: true }).click();
  scripts.letGo();
  await answer(page).waitFor();
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("a menu that is asked for before it is alive opens when it is", async () => {
  const page = await newWindow();
  const client = await clientOf(page.context());
  const { id } = await client.add_list({ name: "Work" });
  const scripts = await holdAllScripts(page);
  await page.goto(`/lists/${id}`, { waitUntil: "commit" });
  await page.getByRole("button", { name: "More for Work" }).click();
  scripts.letGo();
  await page.getByRole("menu").waitFor();
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("who signs in before the page is alive is signed in when it is, and no password comes into an address", async () => {
  const page = await openPage();
  const { email } = await (await arrive(page)).get_profile({});
  await page.context().clearCookies();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const scripts = await holdAllScripts(page);
  await page.goto("/sign-in", { waitUntil: "commit" });
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  scripts.letGo();
  await page.getByRole("heading", { name: "Inbox" }).waitFor();
  expect(asked.filter((address) => address.includes("password="))).toEqual([]);
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("a task that is ticked before the page is alive is completed when it is", async () => {
  const page = await newWindow();
  const scripts = await holdAllScripts(page);
  await page.goto("/", { waitUntil: "commit" });
  await page.getByRole("checkbox", { name: "Complete “call mom”" }).click();
  scripts.letGo();
  await page.getByText("Completed “call mom”").waitFor();
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("settings that are chosen before the page is alive are set when it is", async () => {
  const page = await newWindow();
  const scripts = await holdAllScripts(page);
  await page.goto("/settings", { waitUntil: "commit" });
  await page.getByRole("radio", { name: "Dark" }).check({ force: true });
  await page.getByLabel("Week starts on").selectOption({ label: "Sunday" });
  scripts.letGo();
  const client = await clientOf(page.context());
  await expect.poll(async () => (await client.get_profile({})).week_start).toBe("sunday");
  await page.locator("html[data-theme=dark]").waitFor({ state: "attached" });
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("a tap on a part that is still on its way is answered when it comes", async () => {
  const page = await newWindow(phone);
  const scripts = await holdScripts(page, "tabs.actions");
  await page.goto("/", { waitUntil: "commit" });
  await page.getByLabel("Add a task").fill("water");
  await page.getByRole("button", { name: "Actions" }).tap();
  await expect.poll(scripts.held).toBeGreaterThan(0);
  scripts.letGo();
  await page.getByRole("dialog", { name: "Do or find anything" }).waitFor();
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("a click on what is alive already is answered once", async () => {
  const page = await newWindow();
  const scripts = await holdScripts(page, "toast.region");
  await page.goto("/", { waitUntil: "commit" });
  await page.getByLabel("Add a task").fill("water");
  await page.getByRole("button", { name: "Hide navigation" }).click();
  await page.getByRole("button", { name: "Show navigation" }).waitFor();
  await expect.poll(scripts.held).toBeGreaterThan(0);
  scripts.letGo();
  await page.getByRole("region", { name: "Notifications" }).waitFor({ state: "attached" });
  expect(await page.getByRole("button", { name: "Show navigation" }).isVisible()).toBe(true);
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

/** As the browser notes a request that didn't arrive. */
const LOST = /Failed to load resource: net::ERR_CONNECTION_RESET/;

test.each([
  ["the navigation", "nav-lists"],
  ["the assistant", "assistant.hello"],
  ["what comes after the page", "toast.region"],
])("%s that doesn't arrive is asked for again", async (_, words) => {
  const page = await newWindow({ ignored: [LOST] });
  const scripts = await loseScripts(page, words, 3);
  await page.goto("/", { waitUntil: "commit" });
  await expect.poll(scripts.lost).toBe(3);

  await say(page, "add buy milk");
  await page.getByRole("button", { name: "New list", exact: true }).click();
  await page.getByRole("textbox", { name: "List name" }).waitFor();
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("dialog", { name: "Do or find anything" }).waitFor();
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("a part that never arrives is said to be missing, with a way to try again", async () => {
  const page = await newWindow({ ignored: [LOST, /Failed to load chunk/] });
  await loseScripts(page, "nav-lists");
  await page.goto("/", { waitUntil: "commit" });
  await page.getByRole("heading", { name: "Part of the page didn't arrive" }).waitFor();

  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => titles(page)).toEqual(["call mom"]);
});

test("what is pressed for all selected tasks before their bar has come is done to all of them, once it has", async () => {
  const page = await newWindow();
  const client = await clientOf(page.context());
  await client.add_task({ title: "call dad" });
  const scripts = await holdScripts(page, "select.complete");
  await page.goto("/");
  await page.getByRole("button", { name: "call dad", exact: true }).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await expect.poll(scripts.held).toBe(1);
  await page.keyboard.press("x");
  scripts.letGo();
  await expect.poll(async () => (await client.list_tasks({ status: "pending" })).tasks).toEqual([]);
});

/** What was written before is known by now. */
const isTaken = (page: Page, button: string) =>
  expect.poll(() => page.getByRole("button", { name: button, exact: true }).isEnabled()).toBe(true);

test.each([
  ["Message to the assistant", "Send"],
  ["Add a task", "Add"],
])("a task that opens late leaves the focus to whoever writes by then: %s", async (name, button) => {
  const page = await newWindow();
  const scripts = await holdScripts(page, "task.panel");
  await page.goto("/?task=1", { waitUntil: "commit" });
  const field = page.getByLabel(name);
  await field.fill("wa");
  await expect.poll(scripts.held).toBeGreaterThan(0);
  scripts.letGo();
  await page.getByRole("dialog", { name: "Task 1" }).waitFor();
  await isTaken(page, button);
  await page.keyboard.type("ter");
  expect(await field.inputValue()).toBe("water");
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("a search field that comes late leaves the focus to whoever writes by then", async () => {
  const page = await newWindow();
  const scripts = await holdScripts(page, "search.placeholder");
  await page.goto("/search", { waitUntil: "commit" });
  await page.getByRole("searchbox").fill("mom");
  const field = page.getByLabel("Message to the assistant");
  await field.fill("wa");
  await expect.poll(scripts.held).toBeGreaterThan(0);
  scripts.letGo();
  // It has come alive.
  await expect.poll(() => page.url()).toContain("q=mom");
  await isTaken(page, "Send");
  await page.keyboard.type("ter");
  expect(await field.inputValue()).toBe("water");
  await page.unrouteAll({ behavior: "ignoreErrors" });
});
