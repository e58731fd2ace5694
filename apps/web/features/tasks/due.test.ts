import { expect, test } from "vitest";
import { english as t } from "../../messages/testing.ts";
import { type Due, dueExactly, dueInWords, isOverdue, type Viewpoint } from "./due.ts";

// A Monday, nine in the morning in Berlin.
const berlin: Viewpoint = {
  now: new Date("2026-01-05T08:00:00Z"),
  zone: "Europe/Berlin",
  locale: "en-GB",
  t,
};
const due = (
  due_on: string | null,
  due_time: string | null = null,
  time_zone: string | null = null,
): Due => ({
  due_on,
  due_time,
  time_zone,
});

test.each([
  ["2026-01-05", "today"],
  ["2026-01-06", "tomorrow"],
  ["2026-01-04", "yesterday"],
  ["2026-01-09", "Fri"],
  ["2026-01-11", "Sun"],
  ["2026-01-12", "12 Jan"],
  ["2026-12-12", "12 Dec"],
  ["2027-01-05", "5 Jan 2027"],
  ["2025-12-30", "30 Dec 2025"],
])("%s is said as “%s”", (day, words) => {
  expect(dueInWords(due(day), berlin)).toBe(words);
});

test("a time is said as people there write it", () => {
  const five = due("2026-01-05", "17:00", "Europe/Berlin");
  expect(dueInWords(five, berlin)).toBe("today 17:00");
  expect(dueInWords(five, { ...berlin, locale: "en-US" })).toBe("today 5 PM");
  expect(dueInWords(due("2026-01-05", "17:30", "Europe/Berlin"), { ...berlin, locale: "en-US" })).toBe(
    "today 5:30 PM",
  );
  expect(dueInWords(five, { ...berlin, locale: "ur-PK" })).toBe("today 17:00");
  expect(dueInWords(five, { ...berlin, locale: "UR" })).toBe("today 17:00");
});

test("a time set in another zone is moved to the person's clock, and so may be its day", () => {
  expect(dueInWords(due("2026-01-05", "20:00", "America/New_York"), berlin)).toBe("tomorrow 02:00");
});

test("today is the person's today, not the server's", () => {
  const late = new Date("2026-01-05T23:30:00Z");
  expect(dueInWords(due("2026-01-06"), { ...berlin, now: late })).toBe("today");
  expect(dueInWords(due("2026-01-05"), { ...berlin, now: late, zone: "Pacific/Pago_Pago" })).toBe("today");
  expect(dueInWords(due("2026-01-06"), { ...berlin, now: late, zone: "Pacific/Kiritimati" })).toBe("today");
});

test("without a date there is nothing to say", () => {
  expect(dueInWords(due(null), berlin)).toBeUndefined();
});

test("the exact date is there for those who point at it", () => {
  expect(dueExactly(due("2026-01-09", "09:15", "Europe/Berlin"), berlin)).toMatch(
    /^Friday,? 9 January 2026, 09:15$/,
  );
});

test("a day is overdue when it is over, a time when it has passed", () => {
  const pending = { status: "pending" as const };
  expect(isOverdue({ ...due("2026-01-04"), ...pending }, berlin)).toBe(true);
  expect(isOverdue({ ...due("2026-01-05"), ...pending }, berlin)).toBe(false);
  expect(isOverdue({ ...due("2026-01-05", "08:59", "Europe/Berlin"), ...pending }, berlin)).toBe(true);
  expect(isOverdue({ ...due("2026-01-05", "09:01", "Europe/Berlin"), ...pending }, berlin)).toBe(false);
  expect(isOverdue({ ...due("2026-01-04"), status: "completed" }, berlin)).toBe(false);
});
