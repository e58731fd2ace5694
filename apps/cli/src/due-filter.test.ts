import { expect, test } from "vitest";
import { dueFilter } from "./due-filter.ts";

// A Monday, and in Kiritimati already Tuesday.
const now = new Date("2026-01-05T12:00:00Z");

test.each([
  ["today", { due_on: "2026-01-05" }],
  ["Tomorrow", { due_on: "2026-01-06" }],
  ["2026-12-01", { due_on: "2026-12-01" }],
  ["overdue", { overdue: true }],
  ["before friday", { due_before: "2026-01-09" }],
  ["this week", { due_after: "2026-01-04", due_before: "2026-01-12" }],
])("%s", (words, filter) => {
  expect(dueFilter(words, { now, timeZone: "UTC" })).toEqual(filter);
});

test("today is the person's own", () => {
  expect(dueFilter("today", { now, timeZone: "Pacific/Kiritimati" })).toEqual({ due_on: "2026-01-06" });
});

test("words that name no time are refused with examples", () => {
  expect(() => dueFilter("blah", { now, timeZone: "UTC" })).toThrow(/“blah”\. Try today/);
});
