import type { Change } from "@todo/contract/journal";
import { describeRecurrence } from "@todo/language/recurrence/describe";
import { describeReminder } from "@todo/language/reminders/describe";
import { expect, test } from "vitest";
import { english as t } from "../../messages/testing.ts";
import { timesAndPlaceInWords } from "./history-words.ts";

type Fields = NonNullable<Change["before"]>;

const said = (before: Fields | null, after: Fields | null) =>
  timesAndPlaceInWords(
    { entity: "task", id: "0197c0de-0000-7000-8000-000000000000", name: "Milk", before, after },
    {
      t,
      locale: "en-GB",
      rule: (rule) => describeRecurrence(rule) ?? "?",
      reminder: (reminder) => ("at" in reminder ? reminder.at : describeReminder(reminder)),
    },
  );

const weekly = { rrule: "FREQ=WEEKLY;BYDAY=TU", after_completion: false, time_zone: "UTC", except: [] };

test.each<[string, Fields, Fields, string[]]>([
  [
    "a rule that came",
    { recurrence: null },
    { recurrence: weekly },
    ["Repeats: from never to every week on Tuesday"],
  ],
  [
    "a rule that went",
    { recurrence: weekly },
    { recurrence: null },
    ["Repeats: from every week on Tuesday to never"],
  ],
  [
    "a rule counted from completion",
    { recurrence: weekly },
    { recurrence: { rrule: "FREQ=DAILY;INTERVAL=3", after_completion: true } },
    ["Repeats: from every week on Tuesday to every 3 days after completion"],
  ],
  [
    "a completion, with which the rule goes to the next one",
    { recurrence: weekly, completed_at: null },
    { recurrence: null, completed_at: "2026-01-06T09:00:00.000Z" },
    [],
  ],
  [
    "a date that was skipped",
    { recurrence: weekly },
    { recurrence: { ...weekly, except: ["2026-01-06"] } },
    [],
  ],
  [
    "reminders",
    { reminders: [] },
    {
      reminders: [
        { id: "a", minutes_before: 10 },
        { id: "b", days_before: 1, time: "18:00" },
      ],
    },
    ["Reminders: from nothing to 10 minutes before, the day before at 18:00"],
  ],
  [
    "a reminder at an instant",
    { reminders: [{ id: "a", at: "2026-01-05T09:00:00.000Z" }] },
    { reminders: [] },
    ["Reminders: from 2026-01-05T09:00:00.000Z to nothing"],
  ],
  ["another place", { position: "a" }, { position: "b" }, ["Moved to another place in its list"]],
  ["another list", { position: "a", list_id: null }, { position: "b", list_id: "x" }, []],
  ["a task above it", { parent_id: null }, { parent_id: "x" }, ["Became a sub-task"]],
  ["no task above it any more", { parent_id: "x" }, { parent_id: null }, ["Is no sub-task any more"]],
])("%s", (_, before, after, words) => {
  expect(said(before, after)).toEqual(words);
});

test("what was made says nothing of it", () => {
  expect(said(null, { recurrence: weekly, position: "a" })).toEqual([]);
});
