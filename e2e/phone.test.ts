/** Each view on a phone: reached by touch, good for what it is there for, and nothing wider than the screen. */
import type { Client } from "@todo/contract/client";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import {
  arrive,
  comesAlive,
  expectAccessible,
  expectNothingSideways,
  openPage,
  phone,
  say,
  signUp,
  titles,
  english as words,
} from "./browser.ts";

const LONG =
  "a very long title that goes on and on without an end in sight, and then a wordthathasnobreaksinitatallandgoesonforeverandever";

const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format(new Date());
const shows = (page: Page, ...expected: string[]) => expect.poll(() => titles(page)).toEqual(expected);

async function add(page: Page, title: string) {
  await page.getByLabel("Add a task").fill(title);
  await page.getByRole("button", { name: "Add", exact: true }).tap();
}

const check = (page: Page, name: string) => page.getByRole("checkbox", { name }).tap();

async function byNavigation(page: Page, name: string) {
  await page.getByRole("button", { name: words["nav.open"] }).tap();
  await page.getByRole("dialog").getByRole("link", { name, exact: true }).tap();
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

/** The browser's own request to close is Back on Android. Here it is Escape, of which the page hears nothing. */
async function back(page: Page) {
  await page.evaluate(() => addEventListener("keydown", (event) => event.stopImmediatePropagation(), true));
  await page.keyboard.press("Escape");
}

interface View {
  name: string;
  /** What is there before. */
  prepare?: (client: Client) => Promise<unknown>;
  /** Its main action, with what it leads to. */
  act: (page: Page) => Promise<void>;
}

const views: View[] = [
  {
    name: "Inbox",
    prepare: (client) => client.add_task({ title: LONG }),
    async act(page) {
      await add(page, "call mom");
      await shows(page, LONG, "call mom");
    },
  },
  {
    name: "Today",
    prepare: (client) =>
      client.add_task({ title: LONG, due_on: today(), due_time: "23:59", priority: "high" }),
    async act(page) {
      await add(page, "call mom");
      await shows(page, "call mom", LONG);
    },
  },
  {
    name: "Upcoming",
    prepare: (client) => client.add_task({ title: LONG, due_on: today(), labels: ["somewhere"] }),
    async act(page) {
      await check(page, `Complete “${LONG}”`);
      await shows(page);
    },
  },
  {
    name: "All tasks",
    prepare: (client) => client.add_task({ title: LONG, list: "A list with a name that is long as well" }),
    async act(page) {
      await page.getByRole("button", { name: LONG }).tap();
      await page.getByRole("dialog").getByLabel("Title", { exact: true }).fill("short");
      await page.getByRole("dialog").getByLabel("Title", { exact: true }).press("Enter");
      await page.getByRole("dialog").getByRole("button", { name: "Close" }).tap();
      await shows(page, "short");
    },
  },
  {
    name: "Groceries",
    prepare: (client) => client.add_task({ title: LONG, list: "Groceries" }),
    async act(page) {
      await add(page, "milk");
      await shows(page, LONG, "milk");
    },
  },
  {
    name: "errands",
    prepare: (client) => client.add_task({ title: LONG, labels: ["errands"] }),
    async act(page) {
      await add(page, "stamps");
      await shows(page, LONG, "stamps");
    },
  },
  {
    name: "Important",
    async prepare(client) {
      await client.add_filter({ name: "Important", query: "p1 | p2" });
      await client.add_tasks({ tasks: [{ title: LONG, priority: "high" }, { title: "another" }] });
    },
    async act(page) {
      await check(page, `Complete “${LONG}”`);
      await shows(page);
    },
  },
  {
    name: "Completed",
    async prepare(client) {
      const { id } = await client.add_task({ title: LONG });
      await client.complete_task({ task_id: id });
    },
    async act(page) {
      await check(page, `Reopen “${LONG}”`);
      await shows(page);
    },
  },
  {
    name: "Trash",
    async prepare(client) {
      const { id } = await client.add_task({ title: LONG });
      await client.delete_task({ task_id: id });
    },
    async act(page) {
      await page.getByRole("button", { name: "Select" }).tap();
      await page.getByRole("checkbox", { name: `Select “${LONG}”` }).tap();
      await page.getByRole("button", { name: "Restore" }).tap();
      await shows(page);
    },
  },
];

async function someone(prepare?: View["prepare"]): Promise<Page> {
  const page = await openPage(phone);
  const client = await arrive(page);
  await prepare?.(client);
  await page.goto("/");
  return page;
}

test.each(views)(
  "$name opens from the navigation and does what it is for",
  async ({ name, prepare, act }) => {
    const page = await someone(prepare);
    await byNavigation(page, name);
    await page.getByRole("heading", { name, level: 1 }).waitFor();
    await page.locator("[data-task]").first().waitFor();
    await expectNothingSideways(page);
    await expectAccessible(page);
    await act(page);
    await expectNothingSideways(page);
  },
);

test("a finger that rests on a row selects it, and lifting it opens nothing", async () => {
  const page = await someone((client) =>
    client.add_tasks({ tasks: [{ title: "milk" }, { title: "bread" }] }),
  );
  const touch = await page.context().newCDPSession(page);
  const finger = (type: "touchStart" | "touchEnd", ...touchPoints: { x: number; y: number }[]) =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints });
  await comesAlive(page);
  const box = await page.locator("[data-task]").first().boundingBox();
  await finger("touchStart", { x: box!.x + 150, y: box!.y + 20 });
  const selected = page.getByRole("region", { name: "For the selected tasks" }).getByText("1 selected");
  await selected.waitFor();
  await finger("touchEnd");
  await page.getByRole("button", { name: "bread", exact: true }).tap();
  await page.getByText("2 selected").waitFor();
  expect(await page.getByRole("dialog").count()).toBe(0);
});

