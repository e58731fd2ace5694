import fc from "fast-check";
import { RRuleTemporal } from "rrule-temporal";
import { expect, test } from "vitest";
import { dayOf, isoOf } from "../dates/civil.ts";
import { firstOccurrence } from "./occurrences.ts";
import { parseRule } from "./rule.ts";

const days = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2060-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const rules = fc.constantFrom(
  "FREQ=DAILY",
  "FREQ=WEEKLY;BYDAY=MO,TH",
  "FREQ=MONTHLY;BYMONTHDAY=15",
  "FREQ=MONTHLY;BYMONTHDAY=31",
  "FREQ=MONTHLY;BYMONTHDAY=-1,1",
  "FREQ=MONTHLY;BYDAY=2TU",
  "FREQ=MONTHLY;BYDAY=-1FR,1MO",
  "FREQ=MONTHLY;BYDAY=FR",
  "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
  "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-2",
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
  "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
  "FREQ=YEARLY;BYMONTH=3,9;BYDAY=-1SU",
  "FREQ=YEARLY;BYYEARDAY=1,-1",
  "FREQ=YEARLY;BYWEEKNO=14;BYDAY=TU,FR",
  "FREQ=YEARLY;BYDAY=1MO",
);

test("the first day is the one that the whole series begins with", () => {
  fc.assert(
    fc.property(rules, days, (rrule, from) => {
      const series = new RRuleTemporal({
        rruleString: `DTSTART;TZID=UTC:${from.replaceAll("-", "")}T120000\nRRULE:${rrule}`,
      });
      const [expected] = series.all((_, index) => index < 1).map((each) => each.toString().slice(0, 10));
      const first = firstOccurrence(parseRule(rrule)!, dayOf(from));
      expect(first === undefined ? undefined : isoOf(first)).toBe(expected);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-01-01"],
  ["FREQ=DAILY;UNTIL=20260101", "2026-01-02"],
])("%s from %s never comes", (rrule, from) => {
  expect(firstOccurrence(parseRule(rrule)!, dayOf(from))).toBeUndefined();
});
