import { expect, test } from "vitest";
import { openWindow } from "../../testing/window.ts";

const when = { until: "2099-01-05T09:00:00.000Z" };

test("a snooze says when the reminder comes, and is taken back", async () => {
  const { ada, changes, show, said, undo } = await openWindow();
  const [task] = await show("call mom");
  if (!task) throw new Error("There is no task.");
  const reminders = async () => (await ada.get_task({ task_id: task.id })).reminders;

  changes.give(task, { command: "snooze", when });
  await expect.poll(said).toEqual(["Reminding you Jan 5, 2099, 10:00 AM."]);
  expect(await reminders()).toMatchObject([{ at: when.until, snoozed: true }]);

  await undo();
  await expect.poll(reminders).toEqual([]);
});

test("a reminder is added to those that the task has, and not twice", async () => {
  const { ada, changes, show, answers } = await openWindow();
  const [task] = await show("call mom");
  if (!task) throw new Error("There is no task.");
  const had = { at: "2099-01-05T09:00:00.000Z" };
  const seen = await ada.update_task({ task_id: task.id, reminders: [had] });

  const added = { at: "2099-01-06T09:00:00.000Z" };
  changes.give(seen, { command: "remind", reminder: added });
  changes.give(seen, { command: "remind", reminder: added });
  await expect.poll(() => answers.filter((answer) => answer.endsWith("200")).length).toBe(2);

  expect((await ada.get_task({ task_id: task.id })).reminders).toMatchObject([had, added]);
});
