/** Without a pointer: the whole story, from signing up to signing out, and when one is reminded. */
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage, PASSWORD, refusedWhenSigningOut, signUp, english as words } from "./browser.ts";

/** More than lie between any two things on a page. */
const MOST_TABS = 80;

const hasFocus = (place: Locator) =>
  place.evaluateAll((elements) => elements.some((element) => element === document.activeElement));

/** By Tab alone, as somebody would who sees where the focus is. */
async function tabTo(place: Locator, key: "Tab" | "Shift+Tab" = "Tab") {
  await place.first().waitFor();
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await hasFocus(place)) return;
    await place.page().keyboard.press(key);
  }
  throw new Error(`${MOST_TABS} times ${key} didn't lead to ${place}.`);
}

async function type(page: Page, text: string) {
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

const rows = (page: Page) => page.getByRole("list", { name: "Tasks" });
const row = (page: Page, title: string) => rows(page).getByText(title, { exact: true });

async function signUpByKeys(page: Page) {
  await page.goto("/sign-up");
  await tabTo(page.getByLabel("Your name"));
  await page.keyboard.type("Ada");
  await tabTo(page.getByLabel("Email"));
  await page.keyboard.type(`keys-${crypto.randomUUID()}@example.com`);
  await tabTo(page.getByLabel("Password", { exact: true }));
  await type(page, PASSWORD);
  await page.getByRole("heading", { name: "Inbox" }).waitFor();
}

const isChosen = async (option: Locator) => (await option.getAttribute("aria-selected")) === "true";

/** By the palette. */
async function goTo(page: Page, place: string) {
  await page.keyboard.press("ControlOrMeta+k");
  const palette = page.getByRole("dialog", { name: words["command.palette"] });
  await expect.poll(() => hasFocus(palette.getByRole("combobox"))).toBe(true);
  await page.keyboard.type(place);
  const wanted = palette.getByRole("option", { name: place, exact: true });
  await wanted.waitFor();
  // Commands that have the words in their name stand above.
  for (let steps = 0; steps < MOST_TABS && !(await isChosen(wanted)); steps++)
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await palette.waitFor({ state: "detached" });
  await page.getByRole("heading", { name: place, level: 1 }).waitFor();
}

test("the keyboard alone signs up, talks, takes back, adds, edits, completes, changes several, and signs out", async () => {
  const page = await openPage({ ignored: [refusedWhenSigningOut], serviceWorkers: "allow" });
  await signUpByKeys(page);

  // Said to the assistant, seen, and taken back on its card.
  await page.keyboard.press("c");
  await expect.poll(() => hasFocus(page.getByLabel("Message to the assistant"))).toBe(true);
  await type(page, "call mom tomorrow at 5pm");
  await row(page, "call mom").waitFor();
  await tabTo(page.getByRole("log").getByRole("button", { name: "Undo" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await row(page, "call mom").waitFor({ state: "detached" });

  // Added in one line.
  await page.keyboard.press("q");
  for (const title of ["buy soil", "water the plants", "sweep the floor"]) {
    await type(page, title);
    // Saved: until then it can't be opened.
    await page.locator("[data-opens-task]:enabled").getByText(title, { exact: true }).waitFor();
  }
  await page.keyboard.press("Escape");

  // Opened and edited.
  await page.keyboard.press("j");
  await page.keyboard.press("e");
  const title = page.getByRole("dialog").getByLabel("Title", { exact: true });
  await tabTo(title);
  await page.keyboard.press("ControlOrMeta+a");
  await type(page, "buy potting soil");
  await row(page, "buy potting soil").waitFor();
  await page.keyboard.press("Escape");
  await title.waitFor({ state: "detached" });

  // Completed and taken back.
  await expect
    .poll(() =>
      hasFocus(page.locator("[data-task]").filter({ hasText: "buy potting soil" }).locator("button")),
    )
    .toBe(true);
  await page.keyboard.press("x");
  await row(page, "buy potting soil").waitFor({ state: "detached" });
  await page.keyboard.press("ControlOrMeta+z");
  await row(page, "buy potting soil").waitFor();

  // Several in another view.
  await goTo(page, "All tasks");
  await row(page, "sweep the floor").waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("X");
  await page.keyboard.press("j");
  await page.keyboard.press("X");
  await page.getByRole("region", { name: words["select.actions"] }).getByText("2 selected").waitFor();
  await page.keyboard.press("p");
  const high = page.getByRole("menuitem", { name: "High" });
  await high.waitFor();
  // Its first letter leads there, a moment later.
  await page.keyboard.press("h");
  await expect.poll(() => hasFocus(high)).toBe(true);
  await page.keyboard.press("Enter");
  await expect.poll(() => rows(page).getByText("High", { exact: true }).count()).toBe(2);
  await page.keyboard.press("Escape");

  await goTo(page, "Settings");
  await tabTo(page.getByRole("button", { name: "Sign out" }));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Welcome back" }).waitFor();
});

test("arrows, Home and End lead from row to row, and scroll where no row has the focus", async () => {
  const page = await openPage();
  const COUNT = 150;
  const tasks = Array.from({ length: COUNT }, (_, index) => ({ title: `task ${index + 1}` }));
  await signUp(page, { tasks });
  const opener = (title: string) => page.getByRole("button", { name: title, exact: true });
  const leadsTo = async (key: string, title: string) => {
    await page.keyboard.press(key);
    await expect.poll(() => hasFocus(opener(title))).toBe(true);
  };
  const scrolled = () =>
    page
      .locator("main .scroller")
      .first()
      .evaluate((element) => element.scrollTop);
  await opener("task 1").waitFor();

  // Of a page that nobody is in, arrows mean nothing but scrolling.
  await page.keyboard.press("ArrowDown");
  expect(await hasFocus(page.locator("[data-opens-task]"))).toBe(false);

  await leadsTo("j", "task 1");
  await leadsTo("ArrowDown", "task 2");
  await leadsTo("ArrowDown", "task 3");
  await leadsTo("ArrowUp", "task 2");
  // From anything in the row, but not from what has use for arrows itself.
  await page.getByRole("checkbox", { name: "Complete “task 2”" }).focus();
  await leadsTo("ArrowDown", "task 3");
  await page.getByRole("button", { name: "More for “task 3”" }).focus();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("menu").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await page.getByRole("menu").waitFor({ state: "detached" });
  const line = page.getByLabel(words["quickAdd.label"]);
  await line.fill("new");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowUp");
  expect(await hasFocus(line)).toBe(true);

  // As far as the list is loaded, and to its end as that goes on.
  await opener("task 3").focus();
  await expect
    .poll(async () => {
      await page.keyboard.press("End");
      return hasFocus(opener(`task ${COUNT}`));
    })
    .toBe(true);
  expect(await scrolled()).toBeGreaterThan(2_000);
  await leadsTo("Home", "task 1");
  await expect.poll(scrolled).toBe(0);

  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: words["command.help"] });
  await sheet.getByText("First task").waitFor();
  expect(await sheet.locator("kbd").allTextContents()).toEqual(
    expect.arrayContaining(["↓", "↑", "Home", "End"]),
  );
});

test("a reminder and a snooze are asked for by a key, and found in the palette, for the task in focus alone", async () => {
  const page = await openPage();
  const due = { due_on: "2030-05-01", due_time: "17:00", time_zone: "Europe/Berlin" };
  const tasks = [{ title: "Call mom", ...due }, { title: "Buy soil" }, { title: "Sweep" }];
  await signUp(page, { at: "/all", tasks });
  const panel = page.getByRole("dialog", { name: "Task 1" });
  const menu = (name: string) => page.getByRole("menu", { name });

  // From a row: its panel opens, and the menu there.
  await page.keyboard.press("j");
  await page.keyboard.press("b");
  await menu("Snooze").getByRole("menuitem", { name: "In 3 hours" }).waitFor();
  await page.keyboard.press("Escape");
  await menu("Snooze").waitFor({ state: "detached" });
  // From the panel, which keeps the focus.
  await panel.locator(":focus").waitFor();
  await page.keyboard.press("r");
  await menu("Add a reminder").getByRole("menuitem", { name: "When it's due" }).click();
  await page.getByText("comes 1 May 2030, 17:00").waitFor();

  const palette = page.getByRole("dialog", { name: "Do or find anything" });
  const offered = async (typed: string) => {
    await page.keyboard.press("ControlOrMeta+k");
    await palette.getByRole("combobox").fill(typed);
    await palette.getByRole("option", { name: `Search for “${typed}”` }).waitFor();
    return palette.getByRole("group", { name: /^(Do|For the)/ }).getByRole("option");
  };
  await (await offered("remind 30 min")).getByText("Remind me: 30 minutes before").click();
  await page.getByText("comes 1 May 2030, 16:30").waitFor();
  await (await offered("snooze hour")).getByText("Snooze: In an hour").click();
  await page.getByText(/^Reminding you /).waitFor();
  await panel.getByText(/^Snoozed until/).waitFor();

  // One that is done has no such thing.
  await page.keyboard.press("x");
  await panel.getByRole("button", { name: "Snooze", exact: true }).waitFor({ state: "detached" });
  await panel.focus();
  await (await offered("complete")).first().waitFor();
  expect(await (await offered("snooze")).count()).toBe(0);
  await page.keyboard.press("Escape");
  await palette.waitFor({ state: "detached" });

  // Nor have several at once.
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  await page.keyboard.press("ControlOrMeta+a");
  await page.getByText("2 selected").waitFor();
  await page.keyboard.press("b");
  await (await offered("schedule")).first().waitFor();
  expect(await (await offered("snooze")).count()).toBe(0);
  expect(await panel.count()).toBe(0);
});
