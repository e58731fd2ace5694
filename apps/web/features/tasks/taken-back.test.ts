import { expect, test } from "vitest";
import { isTakenBack, wayBackOf } from "./taken-back.ts";

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

const told = [
  { undo: "change", undoes: null, operation: "update_task" },
  { undo: "undone", undoes: null, operation: "update_task" },
  { undo: "its undo", undoes: "undone", operation: "undo" },
  { undo: "redone", undoes: null, operation: "update_task" },
  { undo: "undo of redone", undoes: "redone", operation: "undo" },
  { undo: "redo", undoes: "undo of redone", operation: "redo" },
  { undo: "undone twice", undoes: null, operation: "update_task" },
  { undo: "first undo", undoes: "undone twice", operation: "undo" },
  { undo: "redo in vain", undoes: "first undo", operation: "redo" },
  { undo: "second undo", undoes: "undone twice", operation: "undo" },
  { undo: "redo of long ago", undoes: "beyond", operation: "redo" },
];

test.each([
  ["change", "undo"],
  ["undone", "undone"],
  ["its undo", "redo"],
  ["undo of redone", "redone"],
  ["redo", "undo"],
  ["redo in vain", "undone"],
  ["second undo", "redo"],
  ["redo of long ago", undefined],
])("of %s there is: %s", (undo, expected) => {
  const entry = told.find((one) => one.undo === undo);
  expect(entry && wayBackOf(entry, told)).toBe(expected);
});
