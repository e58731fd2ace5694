import { AppError } from "@todo/contract";
import { describe, expect, test } from "vitest";
import { formatRule, readRule } from "./rule.ts";
import { startRecurrence } from "./start.ts";

describe("what is no rule for a task is refused, with what is wrong about it", () => {
  test.each([
    ["every day", "is no part of a rule"],
    ["INTERVAL=2", "FREQ is missing"],
    ["FREQ=OFTEN", "FREQ=OFTEN is none of"],
    ["FREQ=SECONDLY", "can't come back every second"],
    ["FREQ=DAILY;FREQ=DAILY", "says FREQ twice"],
    ["FREQ=DAILY;COLOUR=RED", "no part COLOUR"],
    ["FREQ=DAILY;INTERVAL=0", "INTERVAL=0 isn't a number from 1"],
    ["FREQ=DAILY;INTERVAL=10000", "from 1 to 9999"],
    ["FREQ=DAILY;COUNT=3;UNTIL=20260630", "by COUNT or by UNTIL"],
    ["FREQ=DAILY;COUNT=1e3", "COUNT=1E3 isn't a number"],
    ["FREQ=DAILY;UNTIL=20260230", "UNTIL=20260230 is no date"],
    ["FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY=32"],
    ["FREQ=MONTHLY;BYMONTHDAY=0", "counts from 1"],
    ["FREQ=WEEKLY;BYDAY=XX", "BYDAY=XX is no weekday"],
    ["FREQ=WEEKLY;BYDAY=2TU", "needs FREQ=MONTHLY or FREQ=YEARLY"],
    ["FREQ=WEEKLY;BYMONTHDAY=2", "doesn't go with FREQ=WEEKLY"],
    ["FREQ=MONTHLY;BYWEEKNO=2", "BYWEEKNO needs FREQ=YEARLY"],
    ["FREQ=DAILY;BYYEARDAY=2", "BYYEARDAY needs FREQ=YEARLY"],
    ["FREQ=DAILY;BYSETPOS=2", "BYSETPOS picks from other parts"],
    ["FREQ=DAILY;BYHOUR=9,10;BYSETPOS=3", "picks nothing: there are 2 to pick from"],
    ["FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=-3,3", "picks nothing"],
    ["FREQ=DAILY;BYSECOND=30", "no seconds"],
    ["FREQ=WEEKLY;WKST=XX", "WKST=XX is no weekday"],
    ["FREQ=HOURLY", "give due_time"],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "never falls"],
    ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "never falls"],
    ["FREQ=WEEKLY;UNTIL=20250101", "ends on 2025-01-01, before it begins"],
  ])("%s: %s", (rrule, why) => {
    const begin = {
      time_zone: "UTC",
      now: new Date("2026-01-05T09:00Z"),
      language: "en",
      path: "recurrence",
    };
    expect(() => startRecurrence({ rrule }, begin)).toThrow(
      expect.objectContaining({ code: "validation_failed", message: expect.stringContaining(why) }),
    );
  });
});

describe("a rule is the same text whoever wrote it", () => {
  test.each([
    ["rrule:byday=fr,mo;freq=weekly;interval=1;wkst=mo", "FREQ=WEEKLY;BYDAY=FR,MO"],
    ["FREQ=MONTHLY;BYMONTHDAY=-1,15,+1,15;", "FREQ=MONTHLY;BYMONTHDAY=1,15,-1"],
    ["BYDAY=+1MO,-1FR;COUNT=3;FREQ=MONTHLY", "FREQ=MONTHLY;BYDAY=1MO,-1FR;COUNT=3"],
    ["FREQ=DAILY;BYSECOND=0;UNTIL=20260630", "FREQ=DAILY;UNTIL=20260630"],
  ])("%s", (given, written) => {
    expect(formatRule(readRule(given, "rrule"))).toBe(written);
  });
});

test("the error names the field that holds the rule", () => {
  expect(() => readRule("no", "recurrence")).toThrow(AppError);
  expect(() => readRule("no", "recurrence")).toThrow(
    expect.objectContaining({ errors: [expect.objectContaining({ path: "recurrence" })] }),
  );
});
