/** Every screen, light and dark, from left to right and from right to left, has no violation that a machine can find, and fits. */
import { describe, expect } from "vitest";
import {
  english as englishWords,
  expectAccessibleInBothThemes,
  expectNothingSideways,
  phone,
  urdu as urduWords,
  wide,
} from "./browser.ts";
import { testEveryScreen } from "./every-screen.ts";
import { english, urdu } from "./pictures/lives.ts";

describe.each([
  { direction: "ltr", life: english, words: englishWords, options: wide },
  { direction: "rtl", life: urdu, words: urduWords, options: phone },
])("$direction at $options.viewport.width pixels, in both themes:", ({ direction, life, words, options }) => {
  testEveryScreen(life, words, options, async (page) => {
    await expectAccessibleInBothThemes(page);
    await expectNothingSideways(page);
    expect(await page.locator("html").getAttribute("dir")).toBe(direction);
  });
});
