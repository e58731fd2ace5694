import { expect, test } from "vitest";
import { renameInFilter } from "./names.ts";
import { parseFilter } from "./parse.ts";

const options = { now: new Date("2026-01-07T10:00:00Z"), time_zone: "UTC" };

test.each([
  ["@home & !(@HOME | @work)", "house", "@house & !(@house | @work)"],
  ["p1   &@home", "our house", 'p1   &@"our house"'],
  ['#home & @"home" "@home"', "house", '#home & @house "@home"'],
])("%s, when the label home becomes %s", (text, to, expected) => {
  const parsed = parseFilter(text, options);
  if ("problem" in parsed) throw new Error(parsed.problem.message);
  expect(renameInFilter(text, parsed.filter, { kind: "label", name: "home", to })).toBe(expected);
});
