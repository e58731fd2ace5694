import type { Reminder } from "@todo/contract";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { afterQuietHours, type Due, instantOf, noticeId } from "./instants.ts";

const id = "00000000-0000-7000-8000-000000000000";
const person = (time_zone: string, all_day_time = "09:00") => ({
  time_zone,
  all_day_time,
  quiet_from: null,
  quiet_until: null,
});
const date = (due_on: string): Due => ({ due_on, due_time: null, time_zone: null });
const time = (due_on: string, due_time: string, time_zone: string): Due => ({ due_on, due_time, time_zone });
const before = (minutes_before: number): Reminder => ({ id, minutes_before });
const daysBefore = (days_before: number, time: string): Reminder => ({ id, days_before, time });

describe("an instant", () => {
  test.each<[string, Reminder, Due, string, string]>([
    [
      "at the due time",
      before(0),
      time("2026-01-05", "17:00", "Europe/Berlin"),
      "UTC",
      "2026-01-05T16:00:00.000Z",
    ],
    [
      "an hour before",
      before(60),
      time("2026-01-05", "17:00", "Europe/Berlin"),
      "UTC",
      "2026-01-05T15:00:00.000Z",
    ],
    [
      "of a date alone: at the person's time",
      before(0),
      date("2026-01-05"),
      "Asia/Karachi",
      "2026-01-05T04:00:00.000Z",
    ],
    [
      "the evening before",
      daysBefore(1, "20:00"),
      date("2026-01-05"),
      "Asia/Karachi",
      "2026-01-04T15:00:00.000Z",
    ],
    [
      "on the day, in the task's zone",
      daysBefore(0, "08:00"),
      time("2026-01-05", "17:00", "Asia/Tokyo"),
      "UTC",
      "2026-01-04T23:00:00.000Z",
    ],
    [
      "an absolute one, whatever the task says",
      { id, at: "2026-01-01T00:00:00.000Z" },
      date("2026-01-05"),
      "UTC",
      "2026-01-01T00:00:00.000Z",
    ],
    [
      "an absolute one of a task without a date",
      { id, at: "2026-01-01T00:00:00.000Z" },
      { due_on: null, due_time: null, time_zone: null },
      "UTC",
      "2026-01-01T00:00:00.000Z",
    ],
    [
      "in a gap: the later reading",
      before(0),
      time("2026-03-29", "02:30", "Europe/Berlin"),
      "UTC",
      "2026-03-29T01:30:00.000Z",
    ],
    [
      "in an overlap: the first",
      before(0),
      time("2026-10-25", "02:30", "Europe/Berlin"),
      "UTC",
      "2026-10-25T00:30:00.000Z",
    ],
    [
      "an hour before noon of a short day",
      before(12 * 60),
      time("2026-03-29", "12:00", "Europe/Berlin"),
      "UTC",
      "2026-03-28T22:00:00.000Z",
    ],
    [
      "New York in winter",
      before(0),
      time("2026-01-05", "09:00", "America/New_York"),
      "UTC",
      "2026-01-05T14:00:00.000Z",
    ],
    [
      "New York in summer",
      before(0),
      time("2026-07-05", "09:00", "America/New_York"),
      "UTC",
      "2026-07-05T13:00:00.000Z",
    ],
    [
      "south of the equator: a gap in October",
      before(0),
      time("2026-10-04", "02:15", "Australia/Lord_Howe"),
      "UTC",
      "2026-10-03T15:45:00.000Z",
    ],
    [
      "São Paulo in summer since it gave daylight saving up",
      before(0),
      time("2026-01-05", "09:00", "America/Sao_Paulo"),
      "UTC",
      "2026-01-05T12:00:00.000Z",
    ],
    [
      "São Paulo in summer when it still had it",
      before(0),
      time("2019-01-05", "09:00", "America/Sao_Paulo"),
      "UTC",
      "2019-01-05T11:00:00.000Z",
    ],
    [
      "where the day begins first",
      before(0),
      date("2026-01-05"),
      "Pacific/Kiritimati",
      "2026-01-04T19:00:00.000Z",
    ],
    [
      "where the day ends last",
      before(0),
      date("2026-01-05"),
      "Pacific/Pago_Pago",
      "2026-01-05T20:00:00.000Z",
    ],
    ["a day that Samoa never had", before(0), date("2011-12-30"), "Pacific/Apia", "2011-12-30T19:00:00.000Z"],
    [
      "a quarter of an hour",
      before(0),
      time("2026-01-05", "09:00", "Asia/Kathmandu"),
      "UTC",
      "2026-01-05T03:15:00.000Z",
    ],
    ["the 29th of February", daysBefore(1, "09:00"), date("2028-03-01"), "UTC", "2028-02-29T09:00:00.000Z"],
  ])("%s", (_, reminder, due, zone, expected) => {
    expect(instantOf(reminder, due, person(zone))?.toISOString()).toBe(expected);
  });

  test.each<[string, Reminder, Due]>([
    ["no date", before(10), { due_on: null, due_time: null, time_zone: null }],
    [
      "a date at the calendar's end, further west",
      before(0),
      time("9999-12-31", "23:59", "America/New_York"),
    ],
  ])("there is none for %s", (_, reminder, due) => {
    expect(instantOf(reminder, due, person("UTC"))).toBeUndefined();
  });
});

