import { expect, test } from "vitest";
import { mostUsedFirst } from "./recent-use.ts";

const entries = ["add", "search", "theme", "undo"].map((key) => ({ key }));
const order = (uses: string[]) => mostUsedFirst(entries, uses).map(({ key }) => key);

test("what was never used keeps its usual order", () => {
  expect(order([])).toEqual(["add", "search", "theme", "undo"]);
});

test("what was used comes first, the latest before the one before it", () => {
  expect(order(["undo", "theme"])).toEqual(["undo", "theme", "add", "search"]);
});

test("what is used often comes before what was used once, a moment ago", () => {
  expect(order(["undo", "theme", "theme", "theme"])[0]).toBe("theme");
});

test("an old habit gives way to a new one", () => {
  const old = Array.from({ length: 20 }, () => "theme");
  const lately = Array.from({ length: 12 }, () => "undo");
  expect(order([...lately, ...old])[0]).toBe("undo");
});
