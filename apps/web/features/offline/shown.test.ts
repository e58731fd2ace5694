import type { Task } from "@todo/contract/tasks";
import { expect, test } from "vitest";
import type { TaskFilter } from "../../lib/queries.ts";
import { asWanted, changeOf, tasksHere, touchedBy } from "./shown.ts";
import { aTask, change } from "./testing.ts";

const titles = (tasks: Task[] | undefined) => tasks?.map(({ title }) => title);

test("a waiting change sets its fields and leaves what others did to the rest", () => {
  const before = aTask();
  const queue = [change(before, { ...before, title: "Oat milk" })];
  const wanted = asWanted({ ...before, priority: "high", version: 9 }, queue);
  expect(wanted).toMatchObject({ title: "Oat milk", priority: "high", version: 9 });
  expect(asWanted(wanted!, queue)).toEqual(wanted);
});

test("what is deleted is gone, and back when that is taken back", () => {
  const task = aTask();
  expect(asWanted(task, [change(task, null)])).toBeUndefined();
  expect(asWanted(task, [change(task, null), change(null, task)])).toEqual(task);
});

test("what was refused isn't shown", () => {
  const before = aTask();
  const refused = {
    ...change(before, { ...before, title: "No" }),
    refusal: { code: "not_found", message: "" },
  } as const;
  expect(asWanted(before, [refused])).toEqual(before);
});

test.each<[string, TaskFilter, string[]]>([
  ["the Inbox", { status: "pending", list: "inbox" }, ["milk", "rent"]],
  ["a list by its id", { status: "pending", list: "l1" }, ["report"]],
  ["a list by its name", { status: "pending", list: "WORK" }, ["report"]],
  ["a label", { label: "Home" }, ["rent"]],
  ["a priority", { priority: ["high", "urgent"] }, ["report"]],
  ["what is due before a day", { due_before: "2026-01-06" }, ["rent"]],
  ["what is due after a day", { due_after: "2026-01-05" }, ["report"]],
  ["what is done", { status: "completed" }, ["done"]],
  ["sub-tasks", { parent: "t-rent" }, ["done"]],
  ["words", { search: "RE nt" }, ["rent"]],
  ["an order by date, none last", { status: "pending", sort: "due" }, ["rent", "report", "milk"]],
  ["an order by title, backwards", { sort: "title", order: "desc" }, ["report", "rent", "milk", "done"]],
  [
    "an order by priority, the highest first",
    { status: "pending", sort: "priority" },
    ["report", "milk", "rent"],
  ],
])("without a network the app knows %s", (_, filter, expected) => {
  const known = [
    aTask({ id: "t-milk", title: "milk", position: "a" }),
    aTask({ id: "t-rent", title: "rent", position: "b", due_on: "2026-01-05", labels: ["home"] }),
    aTask({
      id: "t-report",
      title: "report",
      position: "c",
      due_on: "2026-01-09",
      priority: "high",
      list: { id: "l1", name: "Work" },
    }),
    aTask({
      id: "t-done",
      title: "done",
      position: "d",
      status: "completed",
      parent: "t-rent",
      list: { id: "l2", name: "Other" },
    }),
  ];
  expect(titles(tasksHere(known, [], filter))).toEqual(expected);
});

test("a task that no view holds any more is known by what waits for it", () => {
  const task = aTask({ title: "milk" });
  const done: Task = { ...task, status: "completed" };
  const queue = [change(task, done), change(done, { ...done, title: "oat milk" })];
  expect(titles(tasksHere([], queue, { status: "completed" }))).toEqual(["oat milk"]);
});

test.each<TaskFilter>([{ filter: "due today" }, { overdue: true }, { trash: true }])(
  "what only the server can tell it doesn't pretend to know: %o",
  (filter) => expect(tasksHere([aTask()], [], filter)).toBeUndefined(),
);

test("a view takes in what comes to belong there, lets go what doesn't, and leaves the rest alone", () => {
  const here = aTask({ id: "here", title: "here" });
  const leaving = aTask({ id: "leaving", title: "leaving" });
  const coming = aTask({ id: "coming", title: "coming", list: { id: "l1", name: "Work" } });
  const added = aTask({ id: "new-1", title: "added" });
  const queue = [
    change(leaving, { ...leaving, list: { id: "l1", name: "Work" } }),
    change(coming, { ...coming, list: null }),
    change(null, added),
  ];

  const { stays, comes } = changeOf(
    [here, leaving],
    queue,
    { list: "inbox" },
    [here, leaving, coming],
    touchedBy(queue),
  );

  expect([here, leaving].map((task) => stays(task)?.title)).toEqual(["here", undefined]);
  expect(titles(comes)).toEqual(["coming", "added"]);
});