const zones = [
  "Pacific/Pago_Pago",
  "America/New_York",
  "America/Sao_Paulo",
  "UTC",
  "Europe/Berlin",
  "Africa/Casablanca",
  "Asia/Kathmandu",
  "Asia/Karachi",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Kiritimati",
];
const zone = fc.constantFrom(...zones);
const day = fc
  .integer({ min: 0, max: 365 * 30 })
  .map((days) => Temporal.PlainDate.from("2005-01-01").add({ days }).toString());
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => `${part}`.padStart(2, "0")).join(":"));
const wallClock = (instant: Date, timeZone: string) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }).format(instant);

test("the clock on the wall shows the due time then, unless a gap has swallowed it", () => {
  fc.assert(
    fc.property(day, clock, zone, (due_on, due_time, time_zone) => {
      const instant = instantOf(before(0), time(due_on, due_time, time_zone), person("UTC"))!;
      const shown = wallClock(instant, time_zone);
      const wanted = `${due_on} ${due_time}`;
      // A gap moves it on by as much as the clocks were.
      if (shown !== wanted) expect(shown > wanted).toBe(true);
      const earlier = new Date(instant.getTime() - 3_600_000);
      // Of two readings it is the first.
      expect(wallClock(earlier, time_zone)).not.toBe(wanted);
    }),
    { numRuns: 2_000 },
  );
});

test("minutes before are minutes, whatever clocks do meanwhile", () => {
  fc.assert(
    fc.property(
      day,
      clock,
      zone,
      fc.integer({ min: 0, max: 86_400 }),
      (due_on, due_time, time_zone, minutes) => {
        const task = time(due_on, due_time, time_zone);
        const [due, reminded] = [before(0), before(minutes)].map((one) =>
          instantOf(one, task, person("UTC"))!.getTime(),
        );
        expect(due! - reminded!).toBe(minutes * 60_000);
      },
    ),
    { numRuns: 2_000 },
  );
});

describe("quiet hours", () => {
  const quiet = (quiet_from: string | null, quiet_until: string | null, time_zone = "UTC") => ({
    time_zone,
    quiet_from,
    quiet_until,
  });

  test.each([
    ["before they begin", "2026-01-05T21:59:00.000Z", quiet("22:00", "07:00"), "2026-01-05T21:59:00.000Z"],
    ["as they begin", "2026-01-05T22:00:00.000Z", quiet("22:00", "07:00"), "2026-01-06T07:00:00.000Z"],
    ["after midnight", "2026-01-06T00:30:00.000Z", quiet("22:00", "07:00"), "2026-01-06T07:00:00.000Z"],
    ["as they end", "2026-01-06T07:00:00.000Z", quiet("22:00", "07:00"), "2026-01-06T07:00:00.000Z"],
    ["at noon", "2026-01-06T12:30:00.000Z", quiet("12:00", "13:00"), "2026-01-06T13:00:00.000Z"],
    [
      "in the person's zone",
      "2026-01-05T18:00:00.000Z",
      quiet("22:00", "07:00", "Asia/Karachi"),
      "2026-01-06T02:00:00.000Z",
    ],
    ["without any", "2026-01-05T23:00:00.000Z", quiet(null, null), "2026-01-05T23:00:00.000Z"],
    [
      "across the end of the calendar",
      "9999-12-31T23:30:00.000Z",
      quiet("22:00", "07:00"),
      "9999-12-31T23:59:59.999Z",
    ],
    [
      "their end in a gap",
      "2026-03-29T00:30:00.000Z",
      quiet("22:00", "02:30", "Europe/Berlin"),
      "2026-03-29T01:30:00.000Z",
    ],
    [
      "in the second reading of their end's hour",
      "2026-10-25T01:10:00.000Z",
      quiet("22:00", "02:30", "Europe/Berlin"),
      "2026-10-25T01:30:00.000Z",
    ],
  ])("%s", (_, instant, hours, expected) => {
    expect(afterQuietHours(new Date(instant), hours).toISOString()).toBe(expected);
  });

  test("never make it earlier, nor more than a day later, and nothing comes within them", () => {
    const hours = fc.tuple(clock, clock).filter(([from, until]) => from !== until);
    fc.assert(
      fc.property(day, clock, zone, hours, (on, at, time_zone, [from, until]) => {
        const instant = instantOf(before(0), time(on, at, time_zone), person("UTC"))!;
        const sent = afterQuietHours(instant, quiet(from, until, time_zone));
        const later = sent.getTime() - instant.getTime();
        expect(later).toBeGreaterThanOrEqual(0);
        expect(later).toBeLessThanOrEqual(25 * 3_600_000);
        if (later > 0) expect(wallClock(sent, time_zone).slice(11) >= until).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

test("a notice has another id at another instant, in another slot or space, and the same one otherwise", () => {
  const [one, other] = [new Date("2026-01-05T09:00:00.000Z"), new Date("2026-01-05T09:00:00.001Z")];
  const ids = [
    noticeId("a", "s", one),
    noticeId("a", "s", other),
    noticeId("a", "t", one),
    noticeId("b", "s", one),
  ];
  expect(new Set(ids).size).toBe(4);
  expect(noticeId("a", "s", new Date(one))).toBe(ids[0]);
});
