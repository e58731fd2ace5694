/** The product in Urdu: asked for by the browser or chosen in the settings, written from right to left. */
import type { Page, Route } from "playwright-core";
import { expect, test } from "vitest";
import { openAnother, openPage, register, say, signUp, signUpByHand, urdu } from "./browser.ts";
import { latinWords } from "./latin-words.ts";

const rows = (page: Page) => page.getByRole("list", { name: "کام", exact: true });

const written = (page: Page) =>
  page.evaluate(() => {
    const { lang, dir } = document.documentElement;
    return { lang, dir };
  });

test("who asks for Urdu signs up, adds, talks and chooses in Urdu", async () => {
  const page = await openPage({ locale: "ur-PK" });
  await signUpByHand(page, "Ada", urdu);
  expect(await written(page)).toEqual({ lang: "ur-PK", dir: "rtl" });

  const line = page.getByLabel("کام شامل کریں");
  await line.fill("کل شام 5 بجے امی کو فون کرنا ہے");
  const chips = page.getByRole("list", { name: "یہ سمجھا گیا" });
  await chips.getByText("17:00").waitFor();
  expect(await chips.getByRole("listitem").allTextContents()).toEqual(["کل", "17:00"]);
  await line.press("Enter");
  const row = rows(page).getByRole("listitem").filter({ hasText: "امی کو فون" });
  await row.getByText(/کل.*17:00/).waitFor();

  await say(page, "دودھ اور انڈے شامل کرو", urdu);
  await page.getByRole("log").getByText("میں نے “دودھ” اور “انڈے” شامل کر دیا۔").waitFor();
  await rows(page).getByText("انڈے").waitFor();
  await say(page, "دودھ مٹا دو", urdu);
  const asked = page.getByRole("article", { name: "آپ کی اجازت کا انتظار" });
  await asked.getByText("یہ کام مٹا دیں؟").waitFor();
  await asked.getByRole("button", { name: "کام مٹائیں" }).click();
  await rows(page).getByText("دودھ").waitFor({ state: "detached" });

  await page.getByRole("link", { name: "ترتیبات" }).click();
  await page.getByRole("heading", { name: "ترتیبات" }).waitFor();
  // The first page tells the language of its own accord.
  await expect.poll(() => page.getByRole("radio", { name: "اردو" }).isChecked()).toBe(true);
});

test("a browser tells its language also when the zone is known already", async () => {
  const page = await openPage({ locale: "ur-PK" });
  const client = await register(page);
  await client.update_profile({ time_zone: "Asia/Karachi", unless_known: true });
  await page.goto("/");
  await expect.poll(async () => (await client.get_profile({})).language).toBe("ur");
});

test("the language of the settings goes before the browser's, and turns the page round", async () => {
  const page = await openPage();
  await signUp(page);
  expect(await written(page)).toEqual({ lang: "en-GB", dir: "ltr" });
  const box = (name: string) => page.getByRole("complementary", { name }).boundingBox();
  expect((await box("Navigation"))!.x).toBe(0);

  await page.goto("/settings");
  await page.getByRole("radio", { name: "اردو" }).check({ force: true });
  await page.getByRole("heading", { name: "ترتیبات" }).waitFor();
  await expect.poll(() => written(page)).toEqual({ lang: "ur", dir: "rtl" });
  expect((await box("راستے"))!.x).toBeGreaterThan(1000);

  const another = await openAnother(page);
  await another.goto("/");
  await another.getByRole("heading", { name: "ان باکس" }).waitFor();
});

test("a language that is chosen while the browser still tells its own stays", async () => {
  const page = await openPage();
  const guessed = Promise.withResolvers<Route>();
  await page.route("**/api/profile", async (route) => {
    const { language } = (route.request().postDataJSON() ?? {}) as { language?: string };
    if (language === "en") return guessed.resolve(route);
    if (language !== "ur") return route.continue();
    const response = await route.fetch();
    // What the browser told first arrives last.
    await (await guessed.promise).fetch();
    await route.fulfill({ response });
  });
  await register(page);
  await page.goto("/");
  await guessed.promise;
  await page.goto("/settings");
  await page.getByRole("radio", { name: "اردو" }).check({ force: true });
  await page.getByRole("heading", { name: "ترتیبات" }).waitFor();
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("only the language in use is sent, and its hand only where it is read", async () => {
  const loaded = async (locale: string) => {
    const page = await openPage({ locale });
    const fonts: string[] = [];
    page.on("request", (request) => {
      if (request.resourceType() === "font") fonts.push(request.url());
    });
    await page.goto("/sign-in");
    await page.evaluate(() => document.fonts.ready);
    return { html: await page.content(), fonts: fonts.join(), latin: await latinWords(page) };
  };
  const inEnglish = await loaded("en-GB");
  expect(inEnglish.latin).toContain("Welcome back");
  expect(inEnglish.html).toContain("Welcome back");
  expect(inEnglish.html).not.toContain("خوش آمدید");
  expect(inEnglish.fonts).not.toContain("nastaliq");
  const inUrdu = await loaded("ur");
  expect(inUrdu.latin).toEqual([]);
  expect(inUrdu.html).toContain("خوش آمدید");
  expect(inUrdu.html).not.toContain("Welcome back");
  expect(inUrdu.fonts).toContain("nastaliq");
});
