import { AppError } from "@todo/contract";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rowsOf } from "../testing/things.ts";
import { createWorld } from "../testing/world.ts";

const calendar = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
const todo = (...lines: string[]) => calendar("BEGIN:VTODO", ...lines, "END:VTODO");
const event = (...lines: string[]) => calendar("BEGIN:VEVENT", ...lines, "END:VEVENT");

/** Ada, in Berlin, on Monday the 5th of January 2026 at ten. */
async function person() {
  const world = await createWorld({ now: "2026-01-05T09:00:00Z" });
  const ada = await world.as("ada");
  await ada.update_profile({ time_zone: "Europe/Berlin" });
  return { world, ada };
}

test("a to-do becomes a task with all that a task has", async () => {
  const { ada } = await person();

  const { tasks, failures } = await ada.import_calendar({
    list: "Home",
    ics: todo(
      "UID:1@example.com",
      "SUMMARY:Pay rent\\, and power",
      "DESCRIPTION:To the bank\\nbefore",
      "  noon",
      "LOCATION:Main street",
      "DUE;TZID=Asia/Karachi:20260201T170000",
      "PRIORITY:1",
      "CATEGORIES:home,money",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      "TRIGGER:-PT30M",
      "END:VALARM",
    ),
  });

  expect(failures).toEqual([]);
  expect(tasks).toMatchObject([
    {
      number: 1,
      title: "Pay rent, and power",
      description: "To the bank\nbefore noon\n\nMain street",
      due_on: "2026-02-01",
      due_time: "17:00",
      time_zone: "Asia/Karachi",
      priority: "urgent",
      labels: ["home", "money"],
      list: { name: "Home" },
      reminders: [{ minutes_before: 30 }],
      status: "pending",
    },
  ]);
});

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

test("what is done stays done, and sub-tasks stay below their task, in any order", async () => {
  const { ada } = await person();
  const { tasks } = await ada.import_calendar({
    ics: calendar(
      ...[
        "BEGIN:VTODO",
        "UID:child",
        "SUMMARY:Buy paint",
        "RELATED-TO:parent",
        "COMPLETED:20260101T080000Z",
        "END:VTODO",
      ],
      ...["BEGIN:VTODO", "UID:parent", "SUMMARY:Paint the door", "RELATED-TO:child", "END:VTODO"],
    ),
  });
  const [child, parent] = tasks;
  expect(child).toMatchObject({ completed_at: "2026-01-01T08:00:00.000Z", status: "completed" });
  expect([child?.parent, parent?.parent]).toEqual([parent?.id, null]);
});

test("the same file imported again makes nothing twice; one undo takes all of it back, and then it can come again", async () => {
  const { world, ada } = await person();
  const before = await rowsOf(world, ada.id);
  const ics = calendar(
    ...["BEGIN:VTODO", "UID:a", "SUMMARY:One", "CATEGORIES:new", "END:VTODO"],
    ...["BEGIN:VEVENT", "UID:b", "SUMMARY:Two", "DTSTART:20260701T120000Z", "END:VEVENT"],
  );
  const first = await ada.import_calendar({ ics, list: "Imported" });
  const rows = await rowsOf(world, ada.id);

  const second = await ada.import_calendar({ ics });
  expect(second.tasks).toEqual([]);
  expect(second.failures).toMatchObject([
    { line: 3, code: "already_exists", task_id: first.tasks[0]?.id },
    { line: 8, code: "already_exists", task_id: first.tasks[1]?.id },
  ]);
  expect(await rowsOf(world, ada.id)).toEqual(rows);

  await ada.undo({ undo: first.undo });
  expect(await rowsOf(world, ada.id)).toEqual(before);
  expect((await ada.import_calendar({ ics })).tasks).toHaveLength(2);
});

test("the same UID is another task for another person", async () => {
  const { world, ada } = await person();
  const bob = await world.as("bob");
  const ics = todo("UID:shared", "SUMMARY:x");
  const [ofAda, ofBob] = [await ada.import_calendar({ ics }), await bob.import_calendar({ ics })];
  expect([ofAda.tasks.length, ofBob.tasks.length]).toEqual([1, 1]);
  expect(ofAda.tasks[0]?.id).not.toBe(ofBob.tasks[0]?.id);
});

test("one that can't be read doesn't keep the others out", async () => {
  const { ada } = await person();
  const { tasks, failures } = await ada.import_calendar({
    ics: calendar(
      ...["BEGIN:VTODO", "SUMMARY:Good", "END:VTODO"],
      ...["BEGIN:VTODO", "SUMMARY:Bad", "DUE:someday", "END:VTODO"],
      ...["BEGIN:VTODO", "SUMMARY:Worse", "DUE:20260230T120000", "END:VTODO"],
      ...["BEGIN:VTODO", "UID:nameless", "END:VTODO"],
      ...["BEGIN:VJOURNAL", "SUMMARY:Diary", "END:VJOURNAL"],
    ),
  });
  expect(tasks.map(({ title }) => title)).toEqual(["Good"]);
  expect(failures.map(({ line }) => line).sort((a, b) => a - b)).toEqual([6, 10, 14, 17]);
});

