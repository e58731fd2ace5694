import { expect, test } from "vitest";
import { fitted, linesIn } from "./pasted-lines.ts";

const textsIn = (text: string) => linesIn(text).map((line) => line.text);

test("what is ticked already, or heads the list, is most likely no task", () => {
  const lines = linesIn(
    "For Sunday:\n- flour\n- [x] sugar\n- [ ] ask: how many?\n\nCall mom:\nshe is at home",
  );
  expect(lines.filter(({ isTask }) => !isTask).map(({ text }) => text)).toEqual(["For Sunday:", "sugar"]);
});

test("bullets, numbers and boxes are taken off, blank lines passed over", () => {
  expect(textsIn("- milk\r\n\n  * eggs\n3. call  mom\n[ ] water plants\n- [x] done\n• tea\n")).toEqual([
    "milk",
    "eggs",
    "call mom",
    "water plants",
    "done",
    "tea",
  ]);
});

test("what only looks like a bullet stays", () => {
  expect(textsIn("-5 degrees\n3.5 litres of milk\n#home")).toEqual([
    "-5 degrees",
    "3.5 litres of milk",
    "#home",
  ]);
});

test.each(["milk", "milk\n\n", "", "line\n".repeat(501)])("one line, or too many, is no list", (text) => {
  expect(linesIn(text)).toEqual([]);
});

test("a line too long for a title is cut at a word, and kept whole below it", () => {
  const line = `${"word ".repeat(60)}end`;
  const { title, description } = fitted({ title: line });
  expect(title.length).toBeLessThanOrEqual(200);
  expect(title).toMatch(/word…$/);
  expect(description).toBe(line);
});

test("no character is cut in two", () => {
  const { title } = fitted({ title: "👩‍🌾".repeat(100) });
  expect(title.isWellFormed()).toBe(true);
  expect(title.length).toBeLessThanOrEqual(200);
});
