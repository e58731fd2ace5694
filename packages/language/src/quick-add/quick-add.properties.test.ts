import fc from "fast-check";
import { expect, test } from "vitest";
import { quickAdd } from "./quick-add.ts";

const options = { now: new Date("2026-03-04T09:30:00Z"), time_zone: "Europe/Berlin" };

const words = fc.constantFrom(
  ..."in,3,days,an,hour,half,past,to,noon,fri@3pm,the,day,after,before,christmas,march,5th,9-11,next,last,friday,remind,me,is,p1,@home,+work".split(
    ",",
  ),
);
const lines = fc.array(words, { minLength: 1, maxLength: 15 }).map((each) => each.join(" "));

test("every word is in the title or in a chip, or led to one", () => {
  fc.assert(
    fc.property(lines, (text) => {
      const { task, spans } = quickAdd(text, options);
      const chips = Object.values(spans).flat();
      const kept = task.title.split(" ").filter(Boolean);
      const inChips = chips.flatMap(({ start, end }) => text.slice(start, end).split(" "));
      for (const word of [...kept, ...inChips]) expect(text).toContain(word);
      expect(kept.length).toBeLessThanOrEqual(text.split(" ").length);
    }),
    { numRuns: 300 },
  );
});

test("a date is a day of the calendar, a time one of the clock", () => {
  fc.assert(
    fc.property(lines, (text) => {
      const { when } = quickAdd(text, options).task;
      if (!when) return;
      expect(new Date(`${when.due_on}T00:00:00Z`).toISOString().slice(0, 10)).toBe(when.due_on);
      if (when.due_time !== undefined) expect(when.due_time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
    }),
    { numRuns: 500 },
  );
});

test.each([
  "the day after ",
  "first monday of ",
  "a quarter past ",
  "2 hours before ",
  "in 3 days and ",
  "march 3 - ",
  "remind me to ",
  "set a ",
  "is set for ",
  "end of ",
  "to the ",
  "friday x ",
])("10 kB of %j come to an end", (unit) => {
  const text = unit.repeat(Math.ceil(10_000 / unit.length));
  expect(quickAdd(text, options).task.title.length).toBeLessThanOrEqual(text.length);
});
