import fc from "fast-check";
import { RRule } from "rrule";
import { describe, expect, test } from "vitest";
import { instantAt } from "../tasks/local-time.ts";
import { addDaysToInstant, occurrences } from "./occurrences.ts";
import { readRule } from "./rule.ts";

const take = (most: number, rrule: string, start: string, zone = "UTC") =>
  occurrences(readRule(rrule, "rrule"), start, zone).take(most).toArray();

const numbers = (low: number, high: number, most = 3) =>
  fc.uniqueArray(fc.integer({ min: low, max: high }), { minLength: 1, maxLength: most }).map(String);
const weekdays = fc.constantFrom("MO", "TU", "WE", "TH", "FR", "SA", "SU");
const days = fc.uniqueArray(weekdays, { minLength: 1, maxLength: 5 }).map(String);
const placed = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom(1, 2, 3, 4, 5, -1, -2), weekdays).map(([n, day]) => `${n}${day}`),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map(String);
const monthDay = fc.oneof(numbers(1, 31), numbers(-31, -1));
const part = (name: string, values: fc.Arbitrary<string>) => values.map((value) => `${name}=${value}`);

/** What goes with a frequency beside its interval. */
const shapes: Record<string, fc.Arbitrary<string>[][]> = {
  DAILY: [[], [part("BYMONTH", numbers(1, 12))], [part("BYDAY", days)], [part("BYMONTHDAY", monthDay)]],
  WEEKLY: [[], [part("BYDAY", days)], [part("BYDAY", days), part("WKST", weekdays)]],
  MONTHLY: [
    [],
    [part("BYMONTHDAY", monthDay)],
    [part("BYDAY", days)],
    [part("BYDAY", placed)],
    [part("BYDAY", days), part("BYSETPOS", fc.constantFrom("1", "2", "-1", "1,-1"))],
    [part("BYMONTH", numbers(1, 12)), part("BYMONTHDAY", numbers(1, 28))],
    [part("BYDAY", days), part("BYMONTHDAY", numbers(1, 31, 10))],
  ],
  YEARLY: [
    [],
    [part("BYMONTH", numbers(1, 12)), part("BYMONTHDAY", numbers(1, 28))],
    [part("BYMONTH", numbers(1, 12)), part("BYDAY", placed)],
    [part("BYYEARDAY", fc.oneof(numbers(1, 365), numbers(-365, -1)))],
    [part("BYWEEKNO", numbers(2, 51)), part("BYDAY", days)],
    [part("BYMONTH", numbers(1, 12)), part("BYDAY", days), part("BYSETPOS", fc.constantFrom("1", "-1"))],
  ],
};
const rulesOf = (freq: string) =>
  fc
    .tuple(
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom(...shapes[freq]!).chain((parts) => fc.tuple(...parts)),
    )
    .map(([interval, parts]) => [`FREQ=${freq}`, `INTERVAL=${interval}`, ...parts].join(";"));
const starts = fc
  .date({ min: new Date("1999-01-01"), max: new Date("2031-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test.each(Object.keys(shapes))("any %s rule falls where an engine of another hand says", (freq) => {
  fc.assert(
    fc.property(rulesOf(freq), starts, (rrule, start) => {
      const last = `${Number(start.slice(0, 4)) + 12}${start.slice(4, 8)}01`;
      const ends = { count: 6, until: new Date(`${last}T00:00Z`) };
      const other = new RRule({
        ...RRule.parseString(rrule),
        dtstart: new Date(`${start}T00:00Z`),
        ...ends,
      });
      const expected = other.all().map((date) => date.toISOString().slice(0, 10));
      const until = `UNTIL=${last.replaceAll("-", "")}`;
      expect(take(6, `${rrule};${until}`, start), `${rrule} from ${start}`).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

describe("days that not every month or year has", () => {
  test.each([
    ["the 31st", "FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31", "2026-03-31 2026-05-31 2026-07-31"],
    ["the last day", "FREQ=MONTHLY;BYMONTHDAY=-1", "2027-12-31", "2028-01-31 2028-02-29 2028-03-31"],
    ["29 February", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2024-02-29", "2028-02-29 2032-02-29 2036-02-29"],
    ["29 February about 2100", "FREQ=YEARLY", "2096-02-29", "2104-02-29 2108-02-29 2112-02-29"],
    [
      "the last workday",
      "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
      "2026-01-30",
      "2026-02-27 2026-03-31 2026-04-30",
    ],
    ["the end of the year", "FREQ=DAILY", "2026-12-30", "2026-12-31 2027-01-01 2027-01-02"],
    ["week 53", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", "2020-12-28", "2026-12-28 2032-12-27 2037-12-28"],
  ])("%s", (_, rrule, start, then) => {
    expect(take(4, rrule, start)).toEqual([start, ...then.split(" ")]);
  });
});

const zones = [
  "Pacific/Pago_Pago",
  "America/New_York",
  "UTC",
  "Europe/Berlin",
  "Asia/Kathmandu",
  "Asia/Tehran",
  "Pacific/Kiritimati",
];

describe.each(zones)("in %s", (zone) => {
  test("a rule of days gives each day once, whatever the clocks do", () => {
    const keys = take(365, "FREQ=DAILY", "2022-01-01", zone);
    expect([new Set(keys).size, keys.at(-1)]).toEqual([365, "2022-12-31"]);
  });
});

test.each([
  ["Europe/Berlin", "2026-03-28"],
  ["Europe/Berlin", "2026-10-24"],
  ["America/New_York", "2026-03-07"],
  ["Australia/Lord_Howe", "2026-10-03"],
])("in %s from %s on every hour is another instant, later than the one before", (zone, date) => {
  const keys = take(50, "FREQ=HOURLY", `${date}T00:00`, zone);
  const instants = keys.map((key) => instantAt(key.slice(0, 10), key.slice(11), zone));
  expect(instants).toEqual([...new Set(instants)].sort());
});

describe("where the clocks change", () => {
  test.each([
    ["forward in Berlin: the later reading", "2026-03-29", "02:30", "Europe/Berlin", "01:30"],
    ["back in Berlin: the first", "2026-10-25", "02:30", "Europe/Berlin", "00:30"],
    ["forward in New York", "2026-03-08", "02:30", "America/New_York", "07:30"],
    ["back in New York", "2026-11-01", "01:30", "America/New_York", "05:30"],
    ["half an hour on Lord Howe Island", "2026-10-04", "02:15", "Australia/Lord_Howe", "15:45"],
  ])("%s", (_, date, time, zone, utc) => {
    expect(instantAt(date, time, zone).slice(11, 16)).toBe(utc);
  });

  test("Tehran's summer ends a last time in 2022, and nine o'clock stays nine", () => {
    const at = (date: string) => instantAt(date, "09:00", "Asia/Tehran").slice(11, 16);
    expect(["2022-06-21", "2023-06-21", "2026-06-21"].map(at)).toEqual(["04:30", "05:30", "05:30"]);
  });

  test("a reminder that moves by days stays at its time of the day", () => {
    expect(addDaysToInstant("2026-03-28T08:00:00.000Z", 1, "Europe/Berlin")).toBe("2026-03-29T07:00:00.000Z");
  });
});
