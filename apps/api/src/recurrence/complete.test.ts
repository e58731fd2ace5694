import { describe, expect, test } from "vitest";
import { createWorld } from "../testing/world.ts";

/** A Monday. */
const NOW = "2026-01-05T11:00:00.000Z";

async function someone(now = NOW) {
  const world = await createWorld({ now });
  return { world, ada: await world.as("ada") };
}

const daily = { rrule: "FREQ=DAILY" };
const mondays = { rrule: "FREQ=WEEKLY;BYDAY=MO" };

describe("completing a recurring task", () => {
  test("closes it and makes the next one with all that it had", async () => {
    const { ada } = await someone();
    const task = await ada.add_task({
      title: "Water the plants",
      description: "All of them",
      priority: "high",
      labels: ["green"],
      list: "Home",
      due_time: "18:00",
      time_zone: "Asia/Karachi",
      recurrence: mondays,
    });
    const done = await ada.complete_task({ task_id: task.id });
    const { title, description, priority, labels, list, due_time, time_zone, series, recurrence, position } =
      task;
    expect(done).toMatchObject({ status: "completed", due_on: "2026-01-05", recurrence: null, series });
    expect(done.next).toMatchObject({
      number: 2,
      status: "pending",
      due_on: "2026-01-12",
      occurrence: "2026-01-12",
      ...{ title, description, priority, labels, list, due_time, time_zone, series, recurrence, position },
    });
    expect(await ada.get_task({ task_id: 2 })).toEqual(done.next);
  });

  test.each([
    ["late: the first that isn't before today", daily, "2026-01-20T11:00:00.000Z", "2026-01-20"],
    ["early: the one behind it", mondays, "2026-01-01T11:00:00.000Z", "2026-01-12"],
    [
      "late, counted from then",
      { ...daily, after_completion: true },
      "2026-01-20T11:00:00.000Z",
      "2026-01-21",
    ],
    [
      "early, counted from then",
      { rrule: "FREQ=DAILY;INTERVAL=3", after_completion: true },
      "2026-01-04T11:00:00.000Z",
      "2026-01-07",
    ],
    [
      "at the end of the month",
      { rrule: "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1" },
      "2026-01-30T11:00:00.000Z",
      "2026-02-27",
    ],
  ])("%s", async (_, recurrence, then, expected) => {
    const { world, ada } = await someone();
    await ada.add_task({ title: "a", due_on: "2026-01-05", recurrence });
    world.setNow(then);
    expect((await ada.complete_task({ task_id: 1 })).next?.due_on).toBe(expected);
  });

  test("today is the day it is in the rule's zone", async () => {
    const { world, ada } = await someone();
    await ada.add_task({ title: "a", recurrence: daily, time_zone: "Pacific/Kiritimati" });
    world.setNow("2026-01-09T11:00:00.000Z");
    expect((await ada.complete_task({ task_id: 1 })).next?.due_on).toBe("2026-01-10");
  });

  test("every hour: the next that isn't over", async () => {
    const { world, ada } = await someone();
    await ada.add_task({
      title: "a",
      due_on: "2026-01-05",
      due_time: "09:15",
      recurrence: { rrule: "FREQ=HOURLY;INTERVAL=2" },
    });
    world.setNow("2026-01-05T15:20:00.000Z");
    expect((await ada.complete_task({ task_id: 1 })).next).toMatchObject({
      occurrence: "2026-01-05T17:15",
      due_time: "17:15",
    });
  });

  test.each([
    ["COUNT", { rrule: "FREQ=DAILY;COUNT=3" }],
    ["UNTIL", { rrule: "FREQ=DAILY;UNTIL=20260107" }],
    ["COUNT, counted from the completion", { rrule: "FREQ=DAILY;COUNT=3", after_completion: true }],
  ])("%s ends it", async (_, recurrence) => {
    const { ada } = await someone();
    await ada.add_task({ title: "a", recurrence });
    const dates: (string | null | undefined)[] = [];
    for (const task_id of [1, 2, 3]) dates.push((await ada.complete_task({ task_id })).next?.due_on);
    // The second and third are done early: counted from the completion, each is a day on.
    expect(dates.filter(Boolean)).toHaveLength(2);
    expect((await ada.list_tasks()).tasks).toHaveLength(3);
  });

  test("several at once, with what comes next of each", async () => {
    const { ada } = await someone();
    await ada.add_task({ title: "a", recurrence: daily });
    await ada.add_task({ title: "b" });
    await ada.add_task({ title: "c", recurrence: mondays });
    const { tasks, next } = await ada.complete_tasks({ task_ids: [1, 2, 3] });
    expect(tasks.map(({ status }) => status)).toEqual(["completed", "completed", "completed"]);
    expect(next.map(({ title, due_on }) => [title, due_on])).toEqual([
      ["a", "2026-01-06"],
      ["c", "2026-01-12"],
    ]);
  });
});

