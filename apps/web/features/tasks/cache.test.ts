import type { Task } from "@todo/contract/tasks";
import { expect, test } from "vitest";
import { mapTasks, type Pages, tasksOf, withoutTask, withTaskAtEnd } from "./cache.ts";

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

test("pages that haven't come yet hold no tasks", () => {
  expect(tasksOf(undefined)).toEqual([]);
});
