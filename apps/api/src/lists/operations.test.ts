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
