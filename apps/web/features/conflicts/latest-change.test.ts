import type { ChangeSince } from "@todo/contract/conflict";
import { expect, test } from "vitest";
import { latestChangeOf } from "./latest-change.ts";

const change = (operation: string, after: Record<string, unknown>): ChangeSince => ({
  at: "2026-01-05T10:00:00.000Z",
  actor: "u1",
  surface: "web",
  operation,
  before: {},
  after,
});

const changes = [
  change("first", { title: "a" }),
  change("second", { title: "b", quiet_from: "22:00" }),
  change("third", { label_ids: [] }),
  change("fourth", { priority: "high" }),
];

test.each([
  ["the latest of a field", ["title"], "second"],
  ["a field that the journal calls otherwise", ["labels"], "third"],
  ["a field of which the journal has the parts", ["quiet_hours"], "second"],
  ["any of several fields", ["title", "priority"], "fourth"],
  ["a field that nobody changed", ["due_on"], undefined],
])("finds %s", (_, fields, operation) => {
  expect(latestChangeOf(fields, changes)?.operation).toBe(operation);
});
