/** What opens above the screens: sheets, menus, and states that somebody must bring about; in any language. */
import type { Locator, Page } from "playwright-core";
import { paste } from "./paste.ts";
import type { Person, Screen } from "./pictures/screens.ts";
import type { Words } from "./words.ts";

export const inDialog = (page: Page, name: string) => page.getByRole("dialog", { name }).waitFor();

/** What is written into or clicked on before React knows of it would be lost. */
async function alive(place: Locator): Promise<Locator> {
  const isKnown = (element: Element) => Object.keys(element).some((key) => key.startsWith("__reactProps"));
  // Another element may have taken its place meanwhile.
  while (!(await place.evaluate(isKnown)))
    await place.page().evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  return place;
}

export const press = async (page: Page, name: string) =>
  (await alive(page.getByRole("button", { name, exact: true }).first())).click();

async function openListMenu(page: Page, words: Words) {
  // The catalogue has the name's place in the sentence.
  const button = page.getByRole("button", { name: words["list.more"].replace("{name}", "").trim() });
  await (await alive(button.first())).click();
}

async function selectAll(page: Page) {
  await page.locator("[data-task]").first().waitFor();
  await page.locator("body").press("ControlOrMeta+a");
}

const menu = (
  name: string,
  path: Screen["path"],
  open: (page: Page, person: Person) => Promise<void>,
): Screen => ({
  name,
  as: "settled",
  path,
  async act(page, person) {
    await open(page, person);
    await page.getByRole("menu").waitFor();
  },
});

export const above: Screen[] = [
  {
    name: "history-of-a-task",
    as: "settled",
    path: ({ list, task }) => `${list}?task=${task}`,
    async act(page, { words }) {
      await press(page, words["history.show"]);
      await page.getByRole("list", { name: words["history.title"] }).waitFor();
    },
  },
  {
    name: "recurrence-sheet",
    as: "settled",
    path: ({ recurring }) => `/all?task=${recurring}`,
    async act(page, { words }) {
      await page.getByRole("list", { name: words["repeat.following"] }).waitFor();
      await page.locator(`[aria-description="${words["repeat.change"]}"]`).click();
      await page.getByRole("list", { name: words["repeat.preview"] }).waitFor();
    },
  },
  {
    name: "scope-sheet",
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
    name: "conflict-sheet",
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
    name: "paste-sheet",
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
      await press(page, words["command.conversations"]);
      await page.getByRole("searchbox", { name: words["conversations.search"] }).waitFor();
    },
  },
  {
    name: "filter-with-a-mistake",
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
    name: "question-before-the-trash-is-emptied",
    as: "settled",
    path: () => "/trash",
    async act(page, { words }) {
      await press(page, words["trash.empty"]);
      await inDialog(page, words["trash.purgeAllTitle"]);
    },
  },
  {
    name: "question-before-the-account-is-deleted",
    as: "settled",
    path: () => "/settings",
    async act(page, { words }) {
      await press(page, words["data.delete"]);
      await inDialog(page, words["data.deleteTitle"]);
    },
  },
  {
    name: "sheets-of-the-settings",
    as: "settled",
    path: () => "/settings",
    sheets: (words) => [
      words["password.change"],
      words["keys.new"],
      words["channels.addWebhook"],
      words["feeds.new"],
      words["feeds.import"],
    ],
  },
  {
    name: "sheet-for-a-name",
    as: "settled",
    path: ({ list }) => list,
    async act(page, { words }) {
      await openListMenu(page, words);
      await page.getByRole("menuitem", { name: words["list.rename"] }).click();
      await inDialog(page, words["list.rename"]);
    },
  },
  {
    name: "sheet-for-a-day",
    as: "settled",
    path: ({ list }) => list,
    async act(page, { words }) {
      await selectAll(page);
      await press(page, words["select.schedule"]);
      await page.getByRole("menuitem", { name: words["schedule.choose"] }).click();
      await inDialog(page, words["select.schedule"]);
    },
  },
  {
    name: "sign-up-with-mistakes",
    as: "nobody",
    path: () => "/sign-up",
    async act(page, { words }) {
      await page.getByLabel(words["field.yourName"]).fill("Ada");
      await press(page, words["sign.up"]);
      await page.getByText(words["sign.notAnAddress"]).waitFor();
    },
  },
  {
    name: "without-a-network",
    as: "settled",
    path: () => "/",
    ignored: [/Failed to load resource/, /ERR_INTERNET_DISCONNECTED/, /Failed to fetch/],
    async act(page, { words }) {
      const line = page.getByLabel(words["quickAdd.label"], { exact: true });
      await line.fill("…");
      // What the line needs is there by then.
      await page.waitForFunction(async () => (await caches.match("/")) !== undefined);
      await page.context().setOffline(true);
      await line.press("Enter");
      await page.getByRole("status").filter({ hasText: /\S/, visible: true }).first().waitFor();
    },
  },
  {
    name: "approval-in-part",
    as: "settled",
    path: () => "/?pane=assistant",
    async act(page, { words }) {
      const ticks = page.getByRole("article", { name: words["approval.label"] }).getByRole("checkbox");
      await page.getByRole("article", { name: words["approval.label"] }).first().waitFor();
      if ((await ticks.count()) > 1) await (await alive(ticks.nth(1))).uncheck();
    },
  },
  {
    name: "palette-with-values",
    as: "settled",
    path: ({ list }) => list,
    async act(page, { words }) {
      await page.locator("[data-opens-task]").first().focus();
      await page.locator("body").press("ControlOrMeta+k");
      await page.getByRole("dialog").getByRole("combobox").fill(words["field.priority"]);
      await page.getByRole("option").nth(1).waitFor();
    },
  },
  menu(
    "menu-of-a-list",
    ({ list }) => list,
    (page, { words }) => openListMenu(page, words),
  ),
  menu(
    "menu-for-what-is-selected",
    ({ list }) => list,
    async (page, { words }) => {
      await selectAll(page);
      await press(page, words["select.priority"]);
    },
  ),
];

/** A menu goes where its button goes, and whoever brings all else into a small window scrolls that away. */
export const onlyPictured: Screen[] = [
  menu(
    "menu-to-snooze",
    ({ list, task }) => `${list}?task=${task}`,
    (page, { words }) => press(page, words["reminder.snooze"]),
  ),
];
