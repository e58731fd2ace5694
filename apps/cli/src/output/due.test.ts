import { expect, test } from "vitest";
import { dueInWords, isOverdue } from "./due.ts";

const monday = new Date("2026-01-05T09:00:00Z");
const here = { now: monday, timeZone: "Europe/Berlin" };
const due = (
  due_on: string | null,
  due_time: string | null = null,
  time_zone = due_time && here.timeZone,
) => ({
  due_on,
  due_time,
  time_zone,
});

test.each([
  [due(null), ""],
  [due("2026-01-05"), "today"],
  [due("2026-01-06", "17:00"), "tomorrow 17:00"],
  [due("2026-01-04"), "yesterday"],
  [due("2026-01-09"), "Fri"],
  [due("2026-01-12"), "12 Jan"],
  [due("2025-12-12"), "12 Dec 2025"],
  [due("2026-01-05", "09:00", "Asia/Tokyo"), "today 09:00 Asia/Tokyo"],
])("%j is said as %j", (task, words) => {
  expect(dueInWords(task, here)).toBe(words);
});

test("today is the person's own, up to the date line", () => {
  const now = new Date("2026-01-05T10:30:00Z");
  expect(dueInWords(due("2026-01-06"), { now, timeZone: "Pacific/Kiritimati" })).toBe("today");
  expect(dueInWords(due("2026-01-04"), { now, timeZone: "Pacific/Pago_Pago" })).toBe("today");
});

test("overdue is a day before today, or an earlier time today in the zone of that time", () => {
  const pending = { status: "pending" as const };
  expect(isOverdue({ ...due("2026-01-04"), ...pending }, here)).toBe(true);
  expect(isOverdue({ ...due("2026-01-05"), ...pending }, here)).toBe(false);
  expect(isOverdue({ ...due("2026-01-05", "09:59"), ...pending }, here)).toBe(true);
  expect(isOverdue({ ...due("2026-01-05", "10:00"), ...pending }, here)).toBe(false);
  expect(isOverdue({ ...due("2026-01-05", "17:59", "Asia/Tokyo"), ...pending }, here)).toBe(true);
  expect(isOverdue({ ...due("2026-01-04"), status: "completed" }, here)).toBe(false);
});
