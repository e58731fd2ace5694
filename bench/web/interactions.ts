/** One person with a list of very many tasks: what typing, scrolling, checking and going elsewhere cost in the browser. */
import type { CDPSession, Page } from "playwright-core";
import { median, percentile, rounded } from "../statistics.ts";
import { painted, type Work, workOf } from "./main-thread.ts";

const TYPED = "send the slides to Fatima tomorrow 3pm p2";
const WHEEL_PX = 600;
const CHECKS = 10;
const ROUNDS = 10;

export interface InteractionRow {
  what: string;
  times: number;
  /** Of the main thread, for each key, turn of the wheel or check. */
  workP50Ms: number;
  workP95Ms: number;
  /** The longest task of the main thread in any of them. */
  longestMs: number;
}

export async function measureInteractions(page: Page, list: string): Promise<InteractionRow[]> {
  const session = await page.context().newCDPSession(page);
  await page.goto(list);
  const rows = page.locator("[data-task]");
  await rows.first().waitFor();
  await page.locator("body").press("q");
  // The first key also fetches what understands the words.
  await page.keyboard.type("a");
  await page.keyboard.press("Backspace");
  await settled(page);

  const typing = await each(page, session, [...TYPED], (key) =>
    page.keyboard.press(key === " " ? "Space" : key),
  );
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");

  const box = (await rows.first().boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 3);
  const turns = Array.from({ length: CHECKS }, () => WHEEL_PX);
  const scrolling = await each(page, session, turns, async (pixels) => {
    await page.mouse.wheel(0, pixels);
    await painted(page);
    await painted(page);
  });
  await page
    .locator("main .scroller")
    .first()
    .evaluate((element) => element.scrollTo(0, 0));
  await settled(page);

  const titles = await page.locator("[data-opens-task]").allTextContents();
  const check = async (title: string) => {
    const saved = page.waitForResponse((response) => response.url().endsWith("/complete"));
    await rows
      .filter({ has: page.getByText(title, { exact: true }) })
      .getByRole("checkbox")
      .click();
    return { saved };
  };
  const checking: Work[] = [];
  for (const title of titles.slice(0, CHECKS)) {
    let answer: Awaited<ReturnType<typeof check>> | undefined;
    const act = async () => {
      answer = await check(title);
    };
    checking.push(await workOf(page, session, act));
    await answer?.saved;
    await settled(page);
  }
  const saving = await each(page, session, titles.slice(CHECKS, 2 * CHECKS), async (title) => {
    await (await check(title)).saved;
  });
  return [
    rowOf("a key in quick add", typing),
    rowOf(`scrolling by ${WHEEL_PX} pixels`, scrolling),
    rowOf("checking a task", checking),
    rowOf("checking a task, until it is saved", saving),
  ];
}

async function each<Item>(
  page: Page,
  session: CDPSession,
  items: Item[],
  act: (item: Item) => Promise<unknown>,
) {
  const works: Work[] = [];
  for (const item of items) works.push(await workOf(page, session, () => act(item)));
  return works;
}

function rowOf(what: string, works: Work[]): InteractionRow {
  const totals = works.map(({ totalMs }) => totalMs);
  return {
    what,
    times: works.length,
    workP50Ms: rounded(median(totals), 1),
    workP95Ms: rounded(percentile(totals, 95), 1),
    longestMs: rounded(Math.max(...works.map(({ longestMs }) => longestMs)), 1),
  };
}

const settled = (page: Page) =>
  page.evaluate(() => new Promise<void>((done) => requestIdleCallback(() => done(), { timeout: 5_000 })));

export interface RouteRow {
  to: string;
  p50Ms: number;
  p95Ms: number;
}

/** From the click on a link of the navigation until the other view is painted; each view was looked at before. */
export async function measureRoutes(page: Page, paths: string[]): Promise<RouteRow[]> {
  const times = new Map<string, number[]>(paths.map((path) => [path, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const path of paths) {
      const time = await timeTo(page, path);
      // The first round is the look before.
      if (round > 0) times.get(path)!.push(time);
    }
  }
  return [...times].map(([to, all]) => ({
    to,
    p50Ms: rounded(median(all), 1),
    p95Ms: rounded(percentile(all, 95), 1),
  }));
}

async function timeTo(page: Page, path: string): Promise<number> {
  await settled(page);
  return page.evaluate(async (href) => {
    const link = document.querySelector<HTMLElement>(`aside a[href="${href}"]`);
    if (!link) throw new Error(`There is no link to ${href}.`);
    const column = document.querySelector("main")!;
    const before = column.querySelector("h1, h2")?.textContent;
    const startedAt = performance.now();
    const changed = new Promise<void>((done) => {
      new MutationObserver((_, observer) => {
        if (location.pathname !== href || column.querySelector("h1, h2")?.textContent === before) return;
        observer.disconnect();
        done();
      }).observe(column, { subtree: true, childList: true, characterData: true });
    });
    link.click();
    await changed;
    await new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - startedAt;
  }, path);
}

/** The sum of what moved without being asked to, from the first paint on (CLS). */
export async function layoutShiftOf(page: Page, path: string): Promise<number> {
  await page.goto(path);
  await page.evaluate(() => document.fonts.ready);
  await settled(page);
  await page.waitForTimeout(500);
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        let shift = 0;
        const observer = new PerformanceObserver((found) => {
          for (const entry of found.getEntries())
            if ("value" in entry && typeof entry.value === "number") shift += entry.value;
        });
        observer.observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(shift), 100);
      }),
  );
}