describe("what goes along", () => {
  test("sub-tasks begin anew, as many days later", async () => {
    const { ada } = await someone();
    await ada.add_task({ title: "trip", recurrence: mondays });
    await ada.add_task({ title: "pack", parent: 1, due_on: "2026-01-04", due_time: "20:00", labels: ["x"] });
    await ada.add_task({ title: "socks", parent: 2 });
    await ada.complete_task({ task_id: 2 });
    const { next } = await ada.complete_task({ task_id: 1 });
    const { tasks } = await ada.list_tasks({ parent: next!.id });
    expect(tasks).toMatchObject([
      { title: "pack", status: "pending", due_on: "2026-01-11", due_time: "20:00", labels: ["x"] },
    ]);
    expect((await ada.list_tasks({ parent: tasks[0]!.id })).tasks).toMatchObject([{ title: "socks" }]);
    expect((await ada.list_tasks({ parent: 1 })).tasks).toMatchObject([{ number: 2, status: "completed" }]);
  });

  test("a sub-task that recurs by itself moves to the next one", async () => {
    const { ada } = await someone();
    await ada.add_task({ title: "week", recurrence: mondays });
    await ada.add_task({ title: "day", parent: 1, recurrence: daily });
    await ada.complete_task({ task_id: 2 });
    const { next } = await ada.complete_task({ task_id: 1 });
    const { tasks } = await ada.list_tasks({ parent: next!.id });
    expect(tasks).toMatchObject([{ title: "day", number: 3, due_on: "2026-01-06", status: "pending" }]);
  });

  test("parent and sub-task done at once: the next of the one is below the next of the other", async () => {
    const { ada } = await someone();
    await ada.add_task({ title: "week", recurrence: mondays });
    await ada.add_task({ title: "day", parent: 1, recurrence: daily });
    const { next } = await ada.complete_tasks({ task_ids: [2, 1] });
    const [day, week] = next;
    expect([day?.title, week?.title, day?.parent]).toEqual(["day", "week", week?.id]);
    expect((await ada.list_tasks()).tasks).toHaveLength(4);
  });

  test("reminders: relative ones as they are, those at an instant as many days later, none that was put off", async () => {
    const { ada } = await someone();
    await ada.update_profile({ time_zone: "Europe/Berlin" });
    await ada.add_task({
      title: "a",
      due_on: "2026-03-23",
      due_time: "10:00",
      recurrence: mondays,
      reminders: [
        { minutes_before: 30 },
        { days_before: 1, time: "20:00" },
        { at: "2026-03-23T08:00:00.000Z" },
      ],
    });
    await ada.snooze_reminder({ task_id: 1, minutes: 10 });
    const { next } = await ada.complete_task({ task_id: 1 });
    expect(next?.reminders).toMatchObject([
      { minutes_before: 30 },
      { days_before: 1, time: "20:00" },
      { at: "2026-03-30T07:00:00.000Z" },
    ]);
  });

  test("a sub-task's reminder at an instant stays at its time of the day when clocks change", async () => {
    const { ada } = await someone();
    await ada.update_profile({ time_zone: "Europe/Berlin" });
    await ada.add_task({ title: "a", due_on: "2026-03-23", recurrence: mondays });
    await ada.add_task({ title: "b", parent: 1, reminders: [{ at: "2026-03-23T08:00:00.000Z" }] });
    const { next } = await ada.complete_task({ task_id: 1 });
    const { tasks } = await ada.list_tasks({ parent: next!.id });
    expect(tasks).toMatchObject([{ reminders: [{ at: "2026-03-30T07:00:00.000Z" }] }]);
  });
});

