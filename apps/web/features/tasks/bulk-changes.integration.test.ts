import { expect, test } from "vitest";
import { openWindow, whole } from "../../testing/window.ts";
import { takeBack } from "./undo.ts";

const titles = Array.from({ length: 250 }, (_, index) => `task ${index + 1}`);
const statuses = (tasks: { status: string }[]) => Object.groupBy(tasks, ({ status }) => status);

/** The first call arrives, none after it until the network is mended. */
function breaksAfterFirst(path: string) {
  let calls = 0;
  let mended = false;
  return {
    carries: (request: string) => {
      const arrives = !request.endsWith(path) || calls++ === 0 || mended;
      return arrives ? whole : { there: false, back: false };
    },
    mend: () => {
      mended = true;
    },
  };
}

test("where a call of several fails, what is done is shown and taken back, and the rest is as it was", async () => {
  const { carries, mend } = breaksAfterFirst("/complete");
  const { ada, bulk, show, shown, said, undo, answers } = await openWindow(carries);
  const tasks = await show(...titles);
  expect(tasks.length).toBe(250);

  await bulk.complete(tasks);

  expect(said()).toEqual([
    "The server can't be reached. Nothing was lost; try again in a moment.",
    "Completed 200 tasks",
  ]);
  const after = statuses(shown());
  expect([after.completed?.length, after.pending?.length]).toEqual([200, 50]);
  expect(after.completed).toEqual(
    expect.arrayContaining(tasks.slice(0, 200).map(({ id }) => expect.objectContaining({ id }))),
  );
  mend();
  await undo();
  await expect.poll(() => answers.some((answer) => answer.includes("/undo"))).toBe(true);
  const open = await ada.list_tasks({ status: "completed" });
  expect(open.tasks).toEqual([]);
});

test("what took several calls is taken back by one key, and done again by one button", async () => {
  const { ada, bulk, show, said, undo, queries, t } = await openWindow();
  const anyOf = async (status: "pending" | "completed") =>
    (await ada.list_tasks({ status, limit: 1 })).tasks.length > 0;
  await bulk.complete(await show(...titles));
  expect(await anyOf("pending")).toBe(false);

  await takeBack(queries, t);

  expect(said()).toEqual(["Undone: Completed 250 tasks"]);
  expect(await anyOf("completed")).toBe(false);
  await undo();
  await expect.poll(said).toEqual(["Redone: Completed 250 tasks"]);
  expect(await anyOf("pending")).toBe(false);
});
