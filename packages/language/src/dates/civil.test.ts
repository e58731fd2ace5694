import fc from "fast-check";
import { expect, test } from "vitest";
import { addMonths, civilDay, isoOf, partsOf, weekdayOf } from "./civil.ts";

test("a date that doesn't exist is none", () => {
  expect(civilDay(2026, 2, 29)).toBeUndefined();
  expect(civilDay(2028, 2, 29)).toBeDefined();
  expect(civilDay(2026, 13, 1)).toBeUndefined();
});

test("a month after the 31st is the last of the month", () => {
  expect(isoOf(addMonths(civilDay(2026, 1, 31)!, 1))).toBe("2026-02-28");
});

test("weekdays count from Monday", () => {
  expect(weekdayOf(civilDay(2026, 3, 4)!)).toBe(3);
  expect(weekdayOf(civilDay(1969, 12, 28)!)).toBe(7);
});

test("a day number and its parts are the same day", () => {
  fc.assert(
    fc.property(fc.integer({ min: -300_000, max: 2_900_000 }), (day) => {
      const { year, month, date } = partsOf(day);
      expect(civilDay(year, month, date)).toBe(day);
    }),
  );
});
