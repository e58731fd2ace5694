import { describe, expect, test } from "vitest";
import { createWorld } from "../testing/world.ts";

describe("lists", () => {
  test("have names of their own, whatever their case", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_list({ name: "Groceries" });
    await expect(ada.add_list({ name: "GROCERIES" })).rejects.toMatchObject({ code: "already_exists" });
    await ada.add_list({ name: "Work" });
    await expect(ada.rename_list({ list_id: "work", name: "groceries" })).rejects.toMatchObject({
      code: "already_exists",
    });
    expect(await ada.rename_list({ list_id: "groceries", name: "GROCERIES" })).toMatchObject({
      name: "GROCERIES",
    });
  });

  test("are never called like the Inbox, where each task without a list is", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_list({ name: "Work" });

    const refused = { code: "already_exists", params: { name: "Inbox" } };
    await expect(ada.add_list({ name: "inbox" })).rejects.toMatchObject(refused);
    await expect(ada.rename_list({ list_id: "work", name: "Inbox" })).rejects.toMatchObject(refused);
  });

  test("keep the order that was given them", async () => {
    const ada = await (await createWorld()).as("ada");
    for (const name of ["a", "b", "c"]) await ada.add_list({ name });
    const order = async () => (await ada.list_lists()).lists.map(({ name }) => name);

    await ada.reorder_list({ list_id: "c", before: "a" });
    expect(await order()).toEqual(["c", "a", "b"]);
    await ada.reorder_list({ list_id: "c", after: "a" });
    expect(await order()).toEqual(["a", "c", "b"]);
    await ada.reorder_list({ list_id: "a" });
    expect(await order()).toEqual(["c", "b", "a"]);
  });

  test("that are archived stay with their tasks, out of the way", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_task({ title: "milk", list: "Groceries" });
    await ada.archive_list({ list_id: "Groceries" });
    expect((await ada.list_lists()).lists).toEqual([]);
    expect((await ada.list_lists({ archived: true })).lists).toMatchObject([
      { name: "Groceries", open_tasks: 1 },
    ]);
    await ada.unarchive_list({ list_id: "Groceries" });
    expect((await ada.list_lists()).lists).toMatchObject([{ name: "Groceries" }]);
  });

  test("that are deleted take their tasks along, and bring them back", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_task({ title: "milk", list: "Groceries" });
    const { undo } = await ada.delete_list({ list_id: "Groceries" });
    expect((await ada.list_tasks()).tasks).toEqual([]);
    await ada.undo({ undo });
    expect((await ada.list_tasks()).tasks).toMatchObject([{ title: "milk", list: { name: "Groceries" } }]);
  });

  test("come with what is open in the Inbox, and what is due by the end of the person's day", async () => {
    const world = await createWorld({ now: "2026-01-05T23:30:00Z" });
    const ada = await world.as("ada");
    await ada.update_profile({ time_zone: "Asia/Karachi" });
    const open = async () => {
      const { inbox, today } = await ada.list_lists();
      return { inbox: inbox.open_tasks, today };
    };
    expect(await open()).toEqual({ inbox: 0, today: { on: "2026-01-06", open_tasks: 0 } });

    await ada.add_task({ title: "overdue", due_on: "2026-01-04", list: "Work" });
    await ada.add_task({ title: "today", due_on: "2026-01-06", due_time: "23:30" });
    await ada.add_task({ title: "tomorrow", due_on: "2026-01-07" });
    await ada.add_task({ title: "some day" });
    await ada.add_task({ title: "deleted", due_on: "2026-01-06" });
    await ada.delete_task({ task_id: 5 });
    await (await world.as("bob")).add_task({ title: "of somebody else", due_on: "2026-01-06" });
    expect(await open()).toEqual({ inbox: 3, today: { on: "2026-01-06", open_tasks: 2 } });

    await ada.complete_task({ task_id: 2 });
    expect(await open()).toEqual({ inbox: 2, today: { on: "2026-01-06", open_tasks: 1 } });
    world.setNow("2026-01-06T19:00:00Z");
    expect(await open()).toEqual({ inbox: 2, today: { on: "2026-01-07", open_tasks: 2 } });
  });

  test("whose name was taken meanwhile can't come back by undo", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_list({ name: "Groceries" });
    const { undo } = await ada.delete_list({ list_id: "Groceries" });
    await ada.add_list({ name: "Groceries" });
    await expect(ada.undo({ undo })).rejects.toMatchObject({ code: "undo_conflict" });
  });
});

describe("labels", () => {
  test("are renamed on every task that carries them", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_task({ title: "milk", labels: ["food"] });
    await ada.rename_label({ label_id: "food", name: "kitchen" });
    expect((await ada.get_task({ task_id: 1 })).labels).toEqual(["kitchen"]);
  });

  test("that are deleted come off every task, and undo puts them back", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_task({ title: "milk", labels: ["food", "farm"] });
    const { undo } = await ada.delete_label({ label_id: "food" });
    expect((await ada.get_task({ task_id: 1 })).labels).toEqual(["farm"]);
    await ada.undo({ undo });
    expect((await ada.get_task({ task_id: 1 })).labels).toEqual(["farm", "food"]);
  });
});
