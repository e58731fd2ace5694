/**
 * Every screen, light and dark, wide and narrow, has no violation that a
 * machine can find, and fits; also when it is zoomed to twice the size. Each is
 * opened once and then turned round.
 */
import { expect } from "vitest";
import { expectAccessible, expectNothingSideways, type phone, wide } from "./browser.ts";
import type { Look } from "./every-screen.ts";
import { expectReachable, turnInto } from "./window.ts";

/** What zooming to 200 % makes of the wide window. */
const zoomed = { viewport: { width: wide.viewport.width / 2, height: wide.viewport.height / 2 } };

interface Corners {
  direction: "ltr" | "rtl";
  /** Colours mean the same in both directions, so each theme is seen at each width once. */
  light: typeof wide | typeof phone;
  dark: typeof wide | typeof phone;
}

/** Of a screen that was opened at the width of the light theme. */
export const expectAccessibleInCorners =
  ({ direction, light, dark }: Corners): Look =>
  async (page, { again, within }) => {
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
  };
