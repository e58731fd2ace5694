import { describe, expect, test } from "vitest";
import { createWorld } from "../testing/world.ts";

const NOW = "2026-01-05T11:00:00.000Z";
const someone = async () => (await createWorld({ now: NOW })).as("ada");
const mondays = { rrule: "FREQ=WEEKLY;BYDAY=MO" };

describe("skipping", () => {
  test("moves the task on and remembers what was left out", async () => {
    const ada = await someone();
    const { series } = await ada.add_task({ title: "a", recurrence: mondays });
    expect(await ada.skip_occurrence({ task_id: 1 })).toMatchObject({
      number: 1,
      skipped: "2026-01-05",
      due_on: "2026-01-12",
      occurrence: "2026-01-12",
      series,
      recurrence: { except: ["2026-01-05"] },
    });
    expect((await ada.complete_task({ task_id: 1 })).next?.due_on).toBe("2026-01-19");
  });

  test("from two windows at once skips once", async () => {
    const ada = await someone();
    await ada.add_task({ title: "a", recurrence: mondays });
    const skip = () => ada.skip_occurrence({ task_id: 1, occurrence: "2026-01-05" });
    const answers = await Promise.all([skip(), skip()]);
    expect(answers.map(({ due_on }) => due_on)).toEqual(["2026-01-12", "2026-01-12"]);
    expect(answers.map(({ skipped }) => skipped).sort()).toEqual(["2026-01-05", null]);
  });

  test("leaves what was meant for the one that is skipped", async () => {
    const ada = await someone();
    await ada.add_task({ title: "gym", due_time: "18:00", recurrence: mondays });
    await ada.update_task({ task_id: 1, due_time: "20:00", due_on: "2026-01-06" });
    expect(await ada.skip_occurrence({ task_id: 1 })).toMatchObject({
      due_on: "2026-01-12",
      due_time: "18:00",
    });
  });

  test("takes sub-tasks along, to be done again", async () => {
    const ada = await someone();
    await ada.add_task({ title: "trip", recurrence: mondays });
    await ada.add_task({ title: "pack", parent: 1, due_on: "2026-01-04" });
    await ada.complete_task({ task_id: 2 });
    await ada.skip_occurrence({ task_id: 1 });
    expect(await ada.get_task({ task_id: 2 })).toMatchObject({ due_on: "2026-01-11", status: "pending" });
  });

  test("leaves what is below a sub-task that recurs by itself to that one", async () => {
    const ada = await someone();
    await ada.add_task({ title: "trip", recurrence: mondays });
    await ada.add_task({ title: "day", parent: 1, recurrence: { rrule: "FREQ=DAILY" } });
    await ada.add_task({ title: "teeth", parent: 2, due_on: "2026-01-05" });
    await ada.complete_task({ task_id: 3 });
    await ada.skip_occurrence({ task_id: 1 });
    expect(await ada.get_task({ task_id: 3 })).toMatchObject({ due_on: "2026-01-05", status: "completed" });
  });

  test("counted from the completion, goes on from today", async () => {
    const ada = await someone();
    const recurrence = { rrule: "FREQ=DAILY;INTERVAL=3", after_completion: true };
    await ada.add_task({ title: "a", recurrence, due_on: "2026-01-01" });
    expect((await ada.skip_occurrence({ task_id: 1 })).due_on).toBe("2026-01-08");
  });

  test("can be undone", async () => {
    const ada = await someone();
    const { due_on, recurrence } = await ada.add_task({ title: "a", recurrence: mondays });
    const { undo } = await ada.skip_occurrence({ task_id: 1 });
    await ada.undo({ undo });
    expect(await ada.get_task({ task_id: 1 })).toMatchObject({ due_on, recurrence });
  });
});

describe("the days left out that a rule remembers", () => {
  const daysFrom = (first: string, count: number) =>
    Array.from({ length: count }, (_, day) =>
      new Date(Date.parse(first) + day * 86_400_000).toISOString().slice(0, 10),
    );
  /** Ada with a task of every day, of which a file left out so many, from the third of February on. */
  const daily = async (count: number) => {
    const ada = await someone();
    const days = daysFrom("2026-02-03", count);
    const lines = [
      "BEGIN:VCALENDAR",
      "BEGIN:VTODO",
      "SUMMARY:a",
      "DTSTART;VALUE=DATE:20260201",
      "DUE;VALUE=DATE:20260201",
      "RRULE:FREQ=DAILY",
      ...days.map((day) => `EXDATE;VALUE=DATE:${day.replaceAll("-", "")}`),
      "END:VTODO",
      "END:VCALENDAR",
    ];
    const imported = await ada.import_calendar({ ics: lines.join("\r\n") });
    return { ada, days, ...imported };
  };

  test("are a hundred, those to come before those that are over", async () => {
    const { ada, days } = await daily(100);
    const { recurrence, due_on } = await ada.skip_occurrence({ task_id: 1 });
    expect(due_on).toBe("2026-02-02");
    expect(recurrence?.except).toEqual(days);
  });

  test("are those that are over as far as there is room", async () => {
    const { ada, days } = await daily(99);
    await ada.skip_occurrence({ task_id: 1 });
    const { recurrence } = await ada.skip_occurrence({ task_id: 1 });
    expect(recurrence?.except).toEqual(["2026-02-02", ...days]);
  });

  test("are told of when a file names more", async () => {
    const { tasks, failures } = await daily(103);
    expect(tasks[0]?.recurrence?.except).toHaveLength(100);
    expect(failures).toMatchObject([
      { task_id: tasks[0]?.id, message: expect.stringContaining("3 were not") },
    ]);
  });
});

describe("skipping is refused, and changes nothing", () => {
  test("of the last occurrence", async () => {
    const ada = await someone();
    await ada.add_task({ title: "a", recurrence: { rrule: "FREQ=DAILY;COUNT=1" } });
    await expect(ada.skip_occurrence({ task_id: 1 })).rejects.toMatchObject({
      code: "conflict",
      reason: "last_occurrence",
    });
    expect((await ada.get_task({ task_id: 1 })).version).toBe(1);
  });

  test("of a task that doesn't come back", async () => {
    const ada = await someone();
    await ada.add_task({ title: "a" });
    await expect(ada.skip_occurrence({ task_id: 1 })).rejects.toThrow("doesn't come back");
  });

  test("of one that is done", async () => {
    const ada = await someone();
    await ada.add_task({ title: "a", recurrence: mondays });
    await ada.complete_task({ task_id: 1 });
    await expect(ada.skip_occurrence({ task_id: 1 })).rejects.toThrow("Skip the one that is open");
  });

  test("of an occurrence that is still to come", async () => {
    const ada = await someone();
    await ada.add_task({ title: "a", recurrence: mondays });
    const skip = ada.skip_occurrence({ task_id: 1, occurrence: "2026-02-02" });
    await expect(skip).rejects.toThrow("Task 1 is at 2026-01-05");
  });
});
