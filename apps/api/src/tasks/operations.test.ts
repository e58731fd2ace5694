import { describe, expect, test } from "vitest";
import { createWorld } from "../testing/world.ts";

const MONDAY_9 = "2026-01-05T09:00:00.000Z";

describe("adding", () => {
  test("a task has the fields it was given, a number of its own and the defaults", async () => {
    const ada = await (await createWorld({ now: MONDAY_9 })).as("ada");

    const task = await ada.add_task({ title: "  Water the plants " });

    expect(task).toMatchObject({
      number: 1,
      title: "Water the plants",
      description: "",
      status: "pending",
      priority: "none",
      labels: [],
      list: null,
      parent: null,
      due_on: null,
      due_time: null,
      time_zone: null,
      completed_at: null,
      deleted_at: null,
      created_at: MONDAY_9,
      updated_at: MONDAY_9,
      version: 1,
    });
    expect(await ada.get_task({ task_id: 1 })).toEqual({ ...task, undo: undefined });
  });

  test("a list and labels that are named and don't exist yet are made, once", async () => {
    const ada = await (await createWorld()).as("ada");

    const { tasks } = await ada.add_tasks({
      tasks: [
        { title: "milk", list: "Groceries", labels: ["food"] },
        { title: "eggs", list: "groceries", labels: ["Food", "farm"] },
      ],
    });

    expect(tasks.map(({ list }) => list?.name)).toEqual(["Groceries", "Groceries"]);
    expect(tasks.map(({ labels }) => labels)).toEqual([["food"], ["farm", "food"]]);
    expect((await ada.list_lists()).lists).toMatchObject([{ name: "Groceries", open_tasks: 2 }]);
    expect((await ada.list_labels()).labels).toMatchObject([
      { name: "farm" },
      { name: "food", open_tasks: 2 },
    ]);
  });

  test("the Inbox is no list", async () => {
    const ada = await (await createWorld()).as("ada");
    expect((await ada.add_task({ title: "milk", list: "Inbox" })).list).toBeNull();
    expect((await ada.list_lists()).lists).toEqual([]);
  });

  test("a time is meant in the person's zone unless another is given", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.update_profile({ time_zone: "Asia/Karachi" });
    const due = { due_on: "2026-03-01", due_time: "17:00" };

    expect((await ada.add_task({ title: "a", ...due })).time_zone).toBe("Asia/Karachi");
    expect((await ada.add_task({ title: "b", ...due, time_zone: "Europe/Berlin" })).time_zone).toBe(
      "Europe/Berlin",
    );
    expect((await ada.add_task({ title: "c", due_on: "2026-03-01" })).time_zone).toBeNull();
  });

  test("a time without a date is refused", async () => {
    const ada = await (await createWorld()).as("ada");
    await expect(ada.add_task({ title: "a", due_time: "17:00" })).rejects.toMatchObject({
      code: "validation_failed",
      errors: [{ path: "due_time" }],
    });
  });

  test("a batch answers what it could not add, and adds the rest", async () => {
    const ada = await (await createWorld()).as("ada");
    const { tasks, failures } = await ada.add_tasks({
      tasks: [{ title: "a" }, { title: "b", parent: 99, list: "Never made" }, { title: "c" }],
    });

    expect(tasks.map(({ title, number }) => [title, number])).toEqual([
      ["a", 1],
      ["c", 2],
    ]);
    expect(failures).toMatchObject([{ index: 1, code: "not_found" }]);
    expect((await ada.list_lists()).lists).toEqual([]);
  });

  test("people count their own tasks from 1", async () => {
    const { as } = await createWorld();
    await (await as("ada")).add_task({ title: "a" });
    expect((await (await as("bob")).add_task({ title: "b" })).number).toBe(1);
  });

  test("tasks added at the same moment have numbers of their own", async () => {
    const ada = await (await createWorld()).as("ada");
    const added = await Promise.all(
      Array.from({ length: 20 }, (_, n) => ada.add_task({ title: `task ${n}` })),
    );
    expect(added.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, n) => n + 1),
    );
  });
});

