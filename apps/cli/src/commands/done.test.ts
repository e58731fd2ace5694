import { expect, test } from "vitest";
import { bestMatches } from "./done.ts";

const tasks = ["Milk", "Buy milk", "Buy milking machine", "Mild soap"].map((title) => ({ title }));
const titles = (words: string) => bestMatches(tasks, words).map(({ title }) => title);

test("a title that is exactly the words comes before all others", () => {
  expect(titles("milk")).toEqual(["Milk"]);
});

test("titles with the very words come before what search guessed", () => {
  expect(titles("buy milk")).toEqual(["Buy milk"]);
  expect(titles("buy mil")).toEqual(["Buy milk", "Buy milking machine"]);
});

test("a guess is taken when there is nothing better", () => {
  expect(bestMatches([{ title: "Buy milk" }], "mlik")).toEqual([{ title: "Buy milk" }]);
});
