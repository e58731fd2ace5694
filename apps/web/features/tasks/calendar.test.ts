import { expect, test } from "vitest";
import { addDays, daysBetween, instantOf, wallClock, weekdayOf } from "./calendar.ts";

test("days are added across months, leap days and years", () => {
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  expect(weekdayOf("2026-01-05")).toBe(1);
});

test("midnight is written 00:00, not 24:00", () => {
  expect(wallClock(new Date("2026-01-04T23:00:00Z"), "Europe/Berlin")).toEqual({
    day: "2026-01-05",
    time: "00:00",
  });
});

test.each([
  ["an ordinary time", "2026-01-05", "09:00", "Europe/Berlin", "2026-01-05T08:00:00.000Z"],
  ["a time in a gap: the later reading", "2026-03-29", "02:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
  ["a time that comes twice: the first", "2026-10-25", "02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
  ["a half-hour zone", "2026-01-05", "09:00", "Asia/Kolkata", "2026-01-05T03:30:00.000Z"],
  ["the far east of the calendar", "2026-01-05", "09:00", "Pacific/Kiritimati", "2026-01-04T19:00:00.000Z"],
])("%s", (_, day, time, zone, instant) => {
  expect(instantOf(day, time, zone).toISOString()).toBe(instant);
});
