import fc from "fast-check";
import { expect, test } from "vitest";
import { quickAdd } from "../quick-add/quick-add.ts";
import { options } from "../testing/meaning.ts";
import { describeRecurrence } from "./describe.ts";
import { formatRule, type Rule, type RuleDay } from "./rule.ts";

const some = (low: number, high: number) =>
  fc
    .uniqueArray(fc.integer({ min: low, max: high }), { minLength: 1, maxLength: 3 })
    .map((numbers) => numbers.sort((a, b) => a - b));
const weekdays: fc.Arbitrary<RuleDay[]> = fc.oneof(
  some(1, 7).map((days) => days.map((weekday) => ({ weekday }))),
  fc.constant([1, 2, 3, 4, 5].map((weekday) => ({ weekday }))),
);
const place = fc.constantFrom(1, 2, 3, 4, -1, -2);
const placed = fc.array(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), place }), {
  minLength: 1,
  maxLength: 2,
});
const monthdays = fc.oneof(some(1, 31), fc.constant([-1]), fc.constant([-3]));

const frequencies: Rule["freq"][] = ["MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

/** What a rule may say beside how often. */
const onWhich: fc.Arbitrary<Omit<Rule, "interval">>[] = [
  fc.record({ freq: fc.constantFrom(...frequencies) }),
  fc.record({ freq: fc.constant("WEEKLY" as const), byday: weekdays }),
  fc.record({ freq: fc.constant("DAILY" as const), byhour: some(8, 23).filter(({ length }) => length > 1) }),
  fc.record({ freq: fc.constant("MONTHLY" as const), bymonthday: monthdays }),
  fc.record({ freq: fc.constant("MONTHLY" as const), byday: placed }),
  fc.constant({
    freq: "MONTHLY" as const,
    byday: [1, 2, 3, 4, 5].map((weekday) => ({ weekday })),
    bysetpos: [-1],
  }),
  fc.record({ freq: fc.constant("YEARLY" as const), bymonth: some(1, 12) }),
  fc.record({ freq: fc.constant("YEARLY" as const), bymonth: some(1, 12), byday: placed }),
  fc.record({
    freq: fc.constant("YEARLY" as const),
    bymonth: fc.integer({ min: 1, max: 12 }).map((month) => [month]),
    bymonthday: fc.integer({ min: 1, max: 28 }).map((date) => [date]),
  }),
];
const endings: fc.Arbitrary<Pick<Rule, "count" | "until">>[] = [
  fc.constant({}),
  fc.record({ count: fc.integer({ min: 1, max: 400 }) }),
  fc
    .date({ min: new Date("2026-04-01"), max: new Date("2031-12-31"), noInvalidDate: true })
    .map((date) => ({ until: date.toISOString().slice(0, 10) })),
];
const rules = fc
  .record({
    which: fc.oneof(...onWhich),
    interval: fc.integer({ min: 1, max: 40 }),
    ending: fc.oneof(...endings),
  })
  .map(({ which, interval, ending }): Rule => ({ ...which, interval, ...ending }));

test.each(["en", "ur"])("what is said of a rule in %s is understood as that rule", (locale) => {
  fc.assert(
    fc.property(rules, (rule) => {
      const rrule = formatRule(rule);
      const said = describeRecurrence({ rrule }, locale);
      const { task } = quickAdd(`Xyz ${said}`, { ...options, locale });
      expect({ said, ...task.recurrence, title: task.title }).toEqual({ said, rrule, title: "Xyz" });
    }),
    { numRuns: 200 },
  );
});

test.each([
  ["FREQ=DAILY", "every day"],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "every 2 weeks on Monday and Friday"],
  ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every week on weekdays"],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"],
  ["FREQ=MONTHLY;BYDAY=2TU,-1FR", "every month on the 2nd Tuesday and last Friday"],
  ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "every month on the last weekday"],
  ["FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24", "every year on 24 December"],
  ["FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "every year on the 4th Thursday in November"],
  ["FREQ=DAILY;BYHOUR=8,20;COUNT=10", "every day at 08:00 and 20:00, 10 times"],
  ["FREQ=WEEKLY;UNTIL=20260630", "every week until 30 June 2026"],
])("%s is said “%s”", (rrule, said) => {
  expect(describeRecurrence({ rrule })).toBe(said);
});

test("a rule that counts from the completion says so", () => {
  const recurrence = { rrule: "FREQ=DAILY;INTERVAL=3", after_completion: true as const };
  const said = describeRecurrence(recurrence);
  expect(said).toBe("every 3 days after completion");
  expect(quickAdd(`Xyz ${said}`, options).task.recurrence).toEqual(recurrence);
});

test.each([
  "",
  "every day",
  "FREQ=OFTEN",
  "FREQ=DAILY;INTERVAL=0",
  "FREQ=DAILY;X-COLOUR=RED",
  "FREQ=DAILY;BYDAY=XX",
])("nothing is said of “%s”", (rrule) => {
  expect(describeRecurrence({ rrule })).toBeUndefined();
});
