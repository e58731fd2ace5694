/**
 * npm run screenshots: every screen of the built product, wide and narrow,
 * light and dark, in English and Urdu, as pictures in the folder
 * `screenshots/`. `npm run screenshots -- today chat` takes those alone.
 */
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { type BrowserContextOptions, type Page, chromium as playwright } from "playwright-core";
import { newApp } from "../app-that-asks.ts";
import { startProduct } from "../product.ts";
import { above, inDialog, onlyPictured, press } from "../what-opens.ts";
import { wordsOf } from "../words.ts";
import { english, type Life, urdu } from "./lives.ts";
import { screens as below, type Person, type Screen } from "./screens.ts";
import { arrive, settleIn, thisMorning } from "./settle-in.ts";

const folder = join(import.meta.dirname, "..", "..", "screenshots");
const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };
/** For what is loaded after the page, and for what fades in. */
const SETTLED_MS = 600;

const manners = (life: Life): BrowserContextOptions => ({
  locale: life.locale,
  timezoneId: "Europe/Berlin",
  reducedMotion: "reduce",
  deviceScaleFactor: 2,
});

const screens = [...below, ...above, ...onlyPictured];
const wanted = process.argv.slice(2);
const chosen = screens.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (chosen.length < wanted.length)
  throw new Error(`The screens are ${screens.map(({ name }) => name).join(", ")}.`);

const product = await startProduct();
const browser = await playwright.launch({ executablePath: await chromium.executablePath() });
try {
  if (wanted.length === 0) await rm(folder, { recursive: true, force: true });
  for (const life of [english, urdu]) await takeAll(life);
} finally {
  await browser.close();
  await product.stop();
}

interface People extends Person {
  cookies: Record<Screen["as"], NonNullable<BrowserContextOptions["storageState"]>>;
}

async function takeAll(life: Life) {
  const people = await comeToLive(life);
  for (const viewport of [wide, narrow])
    for (const colorScheme of ["light", "dark"] as const) {
      const set = `${life.locale}-${viewport.width}-${colorScheme}`;
      await mkdir(join(folder, set), { recursive: true });
      const options = { viewport, colorScheme, hasTouch: viewport === narrow };
      for (const screen of chosen) {
        const file = join(folder, set, `${screen.name}.png`);
        await takePictures(screen, people, options, file).catch((error: unknown) => {
          throw new Error(`No picture of ${screen.name} in ${set}.`, { cause: error });
        });
      }
      console.log(`screenshots/${set}: ${chosen.length}`);
    }
}

async function comeToLive(life: Life): Promise<People> {
  const [settled, newcomer] = [
    await browser.newContext(manners(life)),
    await browser.newContext(manners(life)),
  ];
  await arrive(newcomer, product.url, life);
  const { client, ...places } = await settleIn(settled, product.url, life);
  const { address } = await newApp(product.url, "Calendar bridge");
  const cookies = {
    settled: await settled.storageState(),
    newcomer: await newcomer.storageState(),
    nobody: { cookies: [], origins: [] },
  };
  await Promise.all([settled.close(), newcomer.close()]);
  const words = wordsOf(life.language);
  return { cookies, life, words, client, places: { ...places, consent: address } };
}

/** One, or one of each sheet that opens there. */
async function takePictures(
  { path, as, act, sheets, long }: Screen,
  people: People,
  options: BrowserContextOptions,
  file: string,
) {
  const storageState = people.cookies[as];
  const context = await browser.newContext({ ...manners(people.life), ...options, storageState });
  try {
    await context.clock.setFixedTime(thisMorning());
    const page = await context.newPage();
    const response = await page.goto(`${product.url}${path(people.places)}`);
    if (!response || response.status() >= 500) throw new Error(`It was answered ${response?.status()}.`);
    await page.waitForTimeout(SETTLED_MS);
    await act?.(page, people);
    if (!sheets) return await takePicture(page, file, long);
    for (const [index, name] of sheets(people.words).entries()) {
      await press(page, name);
      await inDialog(page, name);
      await takePicture(page, file.replace(/(?=\.png$)/, `-${index + 1}`), long);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog", { name }).waitFor({ state: "detached" });
    }
  } finally {
    await context.close();
  }
}

async function takePicture(page: Page, file: string, long: true | undefined) {
  await page.waitForTimeout(SETTLED_MS);
  if (long) {
    const { width, height } = page.viewportSize()!;
    const main = page.getByRole("main").locator(".scroller").first();
    const hidden = await main.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
    await page.setViewportSize({ width, height: height + hidden });
  }
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(SETTLED_MS);
  await page.screenshot({ path: file, animations: "disabled", caret: "hide" });
}
