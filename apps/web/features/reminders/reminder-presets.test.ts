import { expect, test } from "vitest";
import { plain, reminderPresets } from "./reminder-presets.ts";

const id = "0197c0de-0000-7000-8000-000000000000";

test("a task with a time is reminded of minutes before it", () => {
  expect(reminderPresets({ due_on: "2026-11-24", due_time: "17:00" }, "09:00")).toContainEqual({
    minutes_before: 10,
  });
});

test("a task without a time is reminded of on its day, when such tasks count as due", () => {
  expect(reminderPresets({ due_on: "2026-11-24", due_time: null }, "08:30")).toEqual([
    { days_before: 0, time: "08:30" },
    { days_before: 1, time: "18:00" },
  ]);
});

test("without a date there is nothing to count from", () => {
  expect(reminderPresets({ due_on: null, due_time: null }, "09:00")).toEqual([]);
});

test.each([
  [{ id, at: "2026-11-24T16:00:00.000Z", snoozed: true as const }, { at: "2026-11-24T16:00:00.000Z" }],
  [{ id, minutes_before: 10 }, { minutes_before: 10 }],
  [
    { id, days_before: 1, time: "18:00" },
    { days_before: 1, time: "18:00" },
  ],
])("%o is given anew as %o", (reminder, given) => {
  expect(plain(reminder)).toEqual(given);
});
