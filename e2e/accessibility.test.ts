/**
 * Every screen, light and dark, wide and narrow, from left to right and from
 * right to left, has no violation that a machine can find, and fits; also when
 * it is zoomed to twice the size. Each is opened once and then turned round.
 */
import { describe, expect } from "vitest";
import {
  english as englishWords,
  expectAccessible,
  expectNothingSideways,
  phone,
  urdu as urduWords,
  wide,
} from "./browser.ts";
import { testEveryScreen } from "./every-screen.ts";
import { english, urdu } from "./pictures/lives.ts";
import { expectReachable, turnInto } from "./window.ts";

/** What zooming to 200 % makes of the wide window. */
const zoomed = { viewport: { width: wide.viewport.width / 2, height: wide.viewport.height / 2 } };

// Colours mean the same in both directions, so each theme is seen at each width once.
describe.each([
  { direction: "ltr", life: english, words: englishWords, first: wide, light: wide, dark: phone },
  { direction: "rtl", life: urdu, words: urduWords, first: phone, light: phone, dark: wide },
])("$direction, wide and narrow:", ({ direction, life, words, first, light, dark }) => {
  testEveryScreen(life, words, first, async (page, { again, within }) => {
    for (const [theme, width] of [
      ["light", light],
      ["dark", dark],
    ] as const) {
      await turnInto(page, theme, width, again);
      await expectAccessible(page, within);
      await expectNothingSideways(page);
    }
    await turnInto(page, "dark", zoomed, again);
    await expectNothingSideways(page);
    await expectReachable(page);
    expect(await page.locator("html").getAttribute("dir")).toBe(direction);
  });
});
