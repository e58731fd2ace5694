import type { Client } from "@todo/contract";
import { describe, expect, test } from "vitest";
import { createWorld } from "../testing/world.ts";

/** A Monday. */
const NOW = "2026-01-05T11:00:00.000Z";
const someone = async () => (await createWorld({ now: NOW })).as("ada");
const mondays = { rrule: "FREQ=WEEKLY;BYDAY=MO" };

/** What the next two occurrences have. */
async function nextTwo(ada: Client, task_id: number | string) {
  const { next: second } = await ada.complete_task({ task_id });
  const { next: third } = await ada.complete_task({ task_id: second!.id });
  return [second!, third!] as const;
}

describe("a change of a recurring task", () => {
  test("left out: date and time are this one's alone", async () => {
    const ada = await someone();
    await ada.add_task({ title: "gym", due_time: "18:00", recurrence: mondays });
    const moved = await ada.update_task({ task_id: 1, due_on: "2026-01-07", due_time: "20:00" });
    expect(moved).toMatchObject({ due_on: "2026-01-07", due_time: "20:00", occurrence: "2026-01-05" });
    const [second] = await nextTwo(ada, 1);
    expect(second).toMatchObject({ due_on: "2026-01-12", due_time: "18:00" });
  });

  test("left out: everything else is for this one and later ones", async () => {
    const ada = await someone();
    await ada.add_task({ title: "gym", recurrence: mondays });
    await ada.update_task({ task_id: 1, title: "swim", priority: "high", labels: ["sport"], list: "Me" });
    const [second, third] = await nextTwo(ada, 1);
    for (const one of [second, third])
      expect(one).toMatchObject({ title: "swim", priority: "high", labels: ["sport"], list: { name: "Me" } });
  });

  test("“this” holds for this one alone, whatever it changes", async () => {
    const ada = await someone();
    await ada.add_task({ title: "gym", labels: ["sport"], list: "Me", recurrence: mondays });
    await ada.update_task({
      task_id: 1,
      title: "swim",
      description: "at the lake",
      priority: "high",
      labels: ["water"],
      list: "Fun",
      due_on: "2026-01-06",
      due_time: "07:00",
      occurrences: "this",
    });
    const [second, third] = await nextTwo(ada, 1);
    const plain = {
      title: "gym",
      description: "",
      priority: "none",
      labels: ["sport"],
      list: { name: "Me" },
    };
    expect(second).toMatchObject({ ...plain, due_on: "2026-01-12", due_time: null });
    expect(third).toMatchObject({ ...plain, due_on: "2026-01-19", due_time: null });
  });

  test("“this” and then “this and later”: the later change counts for later ones", async () => {
    const ada = await someone();
    await ada.add_task({ title: "gym", recurrence: mondays });
    await ada.update_task({ task_id: 1, title: "swim", priority: "high", occurrences: "this" });
    await ada.update_task({ task_id: 1, title: "run" });
    const [second] = await nextTwo(ada, 1);
    expect(second).toMatchObject({ title: "run", priority: "none" });
  });

  test("a list that was deleted since is not brought back", async () => {
    const ada = await someone();
    await ada.add_task({ title: "gym", list: "Me", labels: ["sport"], recurrence: mondays });
    await ada.update_task({ task_id: 1, list: "Fun", labels: [], occurrences: "this" });
    await ada.delete_list({ list_id: "Me" });
    await ada.delete_label({ label_id: "sport" });
    expect((await ada.complete_task({ task_id: 1 })).next).toMatchObject({ list: null, labels: [] });
  });

  test("“all” reaches those that are done", async () => {
    const ada = await someone();
    await ada.add_task({ title: "gym", recurrence: mondays });
    const { next } = await ada.complete_task({ task_id: 1 });
    await ada.update_task({ task_id: next!.id, title: "swim", labels: ["sport"], occurrences: "all" });
    const { tasks } = await ada.list_tasks();
    expect(tasks.map(({ title, labels, status }) => [title, labels, status])).toEqual([
      ["swim", ["sport"], "completed"],
      ["swim", ["sport"], "pending"],
    ]);
  });

  test("“all”, said of one that is done, reaches the open one and what follows", async () => {
    const ada = await someone();
    await ada.add_task({ title: "gym", recurrence: mondays });
    const { next } = await ada.complete_task({ task_id: 1 });
    await ada.update_task({ task_id: next!.id, title: "just this once", occurrences: "this" });
    await ada.update_task({ task_id: 1, title: "swim", occurrences: "all" });
    expect((await ada.complete_task({ task_id: next!.id })).next?.title).toBe("swim");
  });

  test("“this and later”, said of one that is done, names the open one", async () => {
    const ada = await someone();
    await ada.add_task({ title: "gym", recurrence: mondays });
    await ada.complete_task({ task_id: 1 });
    await expect(
      ada.update_task({ task_id: 1, title: "swim", occurrences: "this_and_later" }),
    ).rejects.toThrow("Change task 2");
  });

  test("a new rule can't be for one occurrence", async () => {
    const ada = await someone();
    await ada.add_task({ title: "gym", recurrence: mondays });
    await expect(
      ada.update_task({ task_id: 1, recurrence: { rrule: "FREQ=DAILY" }, occurrences: "this" }),
    ).rejects.toMatchObject({ code: "validation_failed", errors: [{ path: "occurrences" }] });
  });
});

