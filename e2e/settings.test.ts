/** Settings of this browser, and the model: what it used and whether it answers. */
import type { Locator } from "playwright-core";
import { expect, inject, test } from "vitest";
import {
  arrive,
  comesAlive,
  expectAccessible,
  openPage,
  PASSWORD,
  refusedWhenSigningOut,
  signUp,
} from "./browser.ts";

/** A new row is drawn anew when the server has answered. */
async function heightOf(row: Locator): Promise<number> {
  let height = 0;
  await expect
    .poll(async () => {
      height = (await row.boundingBox())?.height ?? 0;
      return height;
    })
    .toBeGreaterThan(0);
  return height;
}

test("rows stand closer together once that is chosen, from the server's first page on", async () => {
  const page = await openPage();
  await signUp(page, { tasks: [{ title: "water the plants" }] });
  const row = page.getByRole("list", { name: "Tasks" }).getByRole("listitem").first();
  const wide = await heightOf(row);
  await page.goto("/settings");
  await page.getByRole("radio", { name: "Compact" }).check();
  await page.locator("html[data-density=compact]").waitFor({ state: "attached" });

  await page.goto("/");
  expect(await heightOf(row)).toBeLessThan(wide);
  expect(await (await page.request.get("/")).text()).toContain('data-density="compact"');
});

test("the model says what it used and that it answers", async () => {
  const page = await openPage();
  const client = await arrive(page);
  await client.chat({ message: "add milk" });
  await page.goto("/settings");
  await page.getByText("The built-in interpreter answers.").waitFor();
  const today = page.getByRole("row", { name: /^Today/ });
  await expect.poll(() => today.getByRole("cell").allTextContents()).toEqual(["1", "0", "0"]);

  await page.getByRole("button", { name: "Test it" }).click();
  await page.getByText(/It answered in \d+ ms\./).waitFor();
});

test("another browser is signed out from here", async () => {
  const page = await openPage();
  const client = await arrive(page);
  const { email } = await client.get_profile({});
  const other = await openPage({ ignored: [refusedWhenSigningOut] });
  await other.goto("/sign-in");
  await other.getByLabel("Email").fill(email);
  await other.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await other.getByRole("button", { name: "Sign in" }).click();
  await other.getByRole("heading", { name: "Inbox" }).waitFor();

  await page.goto("/settings");
  const sessions = page.getByRole("list", { name: "Where you are signed in" });
  await sessions.getByText("this one").waitFor();
  await sessions.getByRole("button", { name: /^Sign out / }).click();
  await sessions.getByRole("button", { name: "Sign it out" }).click();
  await expect.poll(() => sessions.getByRole("listitem").count()).toBe(1);

  await other.goto("/");
  await other.getByRole("heading", { name: "Welcome back" }).waitFor();
});

test("the name and the password are changed here, and every other browser is signed out", async () => {
  const page = await openPage({ ignored: [/status of 400/] });
  const client = await arrive(page);
  const { email } = await client.get_profile({});
  const signIn = (password: string) =>
    fetch(`${inject("productUrl")}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password }),
    });
  await signIn(PASSWORD);

  await page.goto("/settings");
  await page.getByText(email).waitFor();
  await page.getByLabel("Your name").fill("Ada Lovelace");
  await page.keyboard.press("Enter");
  await page.getByText("Saved.").waitFor();
  const sessions = page.getByRole("list", { name: "Where you are signed in" });
  await expect.poll(() => sessions.getByRole("listitem").count()).toBe(2);

  await page.getByRole("button", { name: "Change password" }).click();
  const sheet = page.getByRole("dialog", { name: "Change password" });
  await sheet.getByLabel("Current password").fill("not my password");
  await sheet.getByLabel("New password").fill("short");
  await sheet.getByRole("button", { name: "Change password" }).click();
  await sheet.getByText("Use at least 8 characters.").waitFor();
  await sheet.getByLabel("New password").fill("another battery staple");
  await sheet.getByRole("button", { name: "Change password" }).click();
  await sheet.getByText("That isn't your current password.").waitFor();
  await expectAccessible(page);
  await sheet.getByLabel("Current password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByText("every other browser is signed out").waitFor();
  await expect.poll(() => sessions.getByRole("listitem").count()).toBe(1);
  expect((await signIn(PASSWORD)).status).toBe(401);
  expect((await signIn("another battery staple")).status).toBe(200);

  await page.reload();
  await expect.poll(() => page.getByLabel("Your name").inputValue()).toBe("Ada Lovelace");
});

test("the assistant keeps the width that it was given", async () => {
  const page = await openPage();
  await signUp(page);
  await comesAlive(page);
  const divider = page.getByRole("separator", { name: "Width of the assistant" });
  await divider.focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => divider.getAttribute("aria-valuenow")).toBe("460");

  await page.reload();
  const box = await page.getByRole("region", { name: "Assistant" }).boundingBox();
  expect(box!.width).toBeCloseTo(460, -1);
});
