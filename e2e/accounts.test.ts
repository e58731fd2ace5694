/** Signing up, in and out, and what goes wrong there. */
import { expect, test } from "vitest";
import { openPage, PASSWORD, refusedWhenSigningOut, signUp } from "./browser.ts";

test("signing out and in again leads back to the same tasks", async () => {
  const page = await openPage({ ignored: [refusedWhenSigningOut], serviceWorkers: "allow" });
  const client = await signUp(page, { tasks: [{ title: "water the plants" }] });
  const { email } = await client.get_profile({});
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Welcome back" }).waitFor();
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("list", { name: "Tasks" }).getByText("water the plants").waitFor();
});

test("whoever isn't signed in is asked to, and comes back to where they wanted to go", async () => {
  const page = await openPage();
  await page.goto("/settings");
  await page.getByRole("heading", { name: "Welcome back" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/sign-in");
});

test("an API key made in the settings opens the API", async () => {
  const page = await openPage();
  await signUp(page, { at: "/settings" });
  await page.getByRole("button", { name: "New key" }).click();
  await page.getByLabel("Name", { exact: true }).fill("script");
  await page.getByRole("button", { name: "Create key" }).click();
  const key = await page.getByRole("textbox", { name: "The new key" }).inputValue();
  const ask = () => fetch(new URL("/api/tasks", page.url()), { headers: { authorization: `Bearer ${key}` } });
  expect((await ask()).status).toBe(200);
});
