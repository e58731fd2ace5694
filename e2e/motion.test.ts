/** Who asks for reduced motion sees none, whatever they do. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage, say, signUp } from "./browser.ts";

declare global {
  interface Window {
    /** What was seen to move, frame by frame. */
    moved: Set<string>;
  }
}

/** Looks at each frame for transitions, and for what else moves for longer than one. */
function watchMotion() {
  window.moved = new Set();
  const look = () => {
    for (const animation of document.getAnimations()) {
      const { activeDuration } = animation.effect?.getComputedTiming() ?? {};
      const longest = animation instanceof CSSTransition ? 0 : 20;
      if (animation.playState === "running" && Number(activeDuration) > longest)
        window.moved.add(
          animation.effect instanceof KeyframeEffect ? `${animation.effect.target?.className}` : "",
        );
    }
    requestAnimationFrame(look);
  };
  look();
}

/** Adds, completes, opens, talks and goes elsewhere, with all that comes up meanwhile. */
async function aDay(page: Page): Promise<string[]> {
  await page.addInitScript(watchMotion);
  await signUp(page, { tasks: [{ title: "call mom" }] });
  await page.getByLabel("Add a task").fill("water the plants tomorrow");
  await page.keyboard.press("Enter");
  const tasks = page.getByRole("list", { name: "Tasks" });
  await tasks.getByText("water the plants").hover();
  await page.getByRole("checkbox", { name: "Complete “water the plants”" }).click();
  await tasks.getByText("water the plants").waitFor({ state: "detached" });
  await tasks.getByText("call mom").click();
  const title = page.getByRole("dialog").getByLabel("Title", { exact: true });
  await title.waitFor();
  await page.keyboard.press("Escape");
  await title.waitFor({ state: "detached" });
  await page.keyboard.press("ControlOrMeta+k");
  const palette = page.getByRole("dialog", { name: "Do or find anything" });
  await palette.getByRole("combobox").waitFor();
  await page.keyboard.press("Escape");
  await palette.waitFor({ state: "detached" });
  await say(page, "add milk");
  await tasks.getByText("milk").waitFor();
  await page.getByRole("link", { name: "Today" }).click();
  await page.getByRole("heading", { name: "Today", level: 1 }).waitFor();
  await page.emulateMedia({ colorScheme: "dark" });
  await page.evaluate(() => new Promise(requestAnimationFrame));
  return page.evaluate(() => [...window.moved]);
}

test("with reduced motion nothing moves", async () => {
  expect(await aDay(await openPage({ reducedMotion: "reduce" }))).toEqual([]);
});

test("without it, what moves is seen by this test", async () => {
  expect(await aDay(await openPage())).not.toEqual([]);
});
