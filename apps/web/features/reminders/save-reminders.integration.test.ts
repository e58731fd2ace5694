import { expect, test } from "vitest";
import { openWindow } from "../../testing/window.ts";
import { saveReminders } from "./save-reminders.ts";

test("a reminder that others add meanwhile stays beside one's own", async () => {
  const { ada, show } = await openWindow();
  const [seen] = await show("call mom");
  if (!seen) throw new Error("There is no task.");
  const [theirs, mine] = [{ at: "2099-01-05T09:00:00.000Z" }, { at: "2099-01-06T09:00:00.000Z" }];
  await ada.update_task({ task_id: seen.id, reminders: [theirs] });

  await saveReminders(seen, (reminders) => [...reminders, mine]);

  expect((await ada.get_task({ task_id: seen.id })).reminders).toMatchObject([theirs, mine]);
});

test("the last one is removed as the others are", async () => {
  const { ada, show } = await openWindow();
  const [task] = await show("call mom");
  if (!task) throw new Error("There is no task.");
  const reminders = [{ at: "2099-01-05T09:00:00.000Z" }];
  const seen = await ada.update_task({ task_id: task.id, reminders });

  await saveReminders(seen, () => []);

  expect((await ada.get_task({ task_id: task.id })).reminders).toEqual([]);
});
