import { expect, test } from "vitest";
import { sayDays } from "./periods.ts";

/** A Monday. */
const monday = { now: new Date("2026-11-23T09:00:00Z"), time_zone: "Europe/Berlin" };
/** The Sunday before, where the week is still the last one. */
const sunday = { now: new Date("2026-11-23T09:00:00Z"), time_zone: "Pacific/Pago_Pago" };

test.each([
  [{ after: "2026-11-22", before: "2026-11-30" }, "this week"],
  [{ after: "2026-11-29", before: "2026-12-07" }, "next week"],
  [{ after: "2026-11-15", before: "2026-11-23" }, "last week"],
  [{ after: "2026-11-27", before: "2026-11-30" }, "this weekend"],
  [{ after: "2026-10-31", before: "2026-12-01" }, "this month"],
  [{ after: "2026-11-30", before: "2027-01-01" }, "next month"],
  [{ after: "2025-12-31", before: "2027-01-01" }, "this year"],
  [{ after: "2026-11-22", before: "2026-11-26" }, "from today to Wednesday, 25 November"],
  [{ before: "2026-11-30" }, "before Monday, 30 November"],
  [{ after: "2026-11-24" }, "after tomorrow"],
  [{ on: "2026-11-24" }, "tomorrow"],
  [{ overdue: true as const }, ""],
  [undefined, ""],
])("%o is said “%s”", (days, said) => {
  expect(sayDays(days, monday)).toBe(said);
});

test("the week is the person's", () => {
  expect(sayDays({ after: "2026-11-22", before: "2026-11-30" }, sunday)).toBe("next week");
});
