/** Every screen there is, for tests that hold for all of them: what is photographed, and what opens above it, in any language. */
import type { Client } from "@todo/contract/client";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { newApp } from "./app-that-asks.ts";
import { type BrowserOptions, clientOf, openBrowser, openWindow, paste, type Words } from "./browser.ts";
import type { Life } from "./pictures/lives.ts";
import { type Screen as Photographed, type Places, screens } from "./pictures/screens.ts";
import { arrive, settleIn } from "./pictures/settle-in.ts";

/** Whoever looks at the screens, each in a browser of their own. */
interface People {
  browsers: Record<Photographed["as"], BrowserContext>;
  places: Places & { recurring: number };
  life: Life;
  words: Words;
  /** Calls as the person with a life. */
  client: Client;
}

interface Screen {
  name: string;
  as: Photographed["as"];
  path: (places: People["places"]) => string;
  act?: (page: Page, people: People) => Promise<void>;
  /** The browser has to note that something failed. */
  ignored?: RegExp[];
}

async function peopleWith(life: Life, words: Words, options: BrowserOptions): Promise<People> {
  const baseUrl = inject("productUrl");
  const manners = { locale: life.locale, reducedMotion: "reduce" as const, ...options };
  const [settled, newcomer, nobody] = [
    await openBrowser(manners),
    await openBrowser(manners),
    await openBrowser(manners),
  ];
  await arrive(newcomer, baseUrl, life);
  const places = await settleIn(settled, baseUrl, life);
  const recurring = 1 + life.tasks.findIndex(({ recurrence }) => recurrence);
  const { address } = await newApp(baseUrl, "Calendar bridge");
  return {
    browsers: { settled, newcomer, nobody },
    places: { ...places, recurring, consent: address },
    life,
    words,
    client: await clientOf(settled),
  };
}

const inDialog = (page: Page, name: string) => page.getByRole("dialog", { name }).waitFor();

/** What is written into or clicked on before React knows of it would be lost. */
async function alive(place: Locator): Promise<Locator> {
  const isKnown = () =>
    place.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__reactProps")));
  await expect.poll(isKnown).toBe(true);
  return place;
}

const press = async (page: Page, name: string) =>
  (await alive(page.getByRole("button", { name, exact: true }).first())).click();

const menu = (
  name: string,
  path: Screen["path"],
  open: (page: Page, people: People) => Promise<void>,
): Screen => ({
  name,
  as: "settled",
  path,
  async act(page, people) {
    await open(page, people);
    await page.getByRole("menu").waitFor();
  },
});

