import { expect, test } from "vitest";
import { sayDue } from "./dates.ts";

const berlin = { now: new Date("2026-11-23T09:00:00Z"), time_zone: "Europe/Berlin" };

test.each([
  [{ due_on: "2026-11-23" }, "today"],
  [{ due_on: "2026-11-24", due_time: "17:00" }, "tomorrow at 17:00"],
  [{ due_on: "2026-11-22" }, "yesterday"],
  [{ due_on: "2026-11-27" }, "Friday, 27 November"],
  [{ due_on: "2027-03-03", due_time: "09:00" }, "Wednesday, 3 March 2027 at 09:00"],
  [{ due_on: null }, ""],
])("%o is said “%s”", (due, said) => {
  expect(sayDue(due, berlin)).toBe(said);
});

test("today is the person's today", () => {
  const due = { due_on: "2026-11-24" };
  expect(sayDue(due, { ...berlin, time_zone: "Pacific/Kiritimati" })).toBe("tomorrow");
  expect(sayDue(due, { now: new Date("2026-11-23T23:30:00Z"), time_zone: "Asia/Karachi" })).toBe("today");
  expect(sayDue(due, { now: new Date("2026-11-23T05:00:00Z"), time_zone: "Pacific/Pago_Pago" })).toBe(
    "Tuesday, 24 November",
  );
});

test("a time of another zone is said as the person's clock will show it", () => {
  const due = { due_on: "2026-11-24", due_time: "01:00", time_zone: "Asia/Karachi" };
  expect(sayDue(due, berlin)).toBe("today at 21:00");
});

test.each([
  ["2027-03-28", "03:30", "Sunday, 28 March 2027 at 03:30"],
  ["2027-10-31", "02:30", "Sunday, 31 October 2027 at 02:30"],
])("over a change of clocks: %s %s", (due_on, due_time, said) => {
  const time_zone = "Europe/Berlin";
  expect(sayDue({ due_on, due_time, time_zone }, { ...berlin, time_zone: "Europe/Vienna" })).toBe(said);
});
