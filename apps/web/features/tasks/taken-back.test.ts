import { expect, test } from "vitest";
import { isTakenBack } from "./taken-back.ts";

const history = [
  { undo: "change", undoes: null },
  { undo: "undone", undoes: null },
  { undo: "its undo", undoes: "undone" },
  { undo: "redone", undoes: null },
  { undo: "undo of redone", undoes: "redone" },
  { undo: "redo", undoes: "undo of redone" },
];

test.each([
  ["change", false],
  ["undone", true],
  ["redone", false],
])("%s: %s", (group, expected) => {
  expect(isTakenBack(group, history)).toBe(expected);
});
