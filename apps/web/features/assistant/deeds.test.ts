import type { ToolCall } from "@todo/contract/conversations";
import { expect, test } from "vitest";
import { deedsOf, groupsOf, misdeedsOf } from "./deeds.ts";

const call = (
  id: string,
  tool: string,
  output: unknown,
  status: ToolCall["status"] = "succeeded",
): ToolCall => ({
  id,
  tool,
  input: {},
  output,
  status,
});
const task = (id: string, number: number, title: string) => ({ id, number, title });

test("every task of a batch is a deed, and they share one way back", () => {
  const output = { tasks: [task("a", 1, "Milk"), task("b", 2, "Eggs")], failures: [], undo: "u" };
  const deeds = deedsOf([call("c", "add_tasks", output)]);
  expect(deeds.map(({ name }) => name)).toEqual(["Milk", "Eggs"]);
  expect(groupsOf(deeds)).toEqual(["u"]);
});

test("a single task, a list and an undo are deeds, too", () => {
  const deeds = deedsOf([
    call("1", "complete_task", { ...task("a", 1, "Milk"), undo: "u1" }),
    call("2", "add_list", { id: "l", name: "Groceries", undo: "u2" }),
    call("3", "undo", {
      operation: "add_task",
      undid: "u0",
      changes: [{ id: "b", name: "Eggs" }],
      undo: "u3",
    }),
  ]);
  expect(deeds.map(({ name }) => name)).toEqual(["Milk", "Groceries", "Eggs"]);
  expect(groupsOf(deeds)).toEqual(["u3", "u2", "u1"]);
});

test("looking is no deed", () => {
  expect(deedsOf([call("1", "list_tasks", { tasks: [task("a", 1, "Milk")] })])).toEqual([]);
  expect(misdeedsOf([call("1", "get_task", { detail: "Not there" }, "failed")])).toEqual([]);
});

test("what a batch could not do is said", () => {
  const output = { tasks: [], failures: [{ code: "not_found", message: "There is no task 9." }], undo: "u" };
  expect(misdeedsOf([call("1", "complete_tasks", output)])).toMatchObject([
    { refused: { code: "not_found", message: "There is no task 9." } },
  ]);
  expect(misdeedsOf([call("2", "update_task", { detail: "Changed since" }, "failed")])).toMatchObject([
    { operation: "update_task", refused: { message: "Changed since" } },
  ]);
});
