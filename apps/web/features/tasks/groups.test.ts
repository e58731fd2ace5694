import type { Task } from "@todo/contract/tasks";
import { expect, test } from "vitest";
import { english as t } from "../../messages/testing.ts";
import type { Viewpoint } from "./due.ts";
import { groupsOf, itemsOf, keyOf } from "./groups.ts";

// A Monday, nine in the morning in Berlin.
const berlin: Viewpoint = {
  now: new Date("2026-01-05T08:00:00Z"),
  zone: "Europe/Berlin",
  locale: "en-GB",
  t,
};

const task = (id: string, due_on: string | null, due_time: string | null = null, zone = "Europe/Berlin") =>
  ({ id, title: id, status: "pending", due_on, due_time, time_zone: due_time && zone }) as Task;

const shown = (groups: ReturnType<typeof groupsOf>) =>
  groups.map(({ title, tasks }) => [title, tasks.map(({ id }) => id)]);

test("today has the overdue first, and no headings where nothing is overdue", () => {
  const [late, soon] = [task("late", "2026-01-04"), task("soon", "2026-01-05")];
  expect(shown(groupsOf({ kind: "today" }, [late, soon], berlin, true))).toEqual([
    ["Overdue", ["late"]],
    ["Today", ["soon"]],
  ]);
  expect(shown(groupsOf({ kind: "today" }, [soon], berlin, true))).toEqual([[undefined, ["soon"]]]);
});

test("the agenda has a week of days, also empty ones, then only days with tasks", () => {
  const tasks = [task("b", "2026-01-06"), task("c", "2026-02-01")];
  expect(shown(groupsOf({ kind: "upcoming" }, tasks, berlin, true))).toEqual([
    ["Today · 5 Jan", []],
    ["Tomorrow · 6 Jan", ["b"]],
    ["Wednesday · 7 Jan", []],
    ["Thursday · 8 Jan", []],
    ["Friday · 9 Jan", []],
    ["Saturday · 10 Jan", []],
    ["Sunday · 11 Jan", []],
    ["Sunday · 1 Feb", ["c"]],
  ]);
});

test("a day that may still come isn't shown as empty", () => {
  const groups = groupsOf({ kind: "upcoming" }, [task("b", "2026-01-06")], berlin, false);
  expect(groups.map(({ day }) => day)).toEqual(["2026-01-05", "2026-01-06"]);
});

test("the agenda goes by the person's own day and clock", () => {
  const tasks = [
    task("late", "2026-01-06", "20:00"),
    task("New York's evening", "2026-01-05", "22:00", "America/New_York"),
    task("any time", "2026-01-06"),
  ];
  const [, tomorrow] = groupsOf({ kind: "upcoming" }, tasks, berlin, true);
  expect(tomorrow?.tasks.map(({ id }) => id)).toEqual(["any time", "New York's evening", "late"]);
});

test("headings and empty days are items of their own, each with a key", () => {
  const items = itemsOf(groupsOf({ kind: "upcoming" }, [task("b", "2026-01-06")], berlin, false));
  expect(items.map(keyOf)).toEqual(["heading 2026-01-05", "nothing 2026-01-05", "heading 2026-01-06", "b"]);
});