describe("exactly once", () => {
  test("fifty clients complete the same occurrence: one next, and all are told of it", async () => {
    const { ada } = await someone();
    await ada.add_task({ title: "a", recurrence: daily });
    const answers = await Promise.all(Array.from({ length: 50 }, () => ada.complete_task({ task_id: 1 })));
    expect(new Set(answers.map(({ next }) => next?.number))).toEqual(new Set([2]));
    expect((await ada.list_tasks()).tasks).toHaveLength(2);
  });

  test("reopened and completed again, it makes no second one", async () => {
    const { ada } = await someone();
    await ada.add_task({ title: "a", recurrence: daily });
    await ada.complete_task({ task_id: 1 });
    await ada.reopen_task({ task_id: 1 });
    expect((await ada.complete_task({ task_id: 1 })).next?.number).toBe(2);
    expect((await ada.list_tasks()).tasks).toHaveLength(2);
  });

  test("given a rule once more while another goes on, it begins a series of its own", async () => {
    const { ada } = await someone();
    const { series } = await ada.add_task({ title: "a", recurrence: { rrule: "FREQ=DAILY" } });
    await ada.complete_task({ task_id: 1 });
    await ada.reopen_task({ task_id: 1 });
    const again = await ada.update_task({ task_id: 1, recurrence: { rrule: "FREQ=DAILY" } });
    expect(again.series).not.toBe(series);
    const { next } = await ada.complete_task({ task_id: 1 });
    expect(next).toMatchObject({ series: again.series, due_on: "2026-01-06" });
  });

  test("deleted and restored, it goes on", async () => {
    const { ada } = await someone();
    await ada.add_task({ title: "a", recurrence: daily });
    await ada.delete_task({ task_id: 1 });
    expect(await ada.restore_task({ task_id: 1 })).toMatchObject({ recurrence: { rrule: "FREQ=DAILY" } });
    expect((await ada.complete_task({ task_id: 1 })).next?.due_on).toBe("2026-01-06");
  });

  test("restored where another has its day by now, it is a plain task", async () => {
    const { ada } = await someone();
    await ada.add_task({ title: "a", recurrence: daily });
    await ada.complete_task({ task_id: 1 });
    await ada.delete_task({ task_id: 2 });
    await ada.reopen_task({ task_id: 1 });
    await ada.update_task({ task_id: 1, recurrence: daily });
    await ada.complete_task({ task_id: 1 });
    const restored = await ada.restore_task({ task_id: 2 });
    expect(restored).toMatchObject({
      series: null,
      occurrence: null,
      recurrence: null,
      due_on: "2026-01-06",
    });
  });

  test("undone, the next one is gone and the rule is back; redone, it is there again", async () => {
    const { ada } = await someone();
    const before = await ada.add_task({ title: "a", recurrence: daily });
    const { undo, next } = await ada.complete_task({ task_id: 1 });
    const undone = await ada.undo({ undo });
    const { tasks } = await ada.list_tasks();
    expect(tasks).toMatchObject([{ number: 1, status: "pending", recurrence: before.recurrence }]);
    await ada.redo({ undo: undone.undo });
    expect(await ada.get_task({ task_id: 2 })).toMatchObject({ id: next!.id, occurrence: "2026-01-06" });
  });

  test("an undo waits while the next one was changed since", async () => {
    const { ada } = await someone();
    await ada.add_task({ title: "a", recurrence: daily });
    const { undo } = await ada.complete_task({ task_id: 1 });
    await ada.update_task({ task_id: 2, title: "b" });
    await expect(ada.undo({ undo })).rejects.toMatchObject({ code: "undo_conflict" });
  });
});