describe("moving this and later ones takes the rule along", () => {
  test.each([
    ["FREQ=WEEKLY;BYDAY=MO", "2026-01-05", "2026-01-07", "FREQ=WEEKLY;BYDAY=WE", "2026-01-14"],
    ["FREQ=WEEKLY;INTERVAL=2", "2026-01-05", "2026-01-08", "FREQ=WEEKLY;INTERVAL=2", "2026-01-22"],
    ["FREQ=WEEKLY;BYDAY=MO,WE", "2026-01-05", "2026-01-07", "FREQ=WEEKLY;BYDAY=MO,WE", "2026-01-12"],
    ["FREQ=MONTHLY;BYMONTHDAY=5", "2026-01-05", "2026-01-09", "FREQ=MONTHLY;BYMONTHDAY=9", "2026-02-09"],
    ["FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31", "2026-01-30", "FREQ=MONTHLY;BYMONTHDAY=-2", "2026-02-27"],
    ["FREQ=MONTHLY;BYDAY=1MO", "2026-01-05", "2026-01-14", "FREQ=MONTHLY;BYDAY=2WE", "2026-02-11"],
    ["FREQ=MONTHLY;BYDAY=-1FR", "2026-01-30", "2026-01-29", "FREQ=MONTHLY;BYDAY=-1TH", "2026-02-26"],
    [
      "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=5",
      "2026-01-05",
      "2026-02-06",
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=6",
      "2027-02-06",
    ],
    [
      "FREQ=DAILY;INTERVAL=3;COUNT=9",
      "2026-01-05",
      "2026-01-06",
      "FREQ=DAILY;INTERVAL=3;COUNT=9",
      "2026-01-09",
    ],
  ])("%s from %s to %s", async (rrule, from, to, becomes, then) => {
    const ada = await someone();
    await ada.add_task({ title: "a", due_on: from, recurrence: { rrule } });
    const { tasks } = await ada.reschedule_tasks({
      task_ids: [1],
      due_on: to,
      occurrences: "this_and_later",
    });
    expect(tasks[0]).toMatchObject({
      due_on: to,
      occurrence: to,
      recurrence: { rrule: becomes, starts_on: to },
    });
    expect((await ada.complete_task({ task_id: 1 })).next?.due_on).toBe(then);
  });

  test("and what is left of its COUNT", async () => {
    const ada = await someone();
    await ada.add_task({ title: "a", recurrence: { rrule: "FREQ=WEEKLY;COUNT=3" } });
    await ada.complete_task({ task_id: 1 });
    const moved = { task_id: 2, due_on: "2026-01-14", occurrences: "this_and_later" } as const;
    expect((await ada.update_task(moved)).recurrence?.rrule).toBe("FREQ=WEEKLY;COUNT=2");
  });

  test("a time: later ones have it, and their zone", async () => {
    const ada = await someone();
    await ada.add_task({ title: "a", due_time: "18:00", recurrence: mondays });
    const time = { due_time: "07:00", time_zone: "Asia/Karachi" };
    await ada.update_task({ task_id: 1, ...time, occurrences: "this_and_later" });
    const [second] = await nextTwo(ada, 1);
    expect(second).toMatchObject({
      ...time,
      due_on: "2026-01-12",
      recurrence: { time_zone: "Asia/Karachi" },
    });
  });

  test("a time of a rule of hours", async () => {
    const ada = await someone();
    const recurrence = { rrule: "FREQ=HOURLY;INTERVAL=5" };
    await ada.add_task({ title: "a", due_on: "2026-01-06", due_time: "08:00", recurrence });
    await ada.update_task({ task_id: 1, due_time: "09:30", occurrences: "this_and_later" });
    expect((await ada.complete_task({ task_id: 1 })).next?.occurrence).toBe("2026-01-06T14:30");
  });

  test("a rule of several days doesn't: it says what to do instead", async () => {
    const ada = await someone();
    await ada.add_task({ title: "a", recurrence: { rrule: "FREQ=WEEKLY;BYDAY=MO,WE" } });
    const move = { due_on: "2026-01-08", occurrences: "this_and_later" } as const;
    const { failures } = await ada.reschedule_tasks({ task_ids: [1], ...move });
    expect(failures).toMatchObject([
      { task_id: 1, code: "validation_failed", message: expect.stringContaining("Give a new recurrence") },
    ]);
    expect((await ada.get_task({ task_id: 1 })).version).toBe(1);
  });

  test("back to a day that was done already: a series of its own, and no day twice", async () => {
    const ada = await someone();
    const { series } = await ada.add_task({ title: "a", recurrence: { rrule: "FREQ=DAILY" } });
    await ada.complete_task({ task_id: 1 });
    const moved = { task_id: 2, due_on: "2026-01-05", occurrences: "this_and_later" } as const;
    const task = await ada.update_task(moved);
    expect(task).toMatchObject({ due_on: "2026-01-05", occurrence: "2026-01-05" });
    expect(task.series).not.toBe(series);
  });

  test("further back: what was done is left out on the way", async () => {
    const ada = await someone();
    await ada.add_task({ title: "a", recurrence: { rrule: "FREQ=DAILY" } });
    await ada.complete_task({ task_id: 1 });
    await ada.update_task({ task_id: 2, due_on: "2026-01-04", occurrences: "this_and_later" });
    expect((await ada.complete_task({ task_id: 2 })).next?.due_on).toBe("2026-01-06");
  });
});

test("several changed at once: what one alone had been given doesn't come back later", async () => {
  const ada = await someone();
  await ada.add_task({ title: "gym", recurrence: mondays });
  await ada.update_task({ task_id: 1, priority: "high", labels: ["once"], occurrences: "this" });
  await ada.update_tasks({ task_ids: [1], priority: "low", add_labels: ["sport"] });
  const [second] = await nextTwo(ada, 1);
  expect(second).toMatchObject({ priority: "low" });
});

test("where times follow the person, those of later occurrences do too", async () => {
  const ada = await someone();
  await ada.update_profile({ time_zone: "Europe/Berlin", travel: "follow" });
  await ada.add_task({ title: "gym", due_time: "18:00", recurrence: mondays });
  await ada.update_task({ task_id: 1, due_time: "20:00" });
  await ada.update_profile({ time_zone: "Asia/Karachi" });
  const { next } = await ada.complete_task({ task_id: 1 });
  expect(next).toMatchObject({ due_time: "18:00", time_zone: "Asia/Karachi" });
});
