import { AppError } from "@todo/contract";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendar, person, todo } from "../testing/calendar-file.ts";
import { rowsOf } from "../testing/things.ts";

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
    { numRuns: 150 },
  );
});
