/** What a screen reader tells: each thing once, and the focus is never nowhere. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage, phone, say, signUp, english as words } from "./browser.ts";

/** In the page: what came into the conversation, each time that it came. */
declare const heard: string[];
function listen() {
  const heard: string[] = [];
  Reflect.set(globalThis, "heard", heard);
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records)
      if (target instanceof Element && target.closest("[role=log]"))
        heard.push(...[...addedNodes].map(({ textContent }) => textContent ?? ""));
  }).observe(document, { subtree: true, childList: true });
}

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent);

const check = (page: Page, title: string) => page.getByRole("checkbox", { name: `Complete “${title}”` });

test("an added task is heard, and what goes leaves the focus to what is next to it, or where it came from", async () => {
  const page = await openPage(phone);
  await signUp(page, { tasks: [{ title: "call mom" }, { title: "pay the rent" }] });
  await page.getByLabel(words["quickAdd.label"]).fill("water the plants");
  await page.keyboard.press("Enter");
  const notifications = page.getByRole("region", { name: words["toast.region"] });
  await notifications.getByText("Added “water the plants”.").waitFor();

  await check(page, "pay the rent").tap();
  await expect.poll(() => focused(page)).toBe("water the plants");
  await notifications.getByRole("button", { name: "Undo" }).press("Enter");
  await check(page, "pay the rent").waitFor();
  await expect.poll(() => focused(page)).toBe("water the plants");

  await check(page, "water the plants").press("Space");
  await expect.poll(() => focused(page)).toBe("pay the rent");
  await check(page, "pay the rent").press("Space");
  await expect.poll(() => focused(page)).toBe("call mom");
  await check(page, "call mom").tap();
  await expect.poll(() => focused(page)).toBe(words["view.inbox"]);
});

test("what was said is heard once, and whoever answers a card stays in the conversation", async () => {
  const page = await openPage(phone);
  await page.addInitScript(listen);
  await signUp(page, { at: "/?pane=assistant", tasks: [{ title: "buy milk" }] });
  await say(page, "add call mom");
  await say(page, "delete buy milk");
  const asked = page.getByRole("article", { name: "Waiting for your approval" });
  await asked.waitFor();
  const said = await page.evaluate(() => heard.filter((text) => text.includes("delete buy milk")));
  expect(said).toHaveLength(1);

  await asked.getByRole("button", { name: "Keep it" }).tap();
  await asked.waitFor({ state: "detached" });
  await expect.poll(() => focused(page)).toBe(words["assistant.log"]);
});

test("what is wrong with a sign-in is heard once: with the field that gets the focus, or by itself where it has that", async () => {
  const page = await openPage({ ignored: [/status of 401/] });
  await page.goto("/sign-in");
  const password = page.getByLabel("Password", { exact: true });
  await page.getByLabel("Email").fill("nobody@example.com");
  await password.fill("not the password");
  /** What is told when the field gets the focus, and what is told by itself. */
  const told = (said: string) =>
    page.evaluate((words) => {
      const { activeElement } = document;
      const described = activeElement?.getAttribute("aria-describedby") ?? "";
      return {
        focused: activeElement?.getAttribute("name"),
        withField: document.getElementById(described)?.textContent?.trim() === words,
        alerts: [...document.querySelectorAll("[role=alert]")].filter(
          ({ textContent }) => textContent?.trim() === words,
        ).length,
      };
    }, said);

  const wrong = "That address and password don't belong together.";
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText(wrong).waitFor();
  expect(await told(wrong)).toEqual({ focused: "password", withField: true, alerts: 0 });

  await password.press("Enter");
  await expect.poll(() => told(wrong)).toEqual({ focused: "password", withField: true, alerts: 1 });

  const none = "Enter an email address, like ada@example.com.";
  await page.getByLabel("Email").fill("");
  await password.press("Enter");
  await page.getByText(none).waitFor();
  expect(await told(none)).toEqual({ focused: "email", withField: true, alerts: 0 });
});
