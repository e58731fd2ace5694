/** Tasks by hand: add, check, edit, find, delete; each can be undone. */
import { expect, test } from "vitest";
import { openPage, signUp } from "./browser.ts";
import { holdBack } from "./hold-back.ts";

async function addByHand(page: Awaited<ReturnType<typeof openPage>>, title: string) {
  await page.getByLabel("Add a task").fill(title);
  await page.keyboard.press("Enter");
  await page.getByRole("list", { name: "Tasks" }).getByText(title, { exact: true }).waitFor();
}

test("a task is added, checked, brought back by Undo, edited and deleted", async () => {
  const page = await openPage();
  await signUp(page);
  const tasks = page.getByRole("list", { name: "Tasks" });
  await addByHand(page, "water the plants");
  await addByHand(page, "buy soil");

  await page.getByRole("checkbox", { name: /water the plants/ }).click();
  await tasks.getByText("water the plants").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).last().click();
  await tasks.getByText("water the plants").waitFor();

  await tasks.getByText("buy soil").click();
  const panel = page.getByRole("dialog");
  await panel.getByLabel("Title").fill("buy potting soil");
  await panel.getByLabel("Title").press("Enter");
  await tasks.getByText("buy potting soil").waitFor();
  await panel.getByRole("button", { name: "Delete task" }).click();
  await tasks.getByText("buy potting soil").waitFor({ state: "detached" });

  await page.keyboard.press("ControlOrMeta+z");
  await tasks.getByText("buy potting soil").waitFor();
});

test("the key takes back the latest change, also one that is still on its way", async () => {
  const page = await openPage();
  await signUp(page);
  const tasks = page.getByRole("list", { name: "Tasks" });
  await addByHand(page, "buy soil");
  const change = await holdBack(page, "PATCH", /\/api\/tasks\//);
  await tasks.getByText("buy soil").click();
  const panel = page.getByRole("dialog");
  await panel.getByLabel("Title").fill("buy potting soil");
  await panel.getByLabel("Title").press("Enter");
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });

  await page.keyboard.press("ControlOrMeta+z");
  change.letGo();
  await page.getByText(/^Undone: Changed/).waitFor();
  await tasks.getByText("buy soil", { exact: true }).waitFor();
});

test("search finds a task in spite of a typing error", async () => {
  const page = await openPage();
  await signUp(page, { at: "/search", tasks: [{ title: "buy groceries" }, { title: "call mom" }] });
  await page.getByRole("searchbox", { name: "Search tasks" }).fill("grocries");
  await page.getByRole("list", { name: "Tasks" }).getByText("buy groceries").waitFor();
  expect(await page.getByRole("list", { name: "Tasks" }).getByText("call mom").count()).toBe(0);
});

test("what was added is there after a reload, from the server's first page", async () => {
  const page = await openPage();
  await signUp(page);
  await addByHand(page, "water the plants");
  const html = await (await page.request.get("/")).text();
  expect(html).toContain("water the plants");
});

test("a list is renamed and deleted from its menu, and comes back by Undo", async () => {
  const page = await openPage();
  await signUp(page);
  await page.getByRole("button", { name: "New list" }).click();
  await page.getByRole("textbox", { name: "List name" }).fill("Groceries");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Groceries" }).click();

  await page.getByRole("button", { name: "More for Groceries" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Food");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Food" }).waitFor();

  await page.getByRole("button", { name: "More for Food" }).click();
  await page.getByRole("menuitem", { name: "Delete list" }).click();
  await page.getByRole("link", { name: "Food" }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).last().click();
  await page.getByRole("link", { name: "Food" }).waitFor();
});
