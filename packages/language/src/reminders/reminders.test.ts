import fc from "fast-check";
import { expect, test } from "vitest";
import type { Reminder } from "../meaning.ts";
import { quickAdd } from "../quick-add/quick-add.ts";
import { describeReminder } from "./describe.ts";
import { readReminders } from "./read.ts";

/** Wednesday, 4 March 2026, half past ten in the morning. */
const options = { now: new Date("2026-03-04T09:30:00Z"), time_zone: "Europe/Berlin" };
const before = (minutes_before: number) => ({ minutes_before });
const at = (days_before: number, time: string) => ({ days_before, time });

test.each<[string, string, Reminder[] | undefined]>([
  ["dentist friday at 3pm remind me an hour before", "dentist", [before(60)]],
  ["dentist friday 3pm and remind me the evening before at 8", "dentist", [at(1, "20:00")]],
  [
    "dentist friday with a reminder 10 minutes before and 1 day before",
    "dentist",
    [before(10), before(1440)],
  ],
  ["exam on friday remind me thursday at 9", "exam", [at(1, "09:00")]],
  ["call mom tomorrow, remind me at 5pm", "call mom", [at(0, "17:00")]],
  ["flight sunday 9am 2 hours before", "flight", [before(120)]],
  ["remind me an hour before the meeting at 3pm", "meeting", [before(60)]],
  ["water plants every tuesday at 9 remind me 30 min before", "water plants", [before(30)]],
  ["buy milk remind me tomorrow", "buy milk", [before(0)]],
  ["buy milk tomorrow don't remind me", "buy milk", []],
  ["call bob in 2 days, no reminder", "call bob", []],
  ["every second tuesday remind me an hour before at 9am", "", [before(60)]],
  [
    "every second tuesday remind me an hour before at 9am to water the plants",
    "water the plants",
    [before(60)],
  ],
  [
    "water the plants every second tuesday, remind me an hour before at 9am",
    "water the plants",
    [before(60)],
  ],
  ["dentist tomorrow remind me half an hour before at 3pm", "dentist", [before(30)]],
  ["meeting every monday remind me 15 minutes before at 10:00", "meeting", [before(15)]],
  ["dentist remind me an hour before on friday at 3pm", "dentist", [before(60)]],
  ["dentist tomorrow remind me an hour before 3pm", "dentist", [at(0, "14:00")]],
  ["remind me to call mom", "call mom", undefined],
  ["arrive 10 minutes before", "arrive 10 minutes before", undefined],
  ["pack the day before friday", "pack", undefined],
])("%s", (text, title, reminders) => {
  expect(quickAdd(text, options).task).toMatchObject({ title, ...(reminders && { reminders }) });
  expect(quickAdd(text, options).task.reminders).toEqual(reminders);
});

test.each([
  "water the plants every second tuesday remind me an hour before at 9am",
  "every second tuesday remind me an hour before at 9am to water the plants",
])("the time behind “before” is the task's: %s", (text) => {
  expect(quickAdd(text, options).task).toMatchObject({
    when: { due_on: "2026-03-10", due_time: "09:00" },
    recurrence: { rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU" },
  });
});

test("the words of a reminder are a chip, which brings them back to the title when it is rejected", () => {
  const text = "dentist friday 3pm and remind me an hour before";
  const { reminders = [] } = quickAdd(text, options).spans;
  expect(reminders.map(({ start, end }) => text.slice(start, end))).toEqual(["and remind me an hour before"]);
  const { task } = quickAdd(text, { ...options, ignore: reminders });
  expect(task.title).toContain("remind me an hour before");
  expect(task).not.toHaveProperty("reminders");
});

test.each([
  ["an hour before", [before(60)]],
  ["the day before at 20:00 and 10 min before", [at(1, "20:00"), before(10)]],
  ["tomorrow at 9", [{ at: "2026-03-05T08:00:00.000Z" }]],
  ["no reminder", []],
  ["an hour before the storm", undefined],
  ["call mom", undefined],
])("alone %j means %j", (text, reminders) => {
  expect(readReminders(text, options)).toEqual(reminders);
});

const counted = fc.integer({ min: 0, max: 86_400 }).map((minutes_before) => ({ minutes_before }));
const atTime = fc.record({
  days_before: fc.integer({ min: 0, max: 60 }),
  time: fc
    .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
    .map(({ hour, minute }) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`),
});

test.each(["en", "ur"])("any reminder said in %s is read as the same one", (locale) => {
  fc.assert(
    fc.property(fc.oneof(counted, atTime), (reminder) => {
      const words = describeReminder(reminder, locale);
      expect({ words, read: readReminders(words, { ...options, locale }) }).toEqual({
        words,
        read: [reminder],
      });
    }),
    { numRuns: 300 },
  );
});

const zones = [
  "Pacific/Pago_Pago",
  "America/New_York",
  "Europe/Berlin",
  "Pacific/Apia",
  "Pacific/Kiritimati",
];

test.each(zones)("an instant is what the clocks in %s show, the later reading over a gap", (time_zone) => {
  const wall = new Intl.DateTimeFormat("sv-SE", {
    timeZone: time_zone,
    dateStyle: "short",
    timeStyle: "short",
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 364 }), fc.integer({ min: 0, max: 1439 }), (days, minutes) => {
      const day = new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
      const time = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
      const now = new Date("2025-12-31T12:00:00Z");
      const [reminder] = readReminders(`${day} at ${time}`, { now, time_zone }) ?? [];
      const instant = reminder && "at" in reminder ? reminder.at : "";
      const shown = wall.format(new Date(instant));
      expect(shown === `${day} ${time}` || shown === `${day} ${later(time)}`).toBe(true);
    }),
    { numRuns: 200 },
  );
});

const later = (time: string) => `${String(Number(time.slice(0, 2)) + 1).padStart(2, "0")}${time.slice(2)}`;
