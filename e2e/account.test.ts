/** Whom a person lets in, what they take with them, and how they go. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { newApp, REDIRECT } from "./app-that-asks.ts";
import { expectAccessible, openPage, PASSWORD, refusedWhenSigningOut, signUp } from "./browser.ts";

/** Where the page is sent after an answer; nobody listens there, so the request is stopped. */
async function leadsTo(page: Page, answer: string): Promise<URL> {
  await page.route(`${REDIRECT}**`, (route) => route.fulfill({ body: "Back in the app." }));
  await page.getByRole("button", { name: answer, exact: true }).click();
  await page.getByText("Back in the app.").waitFor();
  return new URL(page.url());
}

const listTools = (token: string) =>
  fetch(`${inject("productUrl")}/mcp`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: {} }),
  });

test("an app asks, the person signs in and connects it, and later disconnects it", async () => {
  const { clientId, verifier, address } = await newApp(inject("productUrl"));
  const page = await openPage({ elsewhere: ["http://127.0.0.1:8149"], ignored: [refusedWhenSigningOut] });
  const client = await signUp(page, { at: "/settings" });
  const { email } = await client.get_profile({});
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Welcome back" }).waitFor();

  await page.goto(address);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: /Test app/ }).waitFor();
  await page.getByText(email).waitFor();
  await expectAccessible(page);
  const back = await leadsTo(page, "Connect");
  expect(back.searchParams.get("state")).toBe("a state");

  const response = await fetch(`${inject("productUrl")}/api/auth/oauth2/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: clientId,
      code: back.searchParams.get("code") ?? "",
      code_verifier: verifier,
      redirect_uri: REDIRECT,
    }),
  });
  const { access_token }: { access_token: string } = await response.json();
  expect((await listTools(access_token)).status).toBe(200);

  await page.goto("/settings");
  await page.getByRole("button", { name: "Disconnect Test app" }).click();
  await page.getByRole("button", { name: "Disconnect app" }).click();
  await page.getByText("No app is connected.").waitFor();
  expect((await listTools(access_token)).status).toBe(401);
});

test("an app that is refused is told so, and isn't connected", async () => {
  const { address } = await newApp(inject("productUrl"));
  const page = await openPage({ elsewhere: ["http://127.0.0.1:8149"] });
  await signUp(page, { at: address });
  const back = await leadsTo(page, "Don’t connect");
  expect(back.searchParams.get("error")).toBe("access_denied");
  await page.goto("/settings");
  await page.getByText("No app is connected.").waitFor();
});

test("the page says so when nobody asks for anything", async () => {
  const page = await openPage();
  await signUp(page, { at: "/consent?client_id=nobody" });
  await page.getByRole("heading", { name: "This app can't be connected" }).waitFor();
});

test("a person takes their data along, and then deletes the account", async () => {
  const page = await openPage({ ignored: [/status of 403/], serviceWorkers: "allow" });
  const client = await signUp(page, { at: "/settings", tasks: [{ title: "water the plants" }] });
  const { email } = await client.get_profile({});

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download everything" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^todo-.*\.json$/);
  const data: unknown = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(JSON.stringify(data)).toContain("water the plants");

  await page.getByRole("button", { name: "Delete account" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("Password", { exact: true }).fill("not my password");
  await sheet.getByRole("button", { name: "Delete everything" }).click();
  await sheet.getByRole("alert").waitFor();
  await expectAccessible(page);
  await sheet.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await sheet.getByRole("button", { name: "Delete everything" }).click();
  await page.getByRole("heading", { name: "Create your account" }).waitFor();

  const again = await fetch(`${inject("productUrl")}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  expect(again.status).toBe(401);
});

test("the settings tell who signed in, when, and from where", async () => {
  const page = await openPage();
  await signUp(page, { at: "/settings" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await page.getByRole("list", { name: "Sign-ins" }).getByText("Signed up").waitFor();
  await expectAccessible(page);
});
