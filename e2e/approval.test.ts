/** What waits for a yes: shown with every task it would touch, and given for a part. */
import { expect, test } from "vitest";
import { openPage, say, signUp, titles } from "./browser.ts";

test("of five tasks three are ticked, and only they are deleted", async () => {
  const page = await openPage();
  const tasks = ["milk", "eggs", "bread", "butter", "jam"].map((title) => ({ title, list: "groceries" }));
  await signUp(page, { at: "/all", tasks });
  await say(page, "delete all tasks in the groceries list");
  const card = page.getByRole("article", { name: "Waiting for your approval" });
  await card.getByText("Delete 5 tasks?").waitFor();
  for (const title of ["bread", "jam"]) await card.getByRole("checkbox", { name: title }).click();
  // Who looks at the other conversations meanwhile finds the ticks as they were.
  const conversations = page.getByRole("button", { name: "Conversations" });
  await conversations.click();
  await card.waitFor({ state: "detached" });
  await conversations.click();
  await card.getByRole("button", { name: "Delete 3 tasks" }).press("Enter");

  const rows = page.getByRole("list", { name: "Tasks" });
  await rows.getByText("milk", { exact: true }).waitFor({ state: "detached" });
  await expect.poll(async () => (await titles(page)).sort()).toEqual(["bread", "jam"]);
  // The card is gone, and the button with it.
  await page.locator(':focus[role="log"]').waitFor();
});

test("an approval that is left waiting is still there after a reload, and a no leaves everything", async () => {
  const page = await openPage();
  await signUp(page, { at: "/all", tasks: [{ title: "call mom" }] });
  await say(page, "delete call mom");
  await page.reload();
  await page
    .getByRole("article", { name: "Waiting for your approval" })
    .getByRole("button", { name: "Keep it" })
    .click();
  await page.getByRole("log").getByText("I left call mom as it is.").waitFor();
  await page.getByRole("list", { name: "Tasks" }).getByText("call mom").waitFor();
});