describe("changing", () => {
  test("only the fields given change; cleared ones are emptied", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_task({
      title: "milk",
      description: "two litres",
      priority: "high",
      labels: ["food"],
      list: "Groceries",
      due_on: "2026-03-01",
      due_time: "10:00",
    });

    const renamed = await ada.update_task({ task_id: 1, title: "oat milk" });
    expect(renamed).toMatchObject({
      title: "oat milk",
      description: "two litres",
      due_on: "2026-03-01",
      version: 2,
    });

    const cleared = await ada.update_task({
      task_id: 1,
      clear: ["description", "priority", "labels", "list", "due_on"],
    });
    expect(cleared).toMatchObject({
      title: "oat milk",
      description: "",
      priority: "none",
      labels: [],
      list: null,
      due_on: null,
      due_time: null,
      time_zone: null,
    });
  });

  test("a change that changes nothing leaves the version", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_task({ title: "milk" });
    expect((await ada.update_task({ task_id: 1, title: "milk" })).version).toBe(1);
  });

  test("a version that is not the latest is refused", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_task({ title: "milk" });
    await ada.update_task({ task_id: 1, title: "oat milk", version: 1 });
    await expect(ada.update_task({ task_id: 1, title: "rice milk", version: 1 })).rejects.toMatchObject({
      code: "version_conflict",
    });
  });

  test("a task can't be below itself", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_task({ title: "house" });
    await ada.add_task({ title: "roof", parent: 1 });
    await expect(ada.update_task({ task_id: 1, parent: 2 })).rejects.toMatchObject({
      code: "validation_failed",
    });
  });

  test("manual order: behind one, before another, and later ones still come last", async () => {
    const ada = await (await createWorld()).as("ada");
    for (const title of ["a", "b", "c"]) await ada.add_task({ title });
    await ada.update_task({ task_id: 1, after: 3 });
    await ada.update_task({ task_id: 3, before: 2 });
    await ada.add_task({ title: "d" });

    const { tasks } = await ada.list_tasks();

    expect(tasks.map(({ title }) => title)).toEqual(["c", "b", "a", "d"]);
  });
});

describe("completing", () => {
  test("stamps the task with the time it was done, and reopening takes the stamp off", async () => {
    const ada = await (await createWorld({ now: MONDAY_9 })).as("ada");
    await ada.add_task({ title: "Water the plants" });

    expect(await ada.complete_task({ task_id: 1 })).toMatchObject({
      status: "completed",
      completed_at: MONDAY_9,
    });
    expect(await ada.reopen_task({ task_id: 1 })).toMatchObject({ status: "pending", completed_at: null });
  });

  test("completing a completed task changes nothing", async () => {
    const world = await createWorld({ now: MONDAY_9 });
    const ada = await world.as("ada");
    await ada.add_task({ title: "milk" });
    await ada.complete_task({ task_id: 1 });
    world.setNow("2026-01-06T09:00:00.000Z");

    expect(await ada.complete_task({ task_id: 1 })).toMatchObject({ completed_at: MONDAY_9, version: 2 });
  });

  test("several at once, with those that aren't there named", async () => {
    const ada = await (await createWorld()).as("ada");
    for (const title of ["a", "b"]) await ada.add_task({ title });
    const { tasks, failures } = await ada.complete_tasks({ task_ids: [2, 7, 1] });
    expect(tasks.map(({ number, status }) => [number, status])).toEqual([
      [2, "completed"],
      [1, "completed"],
    ]);
    expect(failures).toMatchObject([{ task_id: 7, code: "not_found" }]);
  });
});

describe("rescheduling", () => {
  test("a time alone keeps each task's day, and means today where there is none", async () => {
    const ada = await (await createWorld({ now: "2026-01-05T23:30:00.000Z" })).as("ada");
    await ada.update_profile({ time_zone: "Asia/Karachi" });
    await ada.add_task({ title: "standup", due_on: "2026-01-09", due_time: "09:00" });
    await ada.add_task({ title: "review" });

    const { tasks } = await ada.reschedule_tasks({ task_ids: [1, 2], due_time: "14:00" });

    expect(tasks.map(({ due_on, due_time }) => [due_on, due_time])).toEqual([
      ["2026-01-09", "14:00"],
      ["2026-01-06", "14:00"],
    ]);
  });

  test("a date alone keeps each task's time", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_task({
      title: "standup",
      due_on: "2026-01-09",
      due_time: "09:00",
      time_zone: "Europe/Berlin",
    });
    const { tasks } = await ada.reschedule_tasks({ task_ids: [1], due_on: "2026-02-01" });
    expect(tasks[0]).toMatchObject({ due_on: "2026-02-01", due_time: "09:00", time_zone: "Europe/Berlin" });
  });

  test("clear removes date and time", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_task({ title: "standup", due_on: "2026-01-09", due_time: "09:00" });
    const { tasks } = await ada.reschedule_tasks({ task_ids: [1], clear: true });
    expect(tasks[0]).toMatchObject({ due_on: null, due_time: null, time_zone: null });
  });
});

test("a task of someone else does not exist", async () => {
  const { as } = await createWorld();
  const { id } = await (await as("ada")).add_task({ title: "Diary" });
  await expect((await as("bob")).complete_task({ task_id: id })).rejects.toMatchObject({ code: "not_found" });
});
