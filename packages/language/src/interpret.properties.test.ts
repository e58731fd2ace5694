import fc from "fast-check";
import { expect, test } from "vitest";
import { interpret } from "./interpret.ts";
import { quickAdd } from "./quick-add/quick-add.ts";

const options = { now: new Date("2026-03-04T09:30:00Z"), time_zone: "Europe/Berlin" };

const phrases = fc.constantFrom(
  ..."add,mark,delete,move,task,3,and,to,my,the,list,tomorrow,at,5,as,done,every,in,2,weeks,#home,+work,p1,\"quoted,',it,all,friday,due,!3,the 5th".split(
    ",",
  ),
);
const sentences = fc.array(phrases, { maxLength: 20 }).map((words) => words.join(" "));
const texts = fc.oneof(sentences, fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));
const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

test("no text throws, and every text gets an answer", () => {
  fc.assert(
    fc.property(fc.oneof(texts, anyUnits), (text) => {
      const intentions = interpret(text, options);
      expect(intentions.length).toBeGreaterThan(0);
      for (const { confidence } of intentions) expect(confidence >= 0 && confidence <= 1).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("spans lie inside the text", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const spans = [
        ...interpret(text, options).flatMap(({ spans }) => Object.values(spans)),
        ...Object.values(quickAdd(text, options).spans).flat(),
      ];
      for (const { start, end } of spans) expect(start >= 0 && start < end && end <= text.length).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("with every chip rejected, all words are in the title", () => {
  fc.assert(
    fc.property(sentences, (text) => {
      const ignore = [{ start: 0, end: text.length }];
      const { task, spans } = quickAdd(text, { ...options, ignore });
      expect(spans).toEqual({});
      expect(Object.keys(task)).toEqual(["title"]);
    }),
    { numRuns: 200 },
  );
});

test.each([
  "a and ",
  "mark a and ",
  "move a to b ",
  "a, ",
  "a\n",
  "'a ",
  '"',
  "at 5 ",
  "the ",
  "on ",
  "friday ",
  "+a ",
])("10 kB of %j come to an end", (unit) => {
  const text = unit.repeat(Math.ceil(10_000 / unit.length));
  expect(interpret(text, options).length).toBeGreaterThan(0);
  expect(quickAdd(text, options).task.title.length).toBeLessThanOrEqual(text.length);
});
