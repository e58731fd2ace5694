import type { Task } from "@todo/contract/tasks";
import { expect, test } from "vitest";
import { mapTasks, withoutTasks, withSubtasks, withTaskAtEnd, withTaskMoved } from "./cache.ts";
import { type Pages, progressOf, tasksOf } from "./pages.ts";

const task = (id: string) => ({ id, title: id }) as Task;
const pages: Pages = {
  pages: [
    { tasks: [task("a"), task("b")], next_cursor: "2" },
    { tasks: [task("c")], next_cursor: null },
  ],
  pageParams: ["", "2"],
};
const ids = (some: Pages) => tasksOf(some).map(({ id }) => id);

test("a task is changed, left out or added without touching the pages handed in", () => {
  expect(tasksOf(mapTasks(pages, (one) => ({ ...one, title: `${one.id}!` })))[2]?.title).toBe("c!");
  expect(ids(withoutTasks(pages, new Set(["b"])))).toEqual(["a", "c"]);
  expect(ids(withTaskAtEnd(pages, task("d")))).toEqual(["a", "b", "c", "d"]);
  expect(ids(pages)).toEqual(["a", "b", "c"]);
});

test("sub-tasks come and go with the task above them, at any depth, but not those that were deleted before it", () => {
  const below = (id: string, parent: string, deleted_at: string | null = null) =>
    ({ ...task(id), parent, deleted_at }) as Task;
  const top = { ...task("top"), parent: null, deleted_at: null } as Task;
  const known = [top, below("one", "top"), below("deep", "one"), below("gone", "top", "2026-01-05")];
  expect([...withSubtasks([top], known)]).toEqual(["top", "one", "deep"]);
});

test("a task is moved to either side of another, across pages, and stays where that one isn't", () => {
  expect(ids(withTaskMoved(pages, task("a"), "after", "c"))).toEqual(["b", "c", "a"]);
  expect(ids(withTaskMoved(pages, task("c"), "before", "a"))).toEqual(["c", "a", "b"]);
  expect(ids(withTaskMoved(pages, task("a"), "after", "z"))).toEqual(["a", "b", "c"]);
});

test("how far sub-tasks are is found by the task above them", () => {
  const [first, second] = pages.pages;
  const progress = { task_id: "a", completed: 2, total: 5 };
  const found = progressOf({ pages: [{ ...first!, progress: [progress] }, second!] });
  expect(found.get("a")).toEqual(progress);
  expect(found.get("b")).toBeUndefined();
});

test("pages that haven't come yet hold no tasks", () => {
  expect(tasksOf(undefined)).toEqual([]);
});
