import type { Task } from "@todo/contract/tasks";
import { expect, test } from "vitest";
import {
  mapTasks,
  type Pages,
  progressOf,
  tasksOf,
  withoutTask,
  withTaskAtEnd,
  withTaskMoved,
} from "./cache.ts";

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
  expect(ids(withoutTask(pages, "b"))).toEqual(["a", "c"]);
  expect(ids(withTaskAtEnd(pages, task("d")))).toEqual(["a", "b", "c", "d"]);
  expect(ids(pages)).toEqual(["a", "b", "c"]);
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
