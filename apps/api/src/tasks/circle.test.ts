import { expect, test } from "vitest";
import { createWorld, type Person } from "../testing/world.ts";

type Move = (ada: Person) => Promise<() => Promise<unknown>>;

/** Each leaves “cake” at the top, and gives what would put it below “party” once more. */
const ways: [string, Move][] = [
  [
    "undoing that it was moved away",
    async (ada) => {
      await ada.update_task({ task_id: 1, parent: 2 });
      const { undo } = await ada.update_task({ task_id: 1, clear: ["parent"] });
      return () => ada.undo({ undo });
    },
  ],
  [
    "redoing that it was moved there",
    async (ada) => {
      const { undo } = await ada.update_task({ task_id: 1, parent: 2 });
      const back = await ada.undo({ undo });
      return () => ada.redo({ undo: back.undo });
    },
  ],
];

test.each(ways)("%s doesn't put a task below itself", async (_what, move) => {
  const ada = await (await createWorld()).as("ada");
  await ada.add_tasks({ tasks: [{ title: "cake" }, { title: "party" }, { title: "room" }] });
  const again = await move(ada);
  await ada.update_task({ task_id: 3, parent: 1 });
  await ada.update_task({ task_id: 2, parent: 3 });
  const { tasks } = await ada.list_tasks();

  await expect(again()).rejects.toMatchObject({
    code: "undo_conflict",
    message: expect.stringContaining("“cake” would be below itself"),
  });
  expect((await ada.list_tasks()).tasks).toEqual(tasks);

  await ada.update_task({ task_id: 2, clear: ["parent"] });
  await again();
  expect((await ada.get_task({ task_id: 1 })).parent).toBe((await ada.get_task({ task_id: 2 })).id);
});
