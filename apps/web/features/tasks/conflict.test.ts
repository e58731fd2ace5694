import type { Task } from "@todo/contract/tasks";
import { expect, test } from "vitest";
import { aTask } from "../offline/testing.ts";
import { fieldsBetween } from "./conflict.ts";

const before = aTask({ title: "Call mom", list: { id: "l1", name: "Family" }, version: 3 });

const theirs = (fields: Partial<Task>): Task => ({ ...before, ...fields, version: 5 });

test("between an edit and a newer version stands what both changed differently", () => {
  const edit = { title: "Call mum", priority: "low", recurrence: null } as const;
  const current = theirs({ title: "Call dad", description: "In the evening" });
  expect(fieldsBetween({ operation: "update_task", before, edit }, current)).toEqual(["title"]);
});

test("a list that was only renamed stands between nothing", () => {
  const current = theirs({ list: { id: "l1", name: "Folks" } });
  expect(fieldsBetween({ operation: "update_task", before, edit: { list: null } }, current)).toEqual([]);
});

test.each([
  ["delete_task", ["title", "priority"]],
  ["complete_task", ["title"]],
  ["reopen_task", []],
  ["undo", undefined],
])("between %s and a newer version stands %j", (operation, fields) => {
  const current = theirs({ title: "Call dad", priority: "high" });
  expect(fieldsBetween({ operation, before }, current)).toEqual(fields);
});

test("what is added isn't made for a version", () => {
  expect(fieldsBetween({ operation: "add_task", before: null }, before)).toBeUndefined();
});
