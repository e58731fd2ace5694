import { describe, expect, test } from "vitest";
import { createWorld } from "../testing/world.ts";

describe("the trash", () => {
  test("takes a task with what is below it, and gives both back", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_task({ title: "house" });
    await ada.add_task({ title: "roof", parent: 1 });
    await ada.add_task({ title: "garden" });

    await ada.delete_task({ task_id: 1 });
    expect((await ada.list_tasks()).tasks.map(({ title }) => title)).toEqual(["garden"]);
    expect((await ada.list_tasks({ trash: true })).tasks).toHaveLength(2);
    await expect(ada.complete_task({ task_id: 1 })).rejects.toMatchObject({ code: "not_found" });

    await ada.restore_task({ task_id: 1 });
    expect((await ada.list_tasks()).tasks.map(({ title }) => title)).toEqual(["house", "roof", "garden"]);
  });

  test("a task whose list is gone comes back to the Inbox", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_task({ title: "milk", list: "Groceries" });
    await ada.delete_list({ list_id: "Groceries" });
    expect((await ada.restore_task({ task_id: 1 })).list).toBeNull();
  });

  test("each comes back to the list in which it was, and to the Inbox only where that list is gone", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_task({ title: "move house", list: "Home" });
    await ada.add_task({ title: "tell the bank", parent: 1, list: "Errands" });
    await ada.add_task({ title: "find the form", parent: 2 });
    await ada.add_task({ title: "ask for boxes", parent: 1, list: "Shop" });
    const before = (await ada.list_tasks()).tasks.map(({ number, list, parent }) => ({
      number,
      list,
      parent,
    }));

    await ada.delete_task({ task_id: 1 });
    await ada.delete_list({ list_id: "Shop" });
    await ada.restore_task({ task_id: 1 });

    const after = (await ada.list_tasks()).tasks.map(({ number, list, parent }) => ({
      number,
      list,
      parent,
    }));
    expect(after).toEqual(before.map((task) => (task.number === 4 ? { ...task, list: null } : task)));
  });

  test("what was in the trash before stays there", async () => {
    const world = await createWorld({ now: "2026-01-05T09:00:00.000Z" });
    const ada = await world.as("ada");
    await ada.add_task({ title: "house" });
    await ada.add_task({ title: "roof", parent: 1 });
    await ada.delete_task({ task_id: 2 });
    world.setNow("2026-01-05T09:01:00.000Z");
    await ada.delete_task({ task_id: 1 });
    await ada.restore_task({ task_id: 1 });
    expect((await ada.list_tasks({ trash: true })).tasks).toMatchObject([{ number: 2 }]);
  });
});
