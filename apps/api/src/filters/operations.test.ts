import { describe, expect, test } from "vitest";
import { createWorld } from "../testing/world.ts";

const NOW = "2026-03-10T12:00:00.000Z";

async function adaWithTasks() {
  const ada = await (await createWorld({ now: NOW })).as("ada");
  await ada.add_task({ title: "milk", list: "Groceries", labels: ["home"], due_on: "2026-03-11" });
  return ada;
}

describe("saved filters", () => {
  test("keep the person's words, so that friday is the next one each time", async () => {
    const world = await createWorld({ now: NOW });
    const ada = await world.as("ada");
    await ada.add_task({ title: "milk", due_on: "2026-03-20" });
    const { query } = await ada.add_filter({ name: "Soon", query: "due friday" });
    expect((await ada.list_tasks({ filter: query })).tasks).toEqual([]);
    world.setNow("2026-03-17T12:00:00.000Z");
    expect((await ada.list_tasks({ filter: query })).tasks).toMatchObject([{ title: "milk" }]);
  });

  test("are shown in the order given them", async () => {
    const ada = await adaWithTasks();
    for (const name of ["a", "b", "c"]) await ada.add_filter({ name, query: "p1" });
    await ada.reorder_filter({ filter_id: "c", before: "a" });
    await ada.reorder_filter({ filter_id: "b", after: "c" });
    expect((await ada.list_filters()).filters.map(({ name }) => name)).toEqual(["c", "b", "a"]);
  });

  test("have names of their own, whatever their case", async () => {
    const ada = await adaWithTasks();
    await ada.add_filter({ name: "Soon", query: "p1" });
    await expect(ada.add_filter({ name: "SOON", query: "p2" })).rejects.toMatchObject({
      code: "already_exists",
    });
    await ada.add_filter({ name: "Later", query: "p2" });
    await expect(ada.update_filter({ filter_id: "later", name: "soon" })).rejects.toMatchObject({
      code: "already_exists",
    });
    expect(await ada.update_filter({ filter_id: "soon", name: "SOON" })).toMatchObject({
      name: "SOON",
      query: "p1",
    });
  });

  test("are refused when they can't be read", async () => {
    const ada = await adaWithTasks();
    await expect(ada.add_filter({ name: "Soon", query: "due soonish" })).rejects.toMatchObject({
      code: "validation_failed",
      errors: [{ path: "query" }],
      params: { start: 0, end: 11 },
    });
    await expect(ada.add_filter({ name: "Soon", query: "@away" })).rejects.toMatchObject({
      message: "This filter can't be read. There is no label called away.",
    });
    expect((await ada.list_filters()).filters).toEqual([]);
  });

  test("follow labels and lists that get another name, and back by the same undo", async () => {
    const ada = await adaWithTasks();
    await ada.add_filter({ name: "Errands", query: "@HOME & !#groceries | home" });
    const query = async () => (await ada.list_filters()).filters[0];
    const { undo } = await ada.rename_label({ label_id: "home", name: "my house" });
    expect(await query()).toMatchObject({ query: '@"my house" & !#groceries | home', problem: null });
    await ada.rename_list({ list_id: "Groceries", name: "Food" });
    expect(await query()).toMatchObject({ query: '@"my house" & !#Food | home', problem: null });
    await ada.undo();
    await ada.undo({ undo });
    expect(await query()).toMatchObject({ query: "@HOME & !#groceries | home", problem: null });
  });

  test("whose label is gone say so, and can still be renamed", async () => {
    const ada = await adaWithTasks();
    await ada.add_filter({ name: "Errands", query: "@home" });
    await ada.delete_label({ label_id: "home" });
    const problem = "There is no label called home.";
    expect((await ada.list_filters()).filters).toMatchObject([{ name: "Errands", problem }]);
    expect(await ada.update_filter({ filter_id: "Errands", name: "Old" })).toMatchObject({
      name: "Old",
      problem,
    });
  });

  test("that are deleted come back by undo, unless the name was taken", async () => {
    const ada = await adaWithTasks();
    await ada.add_filter({ name: "Soon", query: "p1" });
    const { undo } = await ada.delete_filter({ filter_id: "soon" });
    expect((await ada.list_filters()).filters).toEqual([]);
    await ada.add_filter({ name: "Soon", query: "p2" });
    await expect(ada.undo({ undo })).rejects.toMatchObject({ code: "undo_conflict" });
    await ada.delete_filter({ filter_id: "soon" });
    await ada.undo({ undo });
    expect((await ada.list_filters()).filters).toMatchObject([{ query: "p1" }]);
  });

  test("refuse a change that was meant for another version", async () => {
    const ada = await adaWithTasks();
    const { version } = await ada.add_filter({ name: "Soon", query: "p1" });
    await ada.update_filter({ filter_id: "Soon", query: "p2" });
    await expect(ada.update_filter({ filter_id: "Soon", query: "p3", version })).rejects.toMatchObject({
      code: "version_conflict",
      conflict: { kind: "filter", current: { query: "p2" } },
    });
  });
});
