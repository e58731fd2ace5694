/**
 * A real browser with people in it. Every page is watched: an error in the
 * console, an unhandled rejection or a request to another host fails the test.
 */
import { randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from "playwright-core";
import { afterAll, expect, inject, onTestFinished } from "vitest";

export const PASSWORD = "correct horse battery staple";

/** What the pages call what every test needs. */
const english = {
  yourName: "Your name",
  email: "Email",
  password: "Password",
  signUp: "Sign up",
  inbox: "Inbox",
  message: "Message to the assistant",
  send: "Send",
};

export const urdu: typeof english = {
  yourName: "آپ کا نام",
  email: "ای میل",
  password: "پاس ورڈ",
  signUp: "اکاؤنٹ بنائیں",
  inbox: "ان باکس",
  message: "معاون کے نام پیغام",
  send: "بھیجیں",
};

let browser: Promise<Browser> | undefined;

async function theBrowser() {
  browser ??= (async () => playwright.launch({ executablePath: await chromium.executablePath() }))();
  return browser;
}

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

interface PageOptions extends BrowserContextOptions {
  /** What the console may say: a browser notes every request that failed, also one that a test has made to fail. */
  ignored?: RegExp[];
  /** Other origins that the page is led to on purpose. */
  elsewhere?: string[];
}

/** A window of its own, as of another person's browser. */
export async function openPage({ ignored, elsewhere, ...options }: PageOptions = {}): Promise<Page> {
  const { baseURL = inject("productUrl") } = options;
  const context = await (await theBrowser()).newContext({
    baseURL,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  watch(page, [baseURL, ...(elsewhere ?? [])], ignored);
  onTestFinished(() => context.close());
  return page;
}

/** Another window of the same browser: the same cookies. */
export async function openAnother(page: Page, ignored?: RegExp[]): Promise<Page> {
  const another = await page.context().newPage();
  another.setDefaultTimeout(30_000);
  watch(another, [new URL(page.url()).origin], ignored);
  return another;
}

function watch(page: Page, origins: string[], ignored: RegExp[] = []) {
  const troubles: string[] = [];
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && !ignored.some((one) => one.test(text)))
      troubles.push(`console: ${text}`);
  });
  page.on("pageerror", (error) => troubles.push(`page: ${error.message}`));
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && !origins.includes(origin))
      troubles.push(`another host: ${request.url()}`);
  });
  onTestFinished(() => expect(troubles).toEqual([]));
}

/** A new account, signed up by hand in the page. */
export async function signUp(page: Page, name = "Ada", words = english): Promise<{ email: string }> {
  const email = `${name.toLowerCase()}-${randomUUID()}@example.com`;
  await page.goto("/sign-up");
  await page.getByLabel(words.yourName).fill(name);
  await page.getByLabel(words.email).fill(email);
  await page.getByLabel(words.password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: words.signUp }).click();
  await page.getByRole("heading", { name: words.inbox }).waitFor();
  return { email };
}

/** Says something to the assistant and waits until it has answered. */
export async function say(page: Page, sentence: string, words = english): Promise<void> {
  await page.getByLabel(words.message).fill(sentence);
  await page.getByRole("button", { name: words.send }).click();
  await page.getByRole("log").getByText(sentence).last().waitFor();
  await page.getByRole("button", { name: words.send }).waitFor();
}

/** No violation of WCAG 2.2 A and AA that can be found by machine. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
