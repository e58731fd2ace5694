/** The main job, end to end: sign up, say what to do, see it done, take it back. */
import { expect, test } from "vitest";
import { clientOf, inThreeDays, openPage, say, signUpByHand } from "./browser.ts";

test("a person signs up, says what to do, sees it done, and takes it back", async () => {
  const page = await openPage({ serviceWorkers: "allow" });
  await signUpByHand(page);
  const tasks = page.getByRole("list", { name: "Tasks" });
  const log = page.getByRole("log");

  await page.getByRole("link", { name: "All tasks" }).click();
  await say(page, "add milk and eggs to groceries and call mom tomorrow at 5pm");
  for (const title of ["milk", "eggs", "call mom"]) await tasks.getByText(title, { exact: true }).waitFor();
  await page
    .getByRole("link", { name: /^groceries/i })
    .first()
    .waitFor();
  await tasks.getByText("tomorrow 17:00").waitFor();

  await say(page, "mark the milk as done");
  await tasks.getByText("milk", { exact: true }).waitFor({ state: "detached" });

  await say(page, `move call mom to ${inThreeDays("long")}`);
  await tasks.getByText(`${inThreeDays("short")} 17:00`).waitFor();

  await say(page, "delete call mom");
  const approval = log.getByRole("article", { name: "Waiting for your approval" });
  await approval.getByRole("button", { name: "Delete task" }).click();
  await tasks.getByText("call mom", { exact: true }).waitFor({ state: "detached" });

  await say(page, "undo that");
  await tasks.getByText("call mom", { exact: true }).waitFor();
  expect(await tasks.getByRole("listitem").count()).toBe(2);

  // What the browser knows of the person, its first page has told.
  const client = await clientOf(page.context());
  await expect
    .poll(() => client.get_profile({}))
    .toMatchObject({ time_zone: "Europe/Berlin", language: "en", language_known: true });
});
