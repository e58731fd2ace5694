/** Other programs' calendars: an address that they read, and a file of theirs. */
import { expect, test } from "vitest";
import { openPage, signUp } from "./browser.ts";

test("a calendar's address is shown once, and revoked", async () => {
  const page = await openPage();
  await signUp(page, { at: "/settings" });
  await page.getByRole("button", { name: "New address" }).click();
  await page.getByRole("button", { name: "Make address" }).click();
  const address = await page.getByLabel("The new address").inputValue();
  expect(
    (await page.request.get(new URL(address).pathname + new URL(address).search)).headers(),
  ).toMatchObject({
    "content-type": expect.stringContaining("text/calendar"),
  });
  expect(await page.getByRole("link", { name: "Open in my calendar" }).getAttribute("href")).toMatch(
    /^webcal/,
  );
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Revoke Todo" }).click();
  await page.getByRole("button", { name: "Revoke address" }).click();
  await page.getByText("No calendar reads your tasks.").waitFor();
});

test("a calendar file becomes tasks, and what couldn't be taken is named", async () => {
  const page = await openPage();
  await signUp(page, { at: "/settings" });
  await page.getByRole("button", { name: "Import a calendar file" }).click();
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//e2e",
    "BEGIN:VTODO",
    "UID:1",
    "SUMMARY:Buy soil",
    "END:VTODO",
  ];
  const buffer = Buffer.from([...lines, "END:VCALENDAR", ""].join("\r\n"));
  await page
    .getByLabel("Calendar file (.ics)")
    .setInputFiles({ name: "a.ics", mimeType: "text/calendar", buffer });
  await page.getByRole("dialog").getByRole("button", { name: "Import a calendar file" }).click();
  await page.getByText("Imported 1 task.").waitFor();
});
