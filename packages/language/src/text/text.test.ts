import { expect, test } from "vitest";
import { compile, match } from "./pattern.ts";
import { oneSlipApart } from "./similar.ts";
import { tokenize } from "./tokens.ts";

const words = (text: string) => tokenize(text).map(({ text }) => text);

test.each<[string, string[]]>([
  ["Buy milk, eggs; and (maybe) bread!", ["Buy", "milk", "eggs", "and", "maybe", "bread"]],
  ["milk,eggs at 5:30 for 1,50", ["milk", "eggs", "at", "5:30", "for", "1,50"]],
  ['say "hello there" twice', ["say", "hello there", "twice"]],
  ["it's Ann’s 'big day'", ["it's", "Ann’s", "big day"]],
  ['5" of snow', ["5", "of", "snow"]],
  ['+"my list" +list', ["+my list", "+list"]],
  ["- milk\n- eggs", ["milk", "eggs"]],
])("cuts %s", (text, expected) => {
  expect(words(text)).toEqual(expected);
});

function slots(pattern: string, text: string) {
  const tokens = tokenize(text);
  const found = match(compile(pattern), tokens, { from: 0, to: tokens.length });
  return (
    found &&
    Object.fromEntries(
      Object.entries(found.slots).map(([name, { from, to }]) => [
        name,
        words(text).slice(from, to).join(" "),
      ]),
    )
  );
}

test("slots take little, or much when they say so", () => {
  expect(slots("move {what} to {where}", "move a to b to c")).toEqual({ what: "a", where: "b to c" });
  expect(slots("move {what+} to {where}", "move a to b to c")).toEqual({ what: "a to b", where: "c" });
  expect(slots("(mark|set) {what} [as|to be] done", "set a b to be done")).toEqual({ what: "a b" });
  expect(slots("task : {what}", "task: a")).toEqual({ what: "a" });
  expect(slots("task : {what}", "task a")).toBeUndefined();
});

test("a pattern with an unknown class is a mistake in a locale", () => {
  expect(() => compile("in #nothing")).toThrow("#nothing");
});

test("one slip: a letter more, less, wrong or swapped", () => {
  for (const typed of ["friday", "fridday", "friay", "frisay", "firday"])
    expect(oneSlipApart(typed, "friday")).toBe(true);
  for (const typed of ["monday", "frday2", "fry", "adirfy"])
    expect(oneSlipApart(typed, "friday")).toBe(false);
});
