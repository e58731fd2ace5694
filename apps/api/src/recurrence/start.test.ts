import { describe, expect, test } from "vitest";
import { createWorld } from "../testing/world.ts";

/** A Monday, in Berlin noon. */
const NOW = "2026-01-05T11:00:00.000Z";

async function someone(time_zone = "Europe/Berlin") {
  const world = await createWorld({ now: NOW });
  const ada = await world.as("ada");
  await ada.update_profile({ time_zone });
  return { world, ada };
}

describe("a task with a recurrence is due", () => {
  test.each([
    ["on the first day that the rule allows", { rrule: "FREQ=WEEKLY;BYDAY=WE" }, {}, "2026-01-07"],
    ["today, where the rule allows it", { rrule: "FREQ=WEEKLY;BYDAY=MO" }, {}, "2026-01-05"],
    [
      "on the first such day from due_on on",
      { rrule: "FREQ=MONTHLY;BYMONTHDAY=-1" },
      { due_on: "2026-02-03" },
      "2026-02-28",
    ],
    [
      "tomorrow, where its time is over today",
      { rrule: "FREQ=DAILY" },
      { due_time: "09:00" },
      "2026-01-06T09:00",
    ],
    [
      "today, where its time is still to come",
      { rrule: "FREQ=DAILY" },
      { due_time: "13:00" },
      "2026-01-05T13:00",
    ],
    [
      "at the one hour that the rule names",
      { rrule: "FREQ=DAILY;BYHOUR=18;BYMINUTE=30" },
      {},
      "2026-01-05T18:30",
    ],
    ["at the next of several", { rrule: "FREQ=DAILY;BYHOUR=8,20" }, {}, "2026-01-05T20:00"],
    ["as its words say", { words: "every second Tuesday until June" }, {}, "2026-01-06"],
    ["at the time its words say", { words: "every weekday at 9" }, {}, "2026-01-06T09:00"],
    [
      "from its due_on on, in words as well",
      { words: "every Friday at 9" },
      { due_on: "2026-02-02" },
      "2026-02-06T09:00",
    ],
  ])("%s", async (_, recurrence, due, expected) => {
    const { ada } = await someone();
    const task = await ada.add_task({ title: "Standup", recurrence, ...due });
    expect([task.due_on, task.due_time].filter(Boolean).join("T")).toBe(expected);
    expect(task.series).not.toBeNull();
  });

  test.each(["Pacific/Pago_Pago", "UTC", "Pacific/Kiritimati"])("on the day it is in %s", async (zone) => {
    const { ada } = await someone(zone);
    const { due_on, recurrence } = await ada.add_task({ title: "a", recurrence: { rrule: "FREQ=DAILY" } });
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date(NOW));
    expect([due_on, recurrence?.starts_on, recurrence?.time_zone]).toEqual([today, today, zone]);
  });
});

describe("UNTIL as an instant means the last time on the person's clock", () => {
  test.each([
    ["before that time of day: the day before", "09:00", "FREQ=DAILY;UNTIL=20260107"],
    ["after it: that day", "07:00", "FREQ=DAILY;UNTIL=20260108"],
  ])("%s", async (_, due_time, rrule) => {
    const { ada } = await someone();
    const recurrence = { rrule: "FREQ=DAILY;UNTIL=20260108T070000Z" };
    expect((await ada.add_task({ title: "a", due_time, recurrence })).recurrence?.rrule).toBe(rrule);
  });
});

