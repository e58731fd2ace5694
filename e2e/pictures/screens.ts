/** Every screen of the product: where it is, and what is done there by keys before the picture, the same in every language. */
import type { Client } from "@todo/contract/client";
import type { Page } from "playwright-core";
import type { Words } from "../words.ts";
import type { Life } from "./lives.ts";

/** Addresses of one person's own things. */
export interface Places {
  list: string;
  label: string;
  filter: string;
  /** Number of a task with sub-tasks. */
  task: number;
  /** Number of a task that comes back. */
  recurring: number;
  consent: string;
}

/** Whose screens they are. */
export interface Person {
  places: Places;
  life: Life;
  words: Words;
  /** Calls as the person with a life. */
  client: Client;
}

export interface Screen {
  name: string;
  path: (places: Places) => string;
  /** Who looks: somebody with a life of tasks, somebody who has just come, or nobody who is signed in. */
  as: "settled" | "newcomer" | "nobody";
  act?: (page: Page, person: Person) => Promise<void>;
  /** What opens from there, by buttons that are called as it is. Each is looked at, instead of what lies below. */
  sheets?: (words: Words) => string[];
  /** It is longer than a window, and its picture as long as it is. */
  long?: true;
  /** The browser has to note that something failed. */
  ignored?: RegExp[];
}

const settled = (name: string, path: Screen["path"], act?: Screen["act"]): Screen => ({
  name,
  path,
  as: "settled",
  ...(act && { act }),
});

/** Keys count before the page is alive too; what they open comes then. */
const openByKeys = (keys: string) => async (page: Page) => {
  await page.locator("body").press(keys);
  await page.getByRole("dialog").locator("button, input").first().waitFor();
};

export const screens: Screen[] = [
  { name: "sign-in", path: () => "/sign-in", as: "nobody" },
  { name: "sign-up", path: () => "/sign-up", as: "nobody" },
  settled("inbox", () => "/"),
  settled("today", () => "/today"),
  settled("upcoming", () => "/upcoming"),
  settled("all", () => "/all"),
  settled("list", ({ list }) => list),
  settled("label", ({ label }) => label),
  settled("filter", ({ filter }) => filter),
  settled(
    "search",
    () => "/search",
    async (page, { life: { searched } }) => {
      await page.locator("[data-search]").fill(searched);
      await page.locator("[data-task]").first().waitFor();
    },
  ),
  settled("completed", () => "/completed"),
  settled("trash", () => "/trash"),
  settled(
    "task-panel",
    ({ list, task }) => `${list}?task=${task}`,
    (page) => page.getByRole("dialog").locator("textarea").first().waitFor(),
  ),
  settled(
    "quick-add",
    () => "/today",
    async (page, { life: { typed } }) => {
      await page.locator("body").press("q");
      await page.keyboard.type(typed);
    },
  ),
  settled(
    "selected",
    ({ list }) => list,
    async (page) => {
      const rows = page.locator("[data-opens-task]");
      for (const index of [0, 1]) await rows.nth(index).click({ modifiers: ["ControlOrMeta"] });
    },
  ),
  settled("chat", () => "/?pane=assistant"),
  settled("palette", () => "/today", openByKeys("ControlOrMeta+k")),
  settled("help", () => "/today", openByKeys("?")),
  { ...settled("settings", () => "/settings"), long: true },
  settled("consent", ({ consent }) => consent),
  { ...settled("nothing-there", () => "/nothing/there/is"), ignored: [/status of 404/] },
  {
    ...settled("gone", () => "/filters/00000000-0000-7000-8000-000000000000"),
    ignored: [/status of 404/],
  },
  { name: "newcomer", path: () => "/", as: "newcomer" },
  { name: "newcomer-chat", path: () => "/?pane=assistant", as: "newcomer" },
  { name: "newcomer-today", path: () => "/today", as: "newcomer" },
  { name: "newcomer-trash", path: () => "/trash", as: "newcomer" },
];