const above: Screen[] = [
  {
    name: "history of a task",
    as: "settled",
    path: ({ list, task }) => `${list}?task=${task}`,
    async act(page, { words }) {
      await press(page, words["history.show"]);
      await page.getByRole("list", { name: words["history.title"] }).waitFor();
    },
  },
  {
    name: "recurrence sheet",
    as: "settled",
    path: ({ recurring }) => `/all?task=${recurring}`,
    async act(page, { words }) {
      await page.getByRole("list", { name: words["repeat.following"] }).waitFor();
      await page.locator(`[aria-description="${words["repeat.change"]}"]`).click();
      await page.getByRole("list", { name: words["repeat.preview"] }).waitFor();
    },
  },
  {
    name: "scope sheet",
    as: "settled",
    path: ({ recurring }) => `/all?task=${recurring}`,
    async act(page, { words }) {
      const title = page.getByRole("dialog").getByLabel(words["field.title"], { exact: true });
      await title.fill("…");
      await title.press("Enter");
      await inDialog(page, words["which.title"]);
    },
  },
  {
    name: "conflict sheet",
    as: "settled",
    path: ({ task }) => `/all?task=${task}`,
    async act(page, { words, client, places }) {
      const title = page.getByRole("dialog").getByLabel(words["field.title"], { exact: true });
      await title.fill("…");
      const { tasks } = await client.list_tasks({ status: "all" });
      const theirs = tasks.find(({ number }) => number === places.task)!;
      await client.update_task({ task_id: theirs.id, title: `${theirs.title}.` });
      await title.press("Enter");
      await inDialog(page, words["conflict.title"]);
    },
  },
  {
    name: "paste sheet",
    as: "settled",
    path: () => "/",
    async act(page, { words }) {
      const line = page.getByLabel(words["quickAdd.label"], { exact: true });
      await line.fill("");
      await paste(line, "one\ntwo\nthree");
      await inDialog(page, words["paste.title"]);
    },
  },
  {
    name: "conversations",
    as: "settled",
    path: () => "/?pane=assistant",
    async act(page, { words }) {
      await press(page, words["conversations.title"]);
      await page.getByRole("searchbox", { name: words["conversations.search"] }).waitFor();
    },
  },
  {
    name: "filter with a mistake",
    as: "settled",
    path: () => "/all?filter=p1",
    async act(page, { words }) {
      const field = await alive(page.getByRole("combobox", { name: words["filter.query"] }));
      await field.fill("(p1");
      await field.press("Escape");
      await field.press("Enter");
      await page.locator("[data-filter][aria-invalid=true]").waitFor();
    },
  },
  {
    name: "question before the trash is emptied",
    as: "settled",
    path: () => "/trash",
    async act(page, { words }) {
      await press(page, words["trash.empty"]);
      await inDialog(page, words["trash.purgeAllTitle"]);
    },
  },
  {
    name: "question before the account is deleted",
    as: "settled",
    path: () => "/settings",
    async act(page, { words }) {
      await press(page, words["data.delete"]);
      await inDialog(page, words["data.deleteTitle"]);
    },
  },
  {
    name: "sign-up with mistakes",
    as: "nobody",
    path: () => "/sign-up",
    async act(page, { words }) {
      await page.getByLabel(words["field.yourName"]).fill("Ada");
      await press(page, words["sign.up"]);
      await page.getByText(words["sign.notAnAddress"]).waitFor();
    },
  },
  {
    name: "without a network",
    as: "settled",
    path: () => "/",
    ignored: [/Failed to load resource/, /ERR_INTERNET_DISCONNECTED/, /Failed to fetch/],
    async act(page, { words }) {
      const line = page.getByLabel(words["quickAdd.label"], { exact: true });
      await line.fill("…");
      await page.context().setOffline(true);
      await line.press("Enter");
      await page.getByRole("status").filter({ hasText: /\S/ }).first().waitFor();
    },
  },
  menu(
    "menu of a list",
    ({ list }) => list,
    async (page, { words }) => {
      // The catalogue has the name's place in the sentence.
      const button = page.getByRole("button", { name: words["list.more"].replace("{name}", "").trim() });
      await (await alive(button.first())).click();
    },
  ),
  menu(
    "menu for what is selected",
    ({ list }) => list,
    async (page, { words }) => {
      await page.locator("[data-task]").first().waitFor();
      await page.locator("body").press("ControlOrMeta+a");
      await press(page, words["select.priority"]);
    },
  ),
];

const everyScreen: Screen[] = [
  ...screens.map(({ act, ...screen }) => ({
    ...screen,
    ...(screen.name === "nothing-there" && { ignored: [/status of 404/] }),
    ...(act && { act: (page: Page, { life }: People) => act(page, life) }),
  })),
  ...above,
];

/** A test for each screen: what `look` expects of it, in browsers that are all opened alike. */
export function testEveryScreen(
  life: Life,
  words: Words,
  options: BrowserOptions,
  look: (page: Page) => Promise<void>,
) {
  let people: People;
  beforeAll(async () => {
    people = await peopleWith(life, words, options);
  });
  afterEach(() => people.browsers.settled.setOffline(false));
  afterAll(async () => {
    for (const browser of Object.values(people.browsers)) await browser.close();
  });

  test.each(everyScreen)("$name", async ({ as, path, act, ignored }) => {
    const page = await openWindow(people.browsers[as], { ignored });
    await page.goto(path(people.places));
    await act?.(page, people);
    await look(page);
  });
}
