/** The day is the person's, wherever the server stands, and hours are real hours when the clocks change. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { due } from "../testing/due.ts";
import { isoOf } from "./civil.ts";

const zones = [
  "Pacific/Pago_Pago",
  "Pacific/Honolulu",
  "America/St_Johns",
  "UTC",
  "Europe/Berlin",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
];
const instants = fc
  .integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2032, 0, 1) / 60_000 })
  .map((minutes) => new Date(minutes * 60_000));

/** What the wall shows there, by another way than the one under test. */
function wallClock(instant: Date, timeZone: string): string {
  return instant.toLocaleString("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
}

test("today is the day of the person, not of the server", () => {
  const now = new Date("2026-03-04T11:30:00Z");
  expect(due("today", { now, time_zone: "Pacific/Kiritimati" })).toBe("2026-03-05");
  expect(due("today", { now, time_zone: "Pacific/Pago_Pago" })).toBe("2026-03-04");
});

test.each(zones)("today, tomorrow and in a week in %s", (time_zone) => {
  fc.assert(
    fc.property(instants, (now) => {
      const today = wallClock(now, time_zone).slice(0, 10);
      const later = (days: number) => isoOf(Date.parse(today) / 86_400_000 + days);
      expect(due("today", { now, time_zone })).toBe(today);
      expect(due("tomorrow", { now, time_zone })).toBe(later(1));
      expect(due("in a week", { now, time_zone })).toBe(later(7));
    }),
    { numRuns: 60 },
  );
});

test.each(zones)("some hours from now are real hours in %s", (time_zone) => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 72 }), (now, hours) => {
      const then = wallClock(new Date(now.getTime() + hours * 3_600_000), time_zone);
      expect(due(`in ${hours} hours`, { now, time_zone })).toBe(then);
    }),
    { numRuns: 60 },
  );
});

test("an hour before the clocks go forward, in an hour is two hours later on the wall", () => {
  // Berlin goes from 01:59 to 03:00 on 29 March 2026.
  const now = new Date("2026-03-29T00:30:00Z");
  expect(due("in an hour", { now, time_zone: "Europe/Berlin" })).toBe("2026-03-29 03:30");
  expect(due("tomorrow", { now, time_zone: "Europe/Berlin" })).toBe("2026-03-30");
});

test("an hour before the clocks go back, in an hour is the same time on the wall", () => {
  // Berlin goes from 02:59 to 02:00 on 25 October 2026.
  const now = new Date("2026-10-25T00:30:00Z");
  expect(due("in an hour", { now, time_zone: "Europe/Berlin" })).toBe("2026-10-25 02:30");
  expect(due("in three hours", { now, time_zone: "Europe/Berlin" })).toBe("2026-10-25 04:30");
});