describe("is refused", () => {
  test.each([
    ["words that say no recurrence", { words: "blue cheese" }, "I don't understand “blue cheese”"],
    ["words that say more than a recurrence", { words: "call mom every day" }, "I don't understand"],
    ["a rule and words at once", { rrule: "FREQ=DAILY", words: "daily" }, "Give rrule or words"],
    ["neither", { after_completion: true }, "Give rrule or words"],
    ["a rule that never falls", { rrule: "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30" }, "never falls"],
  ])("%s", async (_, recurrence, why) => {
    const { ada } = await someone();
    await expect(ada.add_task({ title: "a", recurrence, list: "New" })).rejects.toMatchObject({
      code: "validation_failed",
      message: expect.stringContaining(why),
    });
    expect((await ada.list_lists()).lists).toEqual([]);
  });

  test("two different times", async () => {
    const { ada } = await someone();
    const recurrence = { rrule: "FREQ=DAILY;BYHOUR=9" };
    await expect(ada.add_task({ title: "a", due_time: "10:00", recurrence })).rejects.toThrow(
      "The rule says 09:00 and due_time 10:00",
    );
  });

  test("a recurrence for a task that is done", async () => {
    const { ada } = await someone();
    await ada.add_task({ title: "a" });
    await ada.complete_task({ task_id: 1 });
    await expect(ada.update_task({ task_id: 1, recurrence: { rrule: "FREQ=DAILY" } })).rejects.toThrow(
      "Reopen it",
    );
  });

  test("to clear the date alone", async () => {
    const { ada } = await someone();
    await ada.add_task({ title: "a", recurrence: { rrule: "FREQ=DAILY" } });
    await expect(ada.update_task({ task_id: 1, clear: ["due_on"] })).rejects.toThrow("needs a date");
    const { tasks, failures } = await ada.reschedule_tasks({ task_ids: [1], clear: true });
    expect([tasks, failures]).toMatchObject([[], [{ task_id: 1, code: "validation_failed" }]]);
  });
});

test("stopping leaves the task, which comes back no more", async () => {
  const { ada } = await someone();
  await ada.add_task({ title: "a", recurrence: { rrule: "FREQ=DAILY" } });
  const stopped = await ada.update_task({ task_id: 1, clear: ["recurrence"] });
  expect(stopped).toMatchObject({ recurrence: null, due_on: "2026-01-05" });
  expect((await ada.complete_task({ task_id: 1 })).next).toBeNull();
});

test("a new rule holds from the task's date on, in the same series", async () => {
  const { ada } = await someone();
  const { series } = await ada.add_task({ title: "a", recurrence: { rrule: "FREQ=DAILY" } });
  const { next } = await ada.complete_task({ task_id: 1 });
  const changed = await ada.update_task({ task_id: next!.id, recurrence: { words: "every Thursday" } });
  expect(changed).toMatchObject({ due_on: "2026-01-08", occurrence: "2026-01-08", series });
});

describe("a preview", () => {
  test("says the rule, its words and the next five instants over a change of the clocks", async () => {
    const { ada } = await someone();
    const preview = await ada.preview_recurrence({
      rrule: "freq=weekly;byday=su",
      starts_on: "2026-03-20",
      due_time: "02:30",
    });
    expect(preview).toMatchObject({ rrule: "FREQ=WEEKLY;BYDAY=SU", words: "every week on Sunday" });
    expect(preview.next.map(({ due_on, at }) => [due_on, at])).toEqual([
      ["2026-03-22", "2026-03-22T01:30:00.000Z"],
      ["2026-03-29", "2026-03-29T01:30:00.000Z"],
      ["2026-04-05", "2026-04-05T00:30:00.000Z"],
      ["2026-04-12", "2026-04-12T00:30:00.000Z"],
      ["2026-04-19", "2026-04-19T00:30:00.000Z"],
    ]);
  });

  test("of a task is what follows it", async () => {
    const { ada } = await someone();
    await ada.add_task({ title: "a", recurrence: { rrule: "FREQ=WEEKLY;COUNT=3" } });
    const { next } = await ada.preview_recurrence({ task_id: 1 });
    expect(next.map(({ due_on }) => due_on)).toEqual(["2026-01-12", "2026-01-19"]);
  });

  test("speaks the person's language", async () => {
    const { ada } = await someone();
    await ada.update_profile({ language: "ur" });
    const { words } = await ada.preview_recurrence({ rrule: "FREQ=DAILY" });
    expect(words).toMatch(/\p{Script=Arabic}/u);
  });

  test("of a task that doesn't come back says so", async () => {
    const { ada } = await someone();
    await ada.add_task({ title: "a" });
    await expect(ada.preview_recurrence({ task_id: 1 })).rejects.toMatchObject({ code: "conflict" });
  });
});
