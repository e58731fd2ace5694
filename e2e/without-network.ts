/** A window that keeps what it needs without a network, how the network goes and comes, and what the server has heard of. */
import type { Page } from "playwright-core";
import { expect, inject } from "vitest";
import { openPage, signUp } from "./browser.ts";

/** A browser notes every request that had no network, and every refusal. */
export const ignored = [/Failed to load resource/, /ERR_INTERNET_DISCONNECTED/, /Failed to fetch/];

export const tasksOf = (page: Page) => page.getByRole("main");
export const task = (page: Page, title: string) =>
  tasksOf(page).getByRole("button", { name: title, exact: true });
export const line = (page: Page, words: string | RegExp) => page.getByRole("status").getByText(words);

export async function add(page: Page, title: string) {
  await page.getByLabel("Add a task").fill(title);
  await page.keyboard.press("Enter");
  await task(page, title).waitFor();
}

export const soon = { timeout: 30_000, interval: 100 };
export const isPageKept = (page: Page) => page.evaluate(async () => (await caches.match("/")) !== undefined);
export const stored = (page: Page, key: string) => page.evaluate((name) => readStore(name), key);

/** Until this browser has kept the page, and each of these words among what it keeps. */
export async function kept(page: Page, ...words: string[]) {
  await expect.poll(() => isPageKept(page), soon).toBe(true);
  for (const word of words)
    await expect
      .poll(async () => JSON.stringify((await stored(page, "cache")) ?? null), soon)
      .toContain(word);
}

/** In every page: a value of what is kept in IndexedDB. */
declare const readStore: (key: string) => Promise<unknown>;
function defineReadStore() {
  const read = (key: string) =>
    new Promise((resolve) => {
      const opening = indexedDB.open("todo-offline");
      // The database is the app's to make.
      opening.onupgradeneeded = () => opening.transaction?.abort();
      opening.onerror = () => resolve(undefined);
      opening.onsuccess = () => {
        const reading = opening.result.transaction("kept").objectStore("kept").get(key);
        reading.onsuccess = () => {
          opening.result.close();
          resolve(reading.result);
        };
      };
    });
  Reflect.set(globalThis, "readStore", read);
}

export async function open(): Promise<Page> {
  const page = await openPage({ ignored, serviceWorkers: "allow" });
  await page.context().addInitScript(defineReadStore);
  return page;
}

/** Signed in, with these tasks, all of it kept. */
export async function withTasks(...titles: string[]): Promise<Page> {
  const page = await open();
  await signUp(page, { tasks: titles.map((title) => ({ title })) });
  await kept(page, ...titles);
  return page;
}

/** Past the browser's network, as another program of the same person would. */
export async function call(
  page: Page,
  method: "GET" | "PATCH" | "DELETE" | "POST",
  path: string,
  data?: object,
) {
  const response = await page.context().request.fetch(`${inject("productUrl")}/api${path}`, {
    method,
    headers: { origin: inject("productUrl") },
    ...(data && { data }),
  });
  expect([method, path, response.status()]).toEqual([method, path, 200]);
  return response.json();
}

export const titlesOnServer = async (page: Page, query = "status=pending"): Promise<string[]> => {
  const { tasks } = await call(page, "GET", `/tasks?${query}`);
  return tasks.map(({ title }: { title: string }) => title).sort();
};

export const offline = (page: Page) => page.context().setOffline(true);
export const online = (page: Page) => page.context().setOffline(false);

/** Until nothing waits any more. */
export const sent = (page: Page) => expect.poll(() => stored(page, "queue"), soon).toEqual([]);
