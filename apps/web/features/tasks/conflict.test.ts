import type { ChangeSince } from "@todo/contract/conflict";
import type { Task } from "@todo/contract/tasks";
import { expect, test } from "vitest";
import { aTask } from "../offline/testing.ts";
import { fieldsAtOdds, latestChangeOf } from "./conflict.ts";

const base = aTask({
  title: "Call mom",
  labels: ["home"],
  list: { id: "l1", name: "Family" },
  version: 3,
});
const change = (after: Record<string, unknown>, operation = "update_task"): ChangeSince => ({
  at: "2026-01-05T10:00:00.000Z",
  actor: "u1",
  surface: "web",
  operation,
  before: {},
  after,
});

test("a field that both changed differently is at odds", () => {
  expect(fieldsAtOdds(base, { ...base, title: "Call dad" }, { title: "Call mum" })).toEqual(["title"]);
});

test("what the others changed elsewhere in the task is not at odds", () => {
  const current: Task = { ...base, description: "In the evening", priority: "high", version: 5 };
  expect(fieldsAtOdds(base, current, { title: "Call mum" })).toEqual([]);
});

test("two who want the same are of one mind", () => {
  expect(fieldsAtOdds(base, { ...base, title: "Call mum" }, { title: "Call mum" })).toEqual([]);
});

test("labels compare as a whole, and lists by which they are, not by their name", () => {
  const current: Task = { ...base, labels: ["home", "phone"], list: { id: "l1", name: "Folks" } };
  expect(fieldsAtOdds(base, current, { labels: ["work"], list: null })).toEqual(["labels"]);
});

test("the latest change of the field says who it was", () => {
  const changes = [
    change({ title: "a" }, "first"),
    change({ label_ids: [] }, "second"),
    change({ priority: "high" }),
  ];
  expect(latestChangeOf(["title"], changes)?.operation).toBe("first");
  expect(latestChangeOf(["labels"], changes)?.operation).toBe("second");
  expect(latestChangeOf(["due_on"], changes)).toBeUndefined();
});
