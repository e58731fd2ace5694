/** A window turned round while something is open in it, and whether everything in it can be reached. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { wide } from "./browser.ts";

/** Another theme, and another size of the window. What closes by it is opened `again`. */
export async function turnInto(
  page: Page,
  colorScheme: "dark" | "light",
  { viewport }: typeof wide,
  again: () => Promise<void>,
): Promise<void> {
  const opened = page.locator("[role=dialog], [role=menu]");
  const before = await opened.count();
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme });
  const hasTurned = () =>
    page.evaluate(async (wanted) => {
      // Rows are measured anew, and put in their places with the next frame.
      for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
      const isTheme = matchMedia(`(prefers-color-scheme: ${wanted})`).matches;
      return isTheme && document.fonts.status === "loaded" && document.getAnimations().length === 0;
    }, colorScheme);
  await expect.poll(hasTurned).toBe(true);
  if ((await opened.count()) !== before) await again();
  expect(await opened.count()).toBe(before);
}

/** Whatever can be used can be brought into the window. */
export async function expectReachable(page: Page): Promise<void> {
  const unreachable = await page.evaluate(async () => {
    const isThere = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest("[aria-hidden=true], [inert]") &&
      element.getBoundingClientRect().width > 1;
    const isReached = (element: Element) => {
      element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      return x >= 0 && x <= innerWidth && y >= 0 && y <= innerHeight;
    };
    const nextFrame = () => new Promise(requestAnimationFrame);
    const used = document.querySelectorAll(
      "a[href], button, input, textarea, select, [role=option], [role^=menuitem]",
    );
    const beyond: string[] = [];
    for (const element of used) {
      if (!isThere(element) || isReached(element)) continue;
      // What floats follows its place a moment after that was scrolled.
      await nextFrame();
      await nextFrame();
      if (!isReached(element)) beyond.push(element.outerHTML.slice(0, 200));
    }
    return beyond;
  });
  expect(unreachable).toEqual([]);
}
