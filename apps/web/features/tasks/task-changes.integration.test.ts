import { expect, test } from "vitest";
import { openWindow, whole } from "../../testing/window.ts";

test("changes of a task in one moment are each made for the version that the one before left", async () => {
  const { ada, changes, show, answers } = await openWindow();
  const [task] = await show("call mom");
  if (!task) throw new Error("There is no task.");

  changes.setDone(task, true);
  changes.setDone(task, false);
  changes.edit(task, { title: "call mum" });
  changes.edit(task, { priority: "high" });
  await expect.poll(() => answers.length).toBe(4);

  expect(answers.map((answer) => answer.slice(-3))).toEqual(["200", "200", "200", "200"]);
  const stored = await ada.get_task({ task_id: task.id });
  expect(stored).toMatchObject({ title: "call mum", priority: "high", status: "pending", version: 5 });
});

test("what others wrote between two own changes is not gone over unseen", async () => {
  const { ada, changes, show, answers, said } = await openWindow();
  const [task] = await show("call mom");
  if (!task) throw new Error("There is no task.");
  changes.edit(task, { priority: "high" });
  await expect.poll(() => answers.length).toBe(1);
  await ada.update_task({ task_id: task.id, title: "call dad" });

  changes.setDone(task, true);
  await expect.poll(() => said().length).toBe(2);

  expect(answers.at(-1)).toMatch(/complete 412$/);
  expect(await ada.get_task({ task_id: task.id })).toMatchObject({ title: "call dad", status: "pending" });
});

test("a change waits for the one before it also where that doesn't succeed", async () => {
  let lost = 4;
  const { ada, changes, show } = await openWindow((request) =>
    request.startsWith("PATCH") && lost-- > 0 ? { there: false, back: false } : whole,
  );
  const [task] = await show("call mom");
  if (!task) throw new Error("There is no task.");

  changes.edit(task, { title: "lost" });
  changes.edit(task, { priority: "high" });

  const isHigh = async () => (await ada.get_task({ task_id: task.id })).priority === "high";
  await expect.poll(isHigh).toBe(true);
});
