/** Where the system has the colours to itself, what is told by them alone is still told. */
import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { openPage, phone, signUp, english as words } from "./browser.ts";

const forced = { forcedColors: "active" as const, colorScheme: "dark" as const };

const style = (place: Locator, property: string) =>
  place.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

test("where the keyboard is stands in an outline", async () => {
  const page = await openPage(forced);
  await signUp(page, { tasks: [{ title: "call mom" }] });
  const outlines: Record<string, string> = {};
  for (const label of [words["quickAdd.label"], words["composer.label"]]) {
    const field = page.getByLabel(label);
    await field.focus();
    outlines[label] = await style(field, "outline-style");
  }
  expect(new Set(Object.values(outlines))).toEqual(new Set(["solid"]));
});

test("what is chosen is told from the rest", async () => {
  const page = await openPage({ ...forced, ...phone });
  await signUp(page, { at: "/settings" });
  const theme = (name: string) => page.locator("label").filter({ hasText: name });
  expect(await style(theme("System"), "background-color")).not.toBe(
    await style(theme("Light"), "background-color"),
  );
  await page.goto("/");
  const tab = (name: string) => page.getByRole("link", { name });
  expect(await style(tab("Tasks"), "background-color")).not.toBe(
    await style(tab("Search"), "background-color"),
  );
});

test("a button that is a fill has an edge, and so has what floats", async () => {
  const page = await openPage({ ...forced, ...phone });
  await signUp(page);
  await page.getByRole("button", { name: words["nav.open"] }).tap();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("link", { name: words["view.today"] }).waitFor();
  expect(await style(sheet, "border-inline-end-style")).toBe("solid");
  await page.context().clearCookies();
  await page.goto("/sign-in");
  expect(await style(page.getByRole("button", { name: words["sign.in"] }), "border-top-style")).toBe("solid");
});
