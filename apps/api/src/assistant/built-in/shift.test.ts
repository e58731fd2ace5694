import { expect, test } from "vitest";
import { shifted } from "./shift.ts";

/** Ten in the morning in Berlin. */
const moment = { now: new Date("2026-11-23T09:00:00Z"), time_zone: "Europe/Berlin" };
const task = { title: "Report", due_on: "2026-11-30", due_time: "23:30", time_zone: "Europe/Berlin" };

test.each([
  [task, { amount: 1, unit: "day" }, { due_on: "2026-12-01" }],
  [task, { amount: -1, unit: "week" }, { due_on: "2026-11-23" }],
  [task, { amount: 3, unit: "month" }, { due_on: "2027-02-28" }],
  [task, { amount: -1, unit: "month" }, { due_on: "2026-10-30" }],
  [task, { amount: 45, unit: "minute" }, { due_on: "2026-12-01", due_time: "00:15" }],
  [task, { amount: -2, unit: "hour" }, { due_on: "2026-11-30", due_time: "21:30" }],
  [
    { ...task, time_zone: "Asia/Karachi" },
    { amount: -2, unit: "hour" },
    { due_on: "2026-11-30", due_time: "21:30", time_zone: "Asia/Karachi" },
  ],
  [{ title: "Report" }, { amount: 2, unit: "day" }, { due_on: "2026-11-25" }],
  [{ title: "Report" }, { amount: 1, unit: "hour" }, { due_on: "2026-11-23", due_time: "11:00" }],
] as const)("%o moved by %o", (from, by, to) => {
  expect(shifted(from, by, moment)).toEqual(to);
});
