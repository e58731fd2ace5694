import { describeRecurrence } from "@todo/language/recurrence/describe";
import { describe, expect, test } from "vitest";
import { presetsFor } from "./presets.ts";

const rules = (day: string) => presetsFor(day).map(({ rrule }) => rrule);

test("a third Tuesday offers each Tuesday, the third Tuesday and its date", () => {
  expect(rules("2026-11-17")).toEqual(
    expect.arrayContaining(["FREQ=WEEKLY;BYDAY=TU", "FREQ=MONTHLY;BYDAY=3TU", "FREQ=MONTHLY;BYMONTHDAY=17"]),
  );
});

test("what not every month has is offered as the last", () => {
  expect(rules("2026-10-30")).toContain("FREQ=MONTHLY;BYDAY=-1FR");
  expect(rules("2027-02-28")).toContain("FREQ=MONTHLY;BYMONTHDAY=-1");
});

describe.each(["en", "ur"])("in %s", (language) => {
  test.each(presetsFor("2026-11-17"))("there are words for $rrule", (preset) => {
    expect(describeRecurrence(preset, language)).toBeTruthy();
  });
});
