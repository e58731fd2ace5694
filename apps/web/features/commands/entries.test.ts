import { expect, test } from "vitest";
import { matching } from "./entries.ts";

const entries = ["Not a task at all", "Add a task", "Undo", "Keyboard shortcuts", "Café runs"].map(
  (text) => ({
    key: text,
    text,
  }),
);
const found = (typed: string) => matching(entries, typed).map(({ text }) => text);

test("nothing typed offers everything, in its order", () => {
  expect(matching(entries, " ")).toEqual(entries);
});

test("the beginnings of words find what has them all, whatever their order", () => {
  expect(found("task add")).toEqual(["Add a task"]);
  expect(found("sho key")).toEqual(["Keyboard shortcuts"]);
});

test("case and accents make no difference", () => {
  expect(found("CAFE")).toEqual(["Café runs"]);
});

test("other words that find it are words of it, in any order beside its own", () => {
  const days = [{ key: "due", text: "Due: Tomorrow", also: "Schedule" }];
  expect(matching(days, "tom sched")).toEqual(days);
});

test("what begins as typed comes first", () => {
  expect(found("a")).toEqual(["Add a task", "Not a task at all"]);
});

test("the middle of a word finds nothing", () => {
  expect(found("ndo")).toEqual([]);
});
