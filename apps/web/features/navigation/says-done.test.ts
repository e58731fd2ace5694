import { speaksOfCompletion } from "@todo/language/filter/filter";
import { parseFilter } from "@todo/language/filter/parse";
import fc from "fast-check";
import { expect, test } from "vitest";
import { saysDone } from "./says-done.ts";

const clock = { now: new Date("2026-01-07T10:00:00Z"), time_zone: "Asia/Karachi" };

test.each([
  ["completed since monday", true],
  ["!open & @home", true],
  ["DONE", true],
  ["milk pending", true],
  ['"x" done', true],
  ['@"open house"', false],
  ["@open", false],
  ["#done | #pending", false],
  ['"open house"', false],
  ['"say \\"open\\" twice"', false],
  ["title: open house", false],
  ["search:done", false],
  ["title: oat and open", true],
  ["opening hours", false],
  ["open-air", false],
])("%s: %s", (filter, expected) => {
  expect(saysDone(filter)).toBe(expected);
});

const piece = fc.constantFrom(
  ..."open done Completed pending milk due today friday p1 title: search: title:open SEARCH:x ! & | ( ) and or not".split(
    " ",
  ),
  ..."@open #done @home “open” !done open! opened ada@open.org since no date has subtasks recurring 3".split(
    " ",
  ),
  '"open house"',
  '@"done"',
  '#"a \\" done"',
);

test("whatever the grammar understands, both say the same of it", () => {
  let understood = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(piece, fc.constantFrom(" ", " ", " ", "")), { minLength: 1, maxLength: 7 }),
      (parts) => {
        const filter = parts.flat().join("");
        const parsed = parseFilter(filter, clock);
        if ("problem" in parsed) return;
        understood += 1;
        expect(saysDone(filter), filter).toBe(speaksOfCompletion(parsed.filter));
      },
    ),
    { numRuns: 3_000 },
  );
  expect(understood).toBeGreaterThan(300);
});
