/** Lists with thousands of rows. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage, signUp, titles } from "./browser.ts";

const SLOW_MS = 240_000;

const rowOf = (page: Page, title: string) => page.locator("[data-task]").filter({ hasText: title });

test(
  "of thousands of rows only those in sight are there, each with its place, down to the last",
  async () => {
    const COUNT = 2_000;
    const page = await openPage();
    await signUp(page, {
      tasks: Array.from({ length: COUNT }, (_, index) => ({ title: `task ${index + 1}` })),
    });
    const rows = page.locator("[data-task]");
    await rows.first().waitFor();
    expect(await rows.count()).toBeLessThan(80);
    expect(await rows.first().getAttribute("aria-posinset")).toBe("1");

    const scroller = page.locator("main .scroller").first();

    // Another view begins at its top, and this one is where it was left.
    const top = () => scroller.evaluate((element) => element.scrollTop);
    await expect
      .poll(async () => {
        await scroller.evaluate((element) => element.scrollTo(0, 2_000));
        return top();
      })
      .toBe(2_000);
    await rowOf(page, "task 60").waitFor();
    await page.getByRole("link", { name: "All tasks" }).click();
    await page.getByRole("heading", { name: "All tasks", level: 1 }).waitFor();
    await rowOf(page, "task 1").first().waitFor();
    await expect.poll(top).toBe(0);
    await page.goBack();
    await expect.poll(top).toBe(2_000);

    await expect
      .poll(
        async () => {
          await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight));
          return (await titles(page)).at(-1);
        },
        { timeout: SLOW_MS / 2 },
      )
      .toBe(`task ${COUNT}`);
    expect(await rows.count()).toBeLessThan(80);
    const last = rowOf(page, `task ${COUNT}`);
    expect(await last.getAttribute("aria-posinset")).toBe(String(COUNT));
    expect(await last.getAttribute("aria-setsize")).toBe(String(COUNT));

    // Of what is added out of sight a toast tells.
    await scroller.evaluate((element) => element.scrollTo(0, 0));
    await page.getByLabel("Add a task").fill("one more");
    await page.keyboard.press("Enter");
    await page.getByText("Added “one more” to Inbox.").waitFor();
    await expect
      .poll(async () => {
        await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight));
        return (await titles(page)).at(-1);
      })
      .toBe("one more");

    // Each key goes one up, also beyond the rows that were there.
    await last.locator("[data-opens-task]").focus();
    const place = () => page.locator("[data-task]:focus-within").getAttribute("aria-posinset");
    for (let step = 1; step <= 40; step++) {
      await page.keyboard.press("k");
      await expect.poll(place).toBe(String(COUNT - step));
    }
  },
  SLOW_MS,
);
