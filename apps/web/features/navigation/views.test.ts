import { expect, test } from "vitest";
import { readFilters, writeFilters } from "./filters.ts";
import { hrefOf, taskFilterOf, type View, viewAt } from "./views.ts";

const views: View[] = [
  { kind: "inbox" },
  { kind: "today" },
  { kind: "completed" },
  { kind: "list", id: "0198-a" },
  { kind: "label", name: "50% / home" },
];

test.each(views)("$kind leads to its address and back", (view) => {
  expect(viewAt(hrefOf(view))).toEqual(view);
});

test("an address that is no view is none", () => {
  expect(viewAt("/settings")).toBeUndefined();
  expect(viewAt("/today/1")).toBeUndefined();
  expect(viewAt("/lists")).toBeUndefined();
});

test("today asks for what is due up to today, the overdue included", () => {
  expect(taskFilterOf({ kind: "today" }, {}, "2026-01-31")).toEqual({
    status: "pending",
    sort: "due",
    due_before: "2026-02-01",
  });
});

test("a search needs words", () => {
  expect(taskFilterOf({ kind: "search" }, {}, "2026-01-05")).toBeUndefined();
  expect(taskFilterOf({ kind: "search" }, { q: "milk" }, "2026-01-05")).toEqual({
    status: "all",
    search: "milk",
  });
});

test("filters survive the address, and nonsense in it is passed over", () => {
  const query = new URLSearchParams("task=3");
  writeFilters(query, { priority: "high", sort: "due" });
  expect(query.toString()).toBe("task=3&priority=high&sort=due");
  expect(readFilters(query)).toEqual({ priority: "high", sort: "due" });
  expect(readFilters(new URLSearchParams("priority=huge&sort=colour&status=all"))).toEqual({ status: "all" });
});
