import { expect, test } from "vitest";
import { readFilters, writeFilters } from "./filters.ts";
import { hrefOf, taskFilterOf, type View, viewAt } from "./views.ts";

const views: View[] = [
  { kind: "inbox" },
  { kind: "today" },
  { kind: "completed" },
  { kind: "list", id: "0198-a" },
  { kind: "label", name: "50% / home" },
  { kind: "filter", id: "0198-b" },
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

test("upcoming asks for what is due from today on, in the order of days", () => {
  expect(taskFilterOf({ kind: "upcoming" }, {}, "2026-01-31")).toEqual({
    status: "pending",
    sort: "due",
    order: "asc",
    due_after: "2026-01-30",
  });
});

test("a search needs words, and finds what is open before what is done", () => {
  expect(taskFilterOf({ kind: "search" }, {}, "2026-01-05")).toBeUndefined();
  expect(taskFilterOf({ kind: "search" }, { q: "milk" }, "2026-01-05")).toEqual({
    status: "all",
    sort: "completed",
    search: "milk",
  });
});

test("a saved filter asks with its query, until another is written over it", () => {
  const view: View = { kind: "filter", id: "0198-b" };
  expect(taskFilterOf(view, {}, "2026-01-05")).toBeUndefined();
  expect(taskFilterOf(view, {}, "2026-01-05", "@home")).toEqual({
    status: "pending",
    sort: "due",
    filter: "@home",
  });
  expect(taskFilterOf(view, { filter: "p1" }, "2026-01-05", "@home")).toMatchObject({ filter: "p1" });
});

test.each(["completed since monday", "!open & @home", "done"])("%s is asked of all tasks", (filter) => {
  expect(taskFilterOf({ kind: "all" }, { filter }, "2026-01-05")).toMatchObject({ status: "all" });
});

test("filters survive the address, and nonsense in it is passed over", () => {
  const query = new URLSearchParams("task=3");
  writeFilters(query, { priority: "high", sort: "due" });
  expect(query.toString()).toBe("task=3&priority=high&sort=due");
  expect(readFilters(query)).toEqual({ priority: "high", sort: "due" });
  expect(readFilters(new URLSearchParams("priority=huge&sort=colour&status=all"))).toEqual({ status: "all" });
});
