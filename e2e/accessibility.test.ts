/** Every screen, light and dark, wide and narrow, has no violation that a machine can find; and the story works by keyboard. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectAccessible, openPage, say, signUp, urdu } from "./browser.ts";

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };

/** A task with all that has to do with time; resolves to its number. */
async function addRecurring(page: Page): Promise<number> {
  const response = await page.request.post("/api/tasks", {
    headers: { origin: new URL(page.url()).origin },
    data: {
      title: "Water the plants",
      due_on: "2030-01-01",
      due_time: "17:00",
      recurrence: { rrule: "FREQ=WEEKLY;BYDAY=TU" },
      reminders: [{ minutes_before: 10 }],
    },
  });
  return (await response.json()).number;
}

describe.each([
  { colorScheme: "light" as const, viewport: wide },
  { colorScheme: "dark" as const, viewport: wide },
  { colorScheme: "light" as const, viewport: narrow },
  { colorScheme: "dark" as const, viewport: narrow },
])("$colorScheme at $viewport.width pixels", (options) => {
  test("no screen has a violation", async () => {
    const page = await openPage({ ...options, hasTouch: options.viewport === narrow });
    await page.goto("/sign-in");
    await expectAccessible(page);
    await signUp(page);
    await expectAccessible(page);
    if (options.viewport === narrow) await page.getByRole("link", { name: "Assistant" }).click();
    await say(page, "add milk and eggs to groceries and call mom tomorrow at 5pm");
    await say(page, "delete call mom");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Conversations" }).click();
    await page.getByRole("searchbox", { name: "Search conversations" }).waitFor();
    await expectAccessible(page);
    await page.goto("/all?filter=p1");
    await page.getByRole("combobox", { name: "Filter by conditions" }).waitFor();
    await expectAccessible(page);
    await page.goto("/?task=1");
    await page.getByRole("button", { name: "Show history" }).click();
    await page.getByRole("list", { name: "What happened to this task" }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByRole("dialog", { name: "Do or find anything" }).waitFor();
    await expectAccessible(page);
    await page.goto("/settings");
    await page.getByRole("heading", { name: "Settings" }).waitFor();
    await expectAccessible(page);
    await page.goto(`/all?task=${await addRecurring(page)}`);
    await page.getByRole("list", { name: "Then" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "every week on Tuesday" }).click();
    await page.getByRole("list", { name: "The next dates" }).waitFor();
    await expectAccessible(page);
  });
});

describe.each([
  { colorScheme: "light" as const, viewport: wide },
  { colorScheme: "dark" as const, viewport: narrow },
])("from right to left, $colorScheme at $viewport.width pixels", (options) => {
  test("no screen has a violation", async () => {
    const page = await openPage({ ...options, locale: "ur-PK", hasTouch: options.viewport === narrow });
    await page.goto("/sign-in");
    await expectAccessible(page);
    await signUp(page, "Ada", urdu);
    await expectAccessible(page);
    if (options.viewport === narrow) await page.getByRole("link", { name: "معاون" }).click();
    await say(page, "کل شام 5 بجے امی کو فون کرنا ہے", urdu);
    await say(page, "امی کو فون والا کام مٹا دو", urdu);
    await expectAccessible(page);
    await page.goto("/settings");
    await page.getByRole("heading", { name: "ترتیبات" }).waitFor();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      options.viewport.width,
    );
  });
});

test("on a phone everything stays within the width", async () => {
  const page = await openPage({ viewport: narrow, hasTouch: true });
  await signUp(page);
  await page.getByRole("link", { name: "Assistant" }).click();
  await say(page, "add a very long title that goes on and on without an end in sight to groceries");
  await page.getByRole("link", { name: "Tasks" }).click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("the keyboard alone adds, completes and takes back", async () => {
  const page = await openPage();
  await signUp(page);
  const tasks = page.getByRole("list", { name: "Tasks" });
  await page.locator("body").press("q");
  await page.keyboard.type("water the plants");
  const added = page.waitForResponse((response) => response.request().method() === "POST");
  await page.keyboard.press("Enter");
  await added;
  await tasks.getByText("water the plants").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await tasks.getByText("water the plants").waitFor({ state: "detached" });
  await page.keyboard.press("ControlOrMeta+z");
  await tasks.getByText("water the plants").waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
});