test("a window of 320 pixels shows the whole name of a list", async () => {
  const page = await openPage({ ...phone, viewport: { width: 320, height: 568 } });
  const client = await arrive(page);
  const { list } = await client.add_task({ title: "book a flat", list: "Trip to Lisbon" });
  await page.goto(`/lists/${list?.id}`);
  await page.getByRole("button", { name: "Select" }).waitFor();
  const heading = page.getByRole("heading", { name: "Trip to Lisbon" });
  const cut = await heading.evaluate((title) => [
    title.scrollWidth - title.clientWidth,
    title.scrollHeight - title.clientHeight,
  ]);
  expect(cut).toEqual([0, 0]);
});

test("on a phone that is turned, nothing lies beneath its camera", async () => {
  const camera = 48;
  const page = await openPage({ ...phone, viewport: { width: 844, height: 390 } });
  const browser = await page.context().newCDPSession(page);
  await browser.send("Emulation.setSafeAreaInsetsOverride", { insets: { left: camera, right: camera } });
  await signUp(page, { tasks: [{ title: LONG }] });
  const edges = await page.evaluate(() => {
    const inUse = [...document.querySelectorAll("button, a, input")].filter((one) => one.checkVisibility());
    const boxes = inUse.map((one) => one.getBoundingClientRect()).filter(({ width }) => width > 1);
    return {
      left: Math.min(...boxes.map(({ left }) => left)),
      right: innerWidth - Math.max(...boxes.map(({ right }) => right)),
    };
  });
  expect(edges.left).toBeGreaterThanOrEqual(camera);
  expect(edges.right).toBeGreaterThanOrEqual(camera);
});

test("the tabs lead to the assistant, to search, and back to the tasks", async () => {
  const page = await someone((client) => client.add_task({ title: "call mom" }));
  const tab = (name: string) =>
    page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name });
  await tab("Assistant").tap();
  // What a keyboard leaves of the window.
  await page.setViewportSize({ ...phone.viewport, height: 400 });
  await page.getByLabel(words["composer.label"]).tap();
  await tab("Tasks").waitFor({ state: "hidden" });
  await page.setViewportSize(phone.viewport);
  await tab("Tasks").waitFor();
  await say(page, `add ${LONG} to groceries`);
  await expectNothingSideways(page);

  await tab("Search").tap();
  await page.getByRole("searchbox", { name: "Search tasks" }).fill("mom");
  await shows(page, "call mom");
  await expectNothingSideways(page);

  await tab("Tasks").tap();
  await page.getByRole("heading", { name: "Inbox", level: 1 }).waitFor();
  await shows(page, "call mom");
});

test("the navigation over the tasks has no violation, fits, and is closed by Back", async () => {
  const page = await someone((client) =>
    client.add_task({ title: "milk", list: LONG.slice(0, 60), labels: ["errands"] }),
  );
  await page.getByRole("button", { name: words["nav.open"] }).tap();
  await page.getByRole("dialog").getByRole("link", { name: "Today" }).waitFor();
  await expectAccessible(page);
  await expectNothingSideways(page);
  await back(page);
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

test("the palette and a menu are closed by Back, and the page stays", async () => {
  const page = await someone((client) => client.add_task({ title: "milk", labels: ["errands"] }));
  await page.getByRole("button", { name: words["tabs.actions"] }).tap();
  await page.getByRole("combobox").waitFor();
  await back(page);
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await byNavigation(page, "errands");
  await page.getByRole("button", { name: "More for errands" }).tap();
  await page.getByRole("menu").waitFor();
  await back(page);
  await page.getByRole("menu").waitFor({ state: "detached" });
  await page.getByRole("heading", { name: "errands" }).waitFor();
});
