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

test("what is overdue and done goes from where it was, and isn't overdue where it stays", () => {
  const done = { ...task("done", "2026-01-04"), status: "completed" } as Task;
  expect(shown(groupsOf({ kind: "today" }, [done], berlin, false))).toEqual([["Overdue", ["done"]]]);
  expect(shown(groupsOf({ kind: "today" }, [done], berlin, false, { status: "all" }))).toEqual([
    [undefined, ["done"]],
  ]);
});

test("what is brought to today stands where its time and number put it, unless the order is another", () => {
  const numbered = (number: number, due_time: string | null = null) =>
    ({ ...task(`${number}`, "2026-01-05", due_time), number }) as Task;
  const tasks = [numbered(3), numbered(1, "17:00"), numbered(2), numbered(0)];
  const today = { kind: "today" } as const;
  expect(shown(groupsOf(today, tasks, berlin, true))).toEqual([[undefined, ["2", "3", "0", "1"]]]);
  expect(shown(groupsOf(today, tasks, berlin, true, { sort: "title" }))).toEqual([
    [undefined, ["3", "1", "2", "0"]],
  ]);
});

test("what was done on an earlier day stays before today's, whatever its time", () => {
  const done = { ...task("done", "2026-01-04", "17:00"), status: "completed" } as Task;
  const tasks = [done, task("any time", "2026-01-05")];
  expect(shown(groupsOf({ kind: "today" }, tasks, berlin, true, { status: "all" }))).toEqual([
    [undefined, ["done", "any time"]],
  ]);
});

test("today has room for what is overdue, also where nothing else is due", () => {
  const late = task("late", "2026-01-04");
  expect(groupsOf({ kind: "today" }, [late], berlin, true)).toMatchObject([
    { title: "Overdue", day: undefined },
    { title: "Today", day: "2026-01-05", tasks: [] },
  ]);
  expect(shown(groupsOf({ kind: "today" }, [late], berlin, false))).toEqual([["Overdue", ["late"]]]);
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

test("what was completed stands below the day on which it was, by the person's own clock", () => {
  const done = (id: string, completed_at: string | null) =>
    ({ ...task(id, null), status: completed_at ? "completed" : "pending", completed_at }) as Task;
  const tasks = [
    done("now", "2026-01-05T07:59:00.000Z"),
    done("just reopened", null),
    done("after midnight", "2026-01-04T23:30:00.000Z"),
    done("evening", "2026-01-04T22:30:00.000Z"),
    done("last year", "2025-12-30T10:00:00.000Z"),
  ];
  expect(shown(groupsOf({ kind: "completed" }, tasks, berlin, true))).toEqual([
    ["Today · 5 Jan", ["now", "just reopened", "after midnight"]],
    ["Yesterday · 4 Jan", ["evening"]],
    ["Tuesday · 30 Dec 2025", ["last year"]],
  ]);
  expect(shown(groupsOf({ kind: "completed" }, tasks, berlin, true, { sort: "title" }))).toEqual([
    [undefined, tasks.map(({ id }) => id)],
  ]);
});

test("headings and empty days are items of their own, each with a key", () => {
  const items = itemsOf(groupsOf({ kind: "upcoming" }, [task("b", "2026-01-06")], berlin, false));
  expect(items.map(keyOf)).toEqual(["heading 2026-01-05", "nothing 2026-01-05", "heading 2026-01-06", "b"]);
});
