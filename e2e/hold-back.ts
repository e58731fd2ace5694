/** A network on which some requests are slower than others. */
import type { Page } from "playwright-core";

/** Requests that match wait until they are let go. */
export async function holdBack(page: Page, method: string, path: RegExp) {
  const free = Promise.withResolvers<void>();
  await page.route(path, async (route) => {
    if (route.request().method() === method) await free.promise;
    await route.continue();
  });
  return { letGo: () => free.resolve() };
}
