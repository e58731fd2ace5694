import { describeReminder } from "@todo/language/reminders/describe";
import { expect, test } from "vitest";
import { english as t } from "../../messages/testing.ts";
import { matching } from "../commands/entries.ts";
import { remindChoices, snoozeChoices } from "./reminder-choices.ts";

/** A Sunday, late enough that it is Monday in Berlin. */
const viewpoint = { now: new Date("2026-01-04T23:30:00Z"), zone: "Europe/Berlin", locale: "en-GB", t };
const inWords = (reminder: Parameters<typeof describeReminder>[0] | { at: string }) =>
  "at" in reminder ? reminder.at : describeReminder(reminder);
const task = { due_on: "2026-01-07", due_time: "17:00", reminders: [] };

const choices = [...snoozeChoices(viewpoint, "09:00"), ...remindChoices(task, viewpoint, "09:00", inWords)];

test("tomorrow is that of the person's zone, when their day begins", () => {
  expect(snoozeChoices(viewpoint, "08:30").at(-1)).toMatchObject({
    given: { command: "snooze", when: { until: "2026-01-06T07:30:00.000Z" } },
    label: "Tomorrow at 08:30",
  });
});

test("what the task has already isn't offered, and nothing without a date", () => {
  const reminders = [{ id: "1", minutes_before: 10 }];
  const offered = remindChoices({ ...task, reminders }, viewpoint, "09:00", inWords);
  expect(offered.map(({ label }) => label)).not.toContain("10 minutes before");
  expect(offered.length).toBeGreaterThan(0);
  expect(remindChoices({ ...task, due_on: null, due_time: null }, viewpoint, "09:00", inWords)).toEqual([]);
});

test("no two have one key", () => {
  expect(new Set(choices.map(({ key }) => key)).size).toBe(choices.length);
});

test.each([
  ["snooze hour", "Snooze: In an hour"],
  ["remind 30", "Remind me: 30 minutes before"],
  ["reminder 30", "Remind me: 30 minutes before"],
])("“%s” finds it", (typed, found) => {
  expect(matching(choices, typed).map(({ text }) => text)).toContain(found);
});
