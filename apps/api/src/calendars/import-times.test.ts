import { describe, expect, test } from "vitest";
import { calendar, event, person, todo } from "../testing/calendar-file.ts";

describe("a due time", () => {
  const outlook = [
    "BEGIN:VTIMEZONE",
    "TZID:Eastern Standard Time",
    "BEGIN:STANDARD",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:-0400",
    "TZOFFSETTO:-0500",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010301T020000",
    "TZOFFSETFROM:-0500",
    "TZOFFSETTO:-0400",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
  ];

  test.each([
    ["a day", "DUE;VALUE=DATE:20260701", ["2026-07-01", null, null]],
    ["without a zone is the person's", "DUE:20260701T120000", ["2026-07-01", "12:00", "Europe/Berlin"]],
    ["in UTC is told in the person's zone", "DUE:20260701T233000Z", ["2026-07-02", "01:30", "Europe/Berlin"]],
    [
      "in a zone with a path before its name keeps the zone",
      "DUE;TZID=/mozilla.org/20050126_1/America/New_York:20260701T120000",
      ["2026-07-01", "12:00", "America/New_York"],
    ],
    [
      "in a zone with a name of its own has the zone with the same clock",
      "DUE;TZID=Eastern Standard Time:20260701T120000",
      ["2026-07-01", "12:00", "America/New_York"],
    ],
    [
      "counted from a start",
      "DTSTART:20260701T120000\r\nDURATION:PT90M",
      ["2026-07-01", "13:30", "Europe/Berlin"],
    ],
  ])("%s", async (_, due, expected) => {
    const { ada } = await person();
    const file = calendar(...outlook, "BEGIN:VTODO", "SUMMARY:x", due, "END:VTODO");

    const { tasks, failures } = await ada.import_calendar({ ics: file });

    expect(failures).toEqual([]);
    const [task] = tasks;
    expect([task?.due_on, task?.due_time, task?.time_zone]).toEqual(expected);
  });

  test("in a zone that nobody knows is taken in the person's, and that is told", async () => {
    const { ada } = await person();
    const { tasks, failures } = await ada.import_calendar({
      ics: todo("SUMMARY:x", "DUE;TZID=Middle-earth:20260701T120000"),
    });
    expect(tasks).toMatchObject([{ due_time: "12:00", time_zone: "Europe/Berlin" }]);
    expect(failures).toMatchObject([
      { line: 3, task_id: tasks[0]?.id, message: expect.stringContaining("Middle-earth") },
    ]);
  });
});

describe("a rule", () => {
  test("of an event goes on with the next day that is not over and not left out", async () => {
    const { ada } = await person();

    const { tasks, failures } = await ada.import_calendar({
      ics: event(
        "SUMMARY:Class",
        "DTSTART;TZID=Europe/Berlin:20250106T183000",
        "RRULE:FREQ=WEEKLY;BYDAY=MO",
        "EXDATE;TZID=Europe/Berlin:20260105T183000,20260119T183000",
      ),
    });

    expect(failures).toEqual([]);
    expect(tasks).toMatchObject([
      {
        due_on: "2026-01-12",
        due_time: "18:30",
        occurrence: "2026-01-12",
        recurrence: { rrule: "FREQ=WEEKLY;BYDAY=MO", starts_on: "2025-01-06", except: ["2026-01-19"] },
      },
    ]);
  });

  test("of a to-do stays with the day that is still to be done", async () => {
    const { ada } = await person();
    const { tasks } = await ada.import_calendar({
      ics: todo("SUMMARY:x", "DTSTART;VALUE=DATE:20251201", "DUE;VALUE=DATE:20251201", "RRULE:FREQ=DAILY"),
    });
    expect(tasks).toMatchObject([{ due_on: "2025-12-01", recurrence: { rrule: "FREQ=DAILY" } }]);
  });

  test("that isn't one for tasks is left out and told", async () => {
    const { ada } = await person();
    const { tasks, failures } = await ada.import_calendar({
      ics: event("SUMMARY:x", "DTSTART:20260701T120000", "RRULE:FREQ=SECONDLY"),
    });
    expect(tasks).toMatchObject([{ due_on: "2026-07-01", recurrence: null }]);
    expect(failures).toMatchObject([{ line: 3, message: expect.stringContaining("every second") }]);
  });

  test("that never falls is left out and told", async () => {
    const { ada } = await person();
    const { tasks, failures } = await ada.import_calendar({
      ics: event("SUMMARY:x", "DTSTART:20260701T120000", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
    });
    expect(tasks).toMatchObject([{ due_on: "2026-07-01", due_time: "12:00", recurrence: null }]);
    expect(failures).toMatchObject([{ line: 3, message: expect.stringContaining("never falls") }]);
  });

  test("that has ended gives one task", async () => {
    const { ada } = await person();
    const { tasks, failures } = await ada.import_calendar({
      ics: event("SUMMARY:x", "DTSTART;VALUE=DATE:20250701", "RRULE:FREQ=DAILY;COUNT=3"),
    });
    expect(tasks).toMatchObject([{ due_on: "2025-07-01", recurrence: null, series: null }]);
    expect(failures).toMatchObject([{ message: "Its last day is over, so it doesn't come back." }]);
  });
});

test.each([
  ["before the time", "DTSTART:20260701T120000", "TRIGGER:-PT1H", { minutes_before: 60 }],
  [
    "in the morning of the day",
    "DTSTART;VALUE=DATE:20260701",
    "TRIGGER:PT9H",
    { days_before: 0, time: "09:00" },
  ],
  ["the evening before", "DTSTART;VALUE=DATE:20260701", "TRIGGER:-PT6H", { days_before: 1, time: "18:00" }],
  ["a week before", "DTSTART;VALUE=DATE:20260701", "TRIGGER:-P1W", { days_before: 7, time: "00:00" }],
  [
    "at an instant",
    "DTSTART:20260701T120000",
    "TRIGGER;VALUE=DATE-TIME:20260630T080000Z",
    { at: "2026-06-30T08:00:00.000Z" },
  ],
  [
    "counted from the end",
    "DTSTART:20260701T120000\r\nDTEND:20260701T130000",
    "TRIGGER;RELATED=END:-PT2H",
    { minutes_before: 60 },
  ],
])("an alarm %s is a reminder", async (_, start, trigger, reminder) => {
  const { ada } = await person();
  const { tasks, failures } = await ada.import_calendar({
    ics: event("SUMMARY:x", start, "BEGIN:VALARM", "ACTION:AUDIO", trigger, "END:VALARM"),
  });
  expect(failures).toEqual([]);
  expect(tasks[0]?.reminders).toMatchObject([reminder]);
});

test("an alarm that can't be read doesn't keep its to-do out", async () => {
  const { ada } = await person();
  const { tasks, failures } = await ada.import_calendar({
    ics: todo("SUMMARY:x", "DUE:20260201T170000Z", "BEGIN:VALARM", "TRIGGER:-P9999999999W", "END:VALARM"),
  });
  expect(tasks).toMatchObject([{ title: "x", reminders: [] }]);
  expect(failures).toMatchObject([{ message: "1 of its 1 alarms can't be kept as reminders." }]);
});
