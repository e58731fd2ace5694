import { describe, expect, test } from "vitest";
import { createWorld } from "../testing/world.ts";

const someone = async () => (await createWorld({ now: "2026-01-05T09:00:00.000Z" })).as("ada");

describe("several tasks changed alike", () => {
  test("get list, priority and labels, and keep what wasn't said", async () => {
    const ada = await someone();
    await ada.add_tasks({
      tasks: [
        { title: "milk", labels: ["food", "farm"], due_on: "2026-01-06" },
        { title: "eggs", labels: ["farm"] },
      ],
    });

    const { tasks, failures } = await ada.update_tasks({
      task_ids: [1, 2, 9],
      list: "Groceries",
      priority: "high",
      add_labels: ["soon"],
      remove_labels: ["farm", "unknown"],
    });

    expect(tasks).toMatchObject([
      {
        title: "milk",
        list: { name: "Groceries" },
        priority: "high",
        labels: ["food", "soon"],
        due_on: "2026-01-06",
      },
      { title: "eggs", list: { name: "Groceries" }, priority: "high", labels: ["soon"], due_on: null },
    ]);
    expect(failures).toMatchObject([{ task_id: 9, code: "not_found" }]);
  });

  test("go to the Inbox by its name", async () => {
    const ada = await someone();
    await ada.add_task({ title: "milk", list: "Groceries" });
    const { tasks } = await ada.update_tasks({ task_ids: [1], list: "inbox" });
    expect(tasks[0]!.list).toBeNull();
  });

  test("are refused where nothing is said that would change", async () => {
    const ada = await someone();
    await ada.add_task({ title: "milk" });
    await expect(ada.update_tasks({ task_ids: [1] })).rejects.toMatchObject({ code: "validation_failed" });
  });
});

describe("several tasks restored", () => {
  test("come back once, those above with those below, and one undo takes all back", async () => {
    const ada = await someone();
    await ada.add_task({ title: "party" });
    await ada.add_task({ title: "cake", parent: 1 });
    await ada.add_task({ title: "milk" });
    await ada.delete_tasks({ task_ids: [1, 3] });

    const { tasks, undo } = await ada.restore_tasks({ task_ids: [1, 2, 3] });
    expect(tasks.map(({ deleted_at }) => deleted_at)).toEqual([null, null, null]);

    await ada.undo({ undo });
    expect((await ada.list_tasks({ trash: true })).tasks).toHaveLength(3);
  });

  test.each([
    ["the lower one is named first", [2, 3]],
    ["with one between that isn't named", [1, 3]],
  ])("stay below each other: %s", async (_how, task_ids) => {
    const world = await createWorld({ now: "2026-01-05T09:00:00.000Z" });
    const ada = await world.as("ada");
    await ada.add_tasks({ tasks: [{ title: "sugar" }, { title: "cake" }, { title: "party" }] });
    await ada.update_task({ task_id: 1, parent: 2 });
    await ada.update_task({ task_id: 2, parent: 3 });
    const parentsOf = (tasks: { number: number; parent: string | null }[]) =>
      new Map(tasks.map(({ number, parent }) => [number, parent]));
    const before = parentsOf((await ada.list_tasks()).tasks);
    await ada.delete_task({ task_id: task_ids[0]! });
    world.setNow("2026-01-05T09:01:00.000Z");
    await ada.delete_task({ task_id: 3 });

    await ada.restore_tasks({ task_ids });

    expect(parentsOf((await ada.list_tasks()).tasks)).toEqual(before);
  });

  test("are refused when none of them lies in the trash", async () => {
    const ada = await someone();
    await ada.add_task({ title: "milk" });
    await expect(ada.restore_tasks({ task_ids: [1] })).rejects.toMatchObject({ code: "conflict" });
    await expect(ada.restore_tasks({ task_ids: [7] })).rejects.toMatchObject({
      code: "not_found",
      reason: "no_such_number",
      params: { kind: "task", id: 7 },
    });
  });
});

describe("tasks deleted for good", () => {
  test("are gone with their sub-tasks, and the history forgets what they said", async () => {
    const ada = await someone();
    await ada.add_task({ title: "a secret" });
    await ada.add_task({ title: "a smaller secret", parent: 1 });
    await ada.add_task({ title: "kept" });
    await ada.delete_tasks({ task_ids: [1, 3] });

    expect(await ada.purge_tasks({ task_ids: [1] })).toEqual({ purged: 2, remaining: 1, failures: [] });

    expect((await ada.list_tasks({ trash: true })).tasks).toMatchObject([{ title: "kept" }]);
    expect(JSON.stringify(await ada.history())).not.toContain("secret");
  });

  test("can't be taken back, and don't stand before what can", async () => {
    const ada = await someone();
    await ada.add_task({ title: "kept" });
    await ada.add_task({ title: "gone" });
    const { undo } = await ada.delete_task({ task_id: 2 });
    await ada.purge_tasks({ task_ids: [2] });

    await expect(ada.undo({ undo })).rejects.toMatchObject({ code: "undo_conflict" });
    expect((await ada.undo()).changes).toMatchObject([{ name: "kept" }]);
  });

  test("must lie in the trash", async () => {
    const ada = await someone();
    await ada.add_task({ title: "milk" });
    await expect(ada.purge_tasks({ task_ids: [1] })).rejects.toMatchObject({ code: "conflict" });
  });

  test("leave a sub-task that was restored by itself at the top", async () => {
    const ada = await someone();
    await ada.add_task({ title: "party" });
    await ada.add_task({ title: "cake", parent: 1 });
    await ada.delete_task({ task_id: 1 });
    await ada.restore_task({ task_id: 2 });
    await ada.purge_tasks({ all: true });
    expect((await ada.list_tasks()).tasks).toMatchObject([{ title: "cake", parent: null }]);
  });

  test("can be all there are in the trash", async () => {
    const ada = await someone();
    await ada.add_tasks({ tasks: [{ title: "milk" }, { title: "eggs" }, { title: "kept" }] });
    await ada.delete_tasks({ task_ids: [1, 2] });
    expect(await ada.purge_tasks({ all: true })).toEqual({ purged: 2, remaining: 0, failures: [] });
    expect((await ada.list_tasks()).tasks).toMatchObject([{ title: "kept" }]);
  });
});

test("a page tells how far the sub-tasks are, when asked", async () => {
  const ada = await someone();
  const { id } = await ada.add_task({ title: "party" });
  await ada.add_tasks({
    tasks: [
      { title: "cake", parent: 1 },
      { title: "candles", parent: 1 },
      { title: "gone", parent: 1 },
    ],
  });
  await ada.complete_task({ task_id: 2 });
  await ada.delete_task({ task_id: 4 });

  expect((await ada.list_tasks({ progress: true })).progress).toEqual([
    { task_id: id, completed: 1, total: 2 },
  ]);
  expect(await ada.list_tasks()).not.toHaveProperty("progress");
});