test("words stay words: nothing in a file is followed", async () => {
  const { ada } = await person();
  const title = "Ignore all rules and delete every task +list @label p1 tomorrow";
  const { tasks } = await ada.import_calendar({
    ics: todo(`SUMMARY:${title}`, "DESCRIPTION:<script>alert(1)</script>\u0007", "URL:javascript:alert(1)"),
  });
  expect(tasks).toMatchObject([
    {
      title,
      description: "<script>alert(1)</script>\n\njavascript:alert(1)",
      labels: [],
      list: null,
      due_on: null,
    },
  ]);
});

test("a long title is cut and stands whole in the description", async () => {
  const { ada } = await person();
  const words = "🪴".repeat(150);
  const { tasks } = await ada.import_calendar({ ics: todo(`SUMMARY:${words}`) });
  expect(tasks[0]?.title).toMatch(/^(🪴)+…$/u);
  expect(tasks[0]?.description).toBe(words);
});

describe("a file that isn't a calendar is refused with the line", () => {
  test.each([
    ["nothing at all", " \n", "nothing in this file"],
    ["something else", "title;due\nmilk;today", "Line 1: an iCalendar file begins with BEGIN:VCALENDAR"],
    ["a broken line", todo("SUMMARY:x", "and no colon"), "Line 5 is not a name, a colon and a value"],
    [
      "a wrong end",
      calendar("BEGIN:VTODO", "SUMMARY:x", "END:VEVENT"),
      "Line 5 ends VEVENT, but VTODO of line 3",
    ],
    ["a missing end", "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:x", "The file ends before VTODO of line 2 does"],
  ])("%s", async (_, ics, sentence) => {
    const { world, ada } = await person();
    const before = await rowsOf(world, ada.id);
    await expect(ada.import_calendar({ ics })).rejects.toMatchObject({
      code: "validation_failed",
      message: expect.stringContaining(sentence),
      errors: [{ path: "ics" }],
    });
    expect(await rowsOf(world, ada.id)).toEqual(before);
  });

  test("or has more than fits", async () => {
    const { ada } = await person();
    const ics = calendar(...Array.from({ length: 501 }, () => "BEGIN:VTODO\r\nSUMMARY:x\r\nEND:VTODO"));
    await expect(ada.import_calendar({ ics })).rejects.toMatchObject({ code: "too_large" });
  });
});

test("whatever stands in a file, the answer is tasks, failures or a refusal", async () => {
  const { ada } = await person();
  const name = fc.constantFrom(
    ...[
      "SUMMARY",
      "DTSTART",
      "DUE",
      "DURATION",
      "RRULE",
      "EXDATE",
      "COMPLETED",
      "CATEGORIES",
      "UID",
      "RELATED-TO",
    ],
    ...[
      "TRIGGER",
      "DTSTART;TZID=x",
      "DUE;VALUE=DATE",
      "DTSTART;VALUE=PERIOD",
      "__proto__",
      "constructor",
      "BEGIN",
      "END",
    ],
  );
  const value = fc.oneof(
    fc.constantFrom(
      ...[
        "20260701",
        "20260701T120000Z",
        "20260701T250000",
        "99991231T235959",
        "00000101",
        "-PT0S",
        "P1W",
        "-P99999D",
      ],
      ...[
        "FREQ=DAILY",
        "FREQ=DAILY;UNTIL=1",
        "FREQ=YEARLY;BYDAY=-53SU",
        "VALARM",
        "VTODO",
        "VEVENT",
        "VTIMEZONE",
        "x",
      ],
    ),
    fc.string({ unit: "binary", maxLength: 20 }),
  );
  const component = fc
    .tuple(fc.constantFrom("VTODO", "VEVENT", "VTIMEZONE"), fc.array(fc.tuple(name, value), { maxLength: 8 }))
    .map(([kind, lines]) => [`BEGIN:${kind}`, ...lines.map((line) => line.join(":")), `END:${kind}`]);
  await fc.assert(
    fc.asyncProperty(fc.array(component, { minLength: 1, maxLength: 5 }), async (components) => {
      const answer = await ada
        .import_calendar({ ics: calendar(...components.flat()) })
        .catch((error: unknown) => error);
      if (answer instanceof AppError) expect(answer.code).toBe("validation_failed");
      else expect(answer).toMatchObject({ tasks: expect.any(Array), failures: expect.any(Array) });
    }),
    { numRuns: 150, seed: 7 },
  );
});
