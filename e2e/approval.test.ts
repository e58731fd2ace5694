/** What waits for a yes: shown with every task it would touch, and given for a part. */
import { expect, test } from "vitest";
import { openPage, say, signUp } from "./browser.ts";

test("of five tasks three are ticked, and only they are deleted", async () => {
  const page = await openPage();
  await signUp(page);
  await page.getByRole("link", { name: "All tasks" }).click();
  await say(page, "add milk, eggs, bread, butter and jam to groceries");
  await say(page, "delete all tasks in the groceries list");
  const card = page.getByRole("article", { name: "Waiting for your approval" });
  await card.getByText("Delete 5 tasks?").waitFor();
  for (const title of ["bread", "jam"]) await card.getByRole("checkbox", { name: title }).click();
  await card.getByRole("button", { name: "Delete 3 tasks" }).click();

  const tasks = page.getByRole("list", { name: "Tasks" });
  await tasks.getByText("milk", { exact: true }).waitFor({ state: "detached" });
  expect(
    (await tasks.getByRole("listitem").allInnerTexts()).map((text) => text.split("\n")[0]).sort(),
  ).toEqual(["bread", "jam"]);
});

test("an approval that is left waiting is still there after a reload, and a no leaves everything", async () => {
  const page = await openPage();
  await signUp(page);
  await page.getByRole("link", { name: "All tasks" }).click();
  await say(page, "add call mom");
  await say(page, "delete call mom");
  await page.reload();
  await page
    .getByRole("article", { name: "Waiting for your approval" })
    .getByRole("button", { name: "Keep it" })
    .click();
  await page.getByRole("log").getByText("I left call mom as it is.").waitFor();
  await page.getByRole("list", { name: "Tasks" }).getByText("call mom").waitFor();
});
