/** Every screen there is, for tests that hold for all of them: what is photographed, and what opens above it, in any language. */
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, inject, test } from "vitest";
import { newApp } from "./app-that-asks.ts";
import { type BrowserOptions, openBrowser, openWindow } from "./browser.ts";
import type { Life } from "./pictures/lives.ts";
import { type Person, type Screen, screens } from "./pictures/screens.ts";
import { arrive, settleIn } from "./pictures/settle-in.ts";
import { above, inDialog, press } from "./what-opens.ts";
import type { Words } from "./words.ts";

/** Whoever looks at the screens, each in a browser of their own. */
interface People extends Person {
  browsers: Record<Screen["as"], BrowserContext>;
}

async function peopleWith(life: Life, words: Words, options: BrowserOptions): Promise<People> {
  const baseUrl = inject("productUrl");
  const manners = {
    locale: life.locale,
    reducedMotion: "reduce" as const,
    // Without a network the worker brings the parts that are looked at.
    serviceWorkers: "allow" as const,
    ...options,
  };
  const [settled, newcomer, nobody] = [
    await openBrowser(manners),
    await openBrowser(manners),
    await openBrowser(manners),
  ];
  await arrive(newcomer, baseUrl, life);
  const { client, ...places } = await settleIn(settled, baseUrl, life);
  const { address } = await newApp(baseUrl, "Calendar bridge");
  return {
    browsers: { settled, newcomer, nobody },
    places: { ...places, consent: address },
    life,
    words,
    client,
  };
}

const everyScreen = [...screens, ...above];

interface Shown {
  /** Leads there once more. */
  again: () => Promise<void>;
  /** The part of the page that it is; the rest is a screen of its own. */
  within?: string;
}

/** What is expected of a screen. */
export type Look = (page: Page, shown: Shown, people: People) => Promise<void>;

/** A test for each screen: what `look` expects of it, in browsers that are all opened alike. */
export function testEveryScreen(life: Life, words: Words, options: BrowserOptions, look: Look) {
  let people: People;
  beforeAll(async () => {
    people = await peopleWith(life, words, options);
  });
  afterEach(() => people.browsers.settled.setOffline(false));
  afterAll(async () => {
    for (const browser of Object.values(people.browsers)) await browser.close();
  });

  test.each(everyScreen)("$name", async ({ as, path, act, sheets, ignored }) => {
    const page = await openWindow(people.browsers[as], { ignored });
    const go = async () => {
      await page.goto(path(people.places));
      await act?.(page, people);
    };
    await go();
    if (!sheets) return look(page, { again: go }, people);
    for (const name of sheets(words)) {
      const open = async () => {
        await press(page, name);
        await inDialog(page, name);
      };
      await open();
      await look(page, { again: open, within: "[role=dialog]" }, people);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog", { name }).waitFor({ state: "detached" });
    }
  });
}
