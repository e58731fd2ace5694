/**
 * A real browser with people in it. Every page is watched: an error in the
 * console, an unhandled rejection or a request to another host fails the test.
 */
import { randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import chromium from "@sparticuz/chromium";
import { type Client, createClient } from "@todo/contract/client";
import type { InputOf } from "@todo/contract/contract";
import { limits } from "@todo/contract/limits";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium as playwright,
} from "playwright-core";
import { expect, inject, onTestFinished } from "vitest";
import { tellWhenFailed } from "./last-sight.ts";
import { arrive as arriveIn, register as registerIn } from "./pictures/settle-in.ts";
import { type Words, wordsOf } from "./words.ts";

export const PASSWORD = "correct horse battery staple";

export const english: Words = wordsOf("en");
export const urdu: Words = wordsOf("ur");

/** Of a wide window, and of a phone. */
export const wide = { viewport: { width: 1440, height: 900 } };
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

const launched = new Map<string, Promise<Browser>>();
const origins = new WeakMap<BrowserContext, string>();

/** One for each set of arguments; it stays for the next who asks, in other files too, and ends with the worker. */
function theBrowser(...args: string[]): Promise<Browser> {
  const known = launched.get(args.join(" "));
  if (known) return known;
  const launching = chromium
    .executablePath()
    .then((executablePath) => playwright.launch({ executablePath, args }));
  launched.set(args.join(" "), launching);
  return launching;
}

export interface BrowserOptions extends BrowserContextOptions {
  /** As somebody sets it who wants larger letters: pixels, instead of the usual 16. */
  fontSize?: number;
}

interface WindowOptions {
  /** What may go wrong: a browser notes every request that failed, also one that a test has made to fail. */
  ignored?: RegExp[] | undefined;
  /** Other origins that the page is led to on purpose. */
  elsewhere?: string[] | undefined;
}

/** A browser of its own, as another person has one. Whoever opens it closes it. */
export async function openBrowser({ fontSize, ...options }: BrowserOptions = {}): Promise<BrowserContext> {
  const { baseURL = inject("productUrl") } = options;
  const browser = await theBrowser(...(fontSize ? [`--blink-settings=defaultFontSize=${fontSize}`] : []));
  const context = await browser.newContext({
    ...wide,
    // At its first visit each browser would keep the whole build, of which most tests see nothing.
    serviceWorkers: "block",
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    ...options,
    baseURL,
  });
  origins.set(context, new URL(baseURL).origin);
  return context;
}

function originOf(context: BrowserContext): string {
  const origin = origins.get(context);
  if (!origin) throw new Error("This browser wasn't opened by openBrowser().");
  return origin;
}

/** A window of a browser of its own. */
export async function openPage({
  ignored,
  elsewhere,
  ...options
}: BrowserOptions & WindowOptions = {}): Promise<Page> {
  const context = await openBrowser(options);
  onTestFinished(() => context.close());
  return openWindow(context, { ignored, elsewhere });
}

/** Another window of the same browser: the same cookies. */
export const openAnother = (page: Page, ignored?: RegExp[]): Promise<Page> =>
  openWindow(page.context(), { ignored });

/** A window in a browser; it goes with the test. */
export async function openWindow(
  context: BrowserContext,
  { ignored = [], elsewhere = [] }: WindowOptions = {},
): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  watch(page, [originOf(context), ...elsewhere], ignored);
  onTestFinished(() => page.close());
  tellWhenFailed(page);
  return page;
}

/** The answer to a change for a version that isn't the newest any more: the page sends it again, or asks. Browsers note it. */
const OLDER_VERSION = /status of 412/;

function watch(page: Page, allowed: string[], ignored: RegExp[]) {
  const troubles: string[] = [];
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && ![OLDER_VERSION, ...ignored].some((one) => one.test(text)))
      troubles.push(`console: ${text}`);
  });
  page.on("pageerror", ({ message }) => {
    if (!ignored.some((one) => one.test(message))) troubles.push(`page: ${message}`);
  });
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && !allowed.includes(origin))
      troubles.push(`another host: ${request.url()}`);
  });
  onTestFinished(() => expect(troubles).toEqual([]));
}

const newAddress = (name: string) => `${name.toLowerCase()}-${randomUUID()}@example.com`;

/** What is just being asked when somebody signs out is refused, and the browser notes it. */
export const refusedWhenSigningOut = /status of 401/;

/** A new account, signed up by hand in the page. */
export async function signUpByHand(page: Page, name = "Ada", words = english): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel(words["field.yourName"]).fill(name);
  await page.getByLabel(words["field.email"]).fill(newAddress(name));
  await page.getByLabel(words["field.password"], { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: words["sign.up"] }).click();
  await page.getByRole("heading", { name: words["view.inbox"] }).waitFor();
}

