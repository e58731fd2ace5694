/** Enlarged to twice the size, by the browser's zoom or by the size of its text, every screen fits and everything can be reached. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectNothingSideways, wide, english as words } from "./browser.ts";
import { testEveryScreen } from "./every-screen.ts";
import { english } from "./pictures/lives.ts";

/** Whatever can be used can be brought into the window. */
async function expectReachable(page: Page) {
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

describe.each([
  // What zooming to 200 % makes of a window of 1440 × 900.
  { how: "zoom", options: { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 } },
  { how: "larger text", options: { ...wide, fontSize: 32 } },
])("by $how:", ({ options }) => {
  testEveryScreen(english, words, options, async (page) => {
    await expectNothingSideways(page);
    await expectReachable(page);
  });
});
