import { contract } from "@todo/contract";
import { quickAdd } from "@todo/language";
import { expect, test } from "vitest";
import { inputFrom } from "./add.ts";

const meant = (words: string) =>
  inputFrom(quickAdd(words, { now: new Date("2026-01-05T09:00:00Z"), time_zone: "Europe/Berlin" }).task);

test.each([
  [
    "buy milk tomorrow 5pm +groceries p1",
    { title: "buy milk", due_on: "2026-01-06", due_time: "17:00", list: "groceries", priority: "urgent" },
  ],
  ["call mom @family", { title: "call mom", labels: ["family"] }],
  ["water the plants", { title: "water the plants" }],
  [
    "water the plants every tuesday at 9, remind me an hour before",
    {
      title: "water the plants",
      due_on: "2026-01-06",
      due_time: "09:00",
      recurrence: { rrule: "FREQ=WEEKLY;BYDAY=TU" },
      reminders: [{ minutes_before: 60 }],
    },
  ],
])("%s", (words, input) => {
  expect(meant(words)).toEqual(input);
  expect(contract.add_task.input.safeParse(meant(words)).error).toBeUndefined();
});