/** A new account in the page's browser, by the API alone. Its first page is yet to tell zone and language. */
export function register(page: Page): Promise<Client> {
  const context = page.context();
  return registerIn(context, originOf(context), "Ada");
}

/** A new account as after a first visit, by the API alone. Nothing is opened yet. */
export function arrive(page: Page): Promise<Client> {
  const context = page.context();
  return arriveIn(context, originOf(context), { name: "Ada", language: "en" });
}

interface Beginning {
  /** What is opened; the Inbox, unless said. */
  at?: string;
  /** What is there by then. */
  tasks?: InputOf<"add_task">[];
}

/** The same, and a page is open. Answers a client, for what is done past it. */
export async function signUp(page: Page, { at = "/", tasks = [] }: Beginning = {}): Promise<Client> {
  const client = await arrive(page);
  for (let from = 0; from < tasks.length; from += limits.addedAtOnce)
    await client.add_tasks({ tasks: tasks.slice(from, from + limits.addedAtOnce) });
  await page.goto(at);
  return client;
}

/** Calls as another program of the person who is signed in there: past the page and its network. */
export async function clientOf(context: BrowserContext): Promise<Client> {
  const origin = originOf(context);
  const cookies = await context.cookies(origin);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return createClient({ baseUrl: origin, headers: { cookie, origin } });
}

/** Of the tasks in sight, in their order. */
export const titles = (page: Page): Promise<string[]> => page.locator("[data-opens-task]").allTextContents();

/** A weekday that is neither today, tomorrow nor as far off as to be told by its date, whatever day it is now. */
export const inThreeDays = (weekday: "long" | "short"): string =>
  new Intl.DateTimeFormat("en-GB", { weekday, timeZone: "Europe/Berlin" }).format(
    Date.now() + 3 * 86_400_000,
  );

/** Until the page is alive with whatever comes after it: what is chosen by then is known also to a page that is left at once. */
export const comesAlive = (page: Page) =>
  page.waitForFunction(() => !Array.isArray(Reflect.get(window, "earlyInput")));

/** Says something to the assistant and waits until it has answered. */
export async function say(page: Page, sentence: string, words = english): Promise<void> {
  await page.getByLabel(words["composer.label"]).fill(sentence);
  await page.getByRole("button", { name: words["action.send"] }).click();
  await page.getByRole("log").getByText(sentence).last().waitFor();
  await page.getByRole("button", { name: words["action.send"] }).waitFor();
}

const EVERY_RULE = {
  type: "tag" as const,
  values: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
};

/** No violation of WCAG 2.2 A and AA, or of good practice, that can be found by machine: on the page, or in a part of it. */
export async function expectAccessible(page: Page, within = "html") {
  // Bringing axe into the page takes longer than running it, so that is done once a page.
  const isThere = await page.evaluate(() => "axe" in window);
  const { violations } = await new AxeBuilder({ page, ...(isThere && { axeSource: ";" }) })
    .include(within)
    // What it is about is told by its HTML; a selector for each would take as long as some rules.
    .options({ runOnly: EVERY_RULE, resultTypes: ["violations"], selectors: false })
    // Without frames nothing is gained by a window of its own for putting results together.
    .setLegacyMode()
    .analyze();
  const isNone: Record<string, (html: string) => boolean> = {
    // A menu floats above the page and belongs to no region of it.
    region: (html) => html.startsWith("<div data-radix-popper"),
    // A task is opened anywhere on its row: the button spans it by an `::after`, which axe doesn't see.
    "target-size": (html) => html.includes("data-opens-task"),
  };
  const found = violations
    .map(({ id, nodes }) => ({
      id,
      htmls: nodes.map(({ html }) => html).filter((html) => !isNone[id]?.(html)),
    }))
    .filter(({ htmls }) => htmls.length > 0);
  expect(found).toEqual([]);
}

/** Nothing lies beyond the sides of the window, and nothing has to be scrolled sideways. */
export async function expectNothingSideways(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const isShortened = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).textOverflow === "ellipsis" || isShortened(element.parentElement));
    const isSideways = (element: Element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const { overflowX } = getComputedStyle(element);
      const scrolls = /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
      if (isShortened(element)) return false;
      // What is for screen readers alone is a pixel wide.
      return scrolls || (width > 1 && (left < -1 || right > innerWidth + 1));
    };
    return [...document.querySelectorAll("body, body *")]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && isSideways(element))
      .map((element) => element.outerHTML.slice(0, 200));
  });
  expect(beyond).toEqual([]);
  const [wanted, given] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth];
  });
  expect(wanted).toBeLessThanOrEqual(given!);
}
