import type { Task } from "@todo/contract/tasks";
import { expect, test } from "vitest";
import { aTask } from "./testing.ts";
import {
  again,
  answered,
  dropped,
  markSent,
  nextToSend,
  type Queue,
  refused,
  takenBack,
  type Waiting,
} from "./waiting.ts";

const task = aTask({ id: "t1", number: 1, version: 3 });
const added = aTask({ id: "new-0123", number: -5, version: 0 });

const change = (key: string, about: Partial<Waiting> = {}): Waiting => ({
  key,
  operation: "update_task",
  input: { task_id: (about.before ?? task).id, version: (about.before ?? task).version },
  before: task,
  after: { ...task, title: key },
  sent: false,
  ...about,
});
const addition = (key: string): Waiting =>
  change(key, { operation: "add_task", input: { title: "Milk" }, before: null, after: added });
const keysOf = (queue: Queue) => queue.map(({ key }) => key);
const refusal = { code: "not_found", message: "There is no task." } as const;

test("changes go in the order in which they were made", () => {
  const queue = [change("a"), change("b")];
  expect(nextToSend(queue)?.key).toBe("a");
  expect(nextToSend(answered(queue, "a", { version: 4 }))?.key).toBe("b");
  expect(nextToSend([])).toBeUndefined();
});

test("what was refused holds back only what builds upon it", () => {
  const queue = [addition("add"), change("edit", { before: added, after: added }), change("other")];
  expect(nextToSend(refused(queue, "add", refusal))?.key).toBe("other");
  expect(nextToSend(refused([change("a"), change("b")], "a", refusal))?.key).toBe("b");
});

test("a task that was added gets its real id, number and version in every later change", () => {
  const edit = change("edit", { before: added, after: { ...added, title: "Oat milk" } });
  const child = change("child", {
    operation: "add_task",
    input: { title: "Two litres", parent: added.id },
    before: null,
    after: aTask({ id: "new-4567", number: -6, parent: added.id }),
  });

  const [first, second] = answered([addition("add"), edit, child], "add", {
    id: "t9",
    number: 9,
    version: 1,
    undo: "g",
  });

  expect(first).toMatchObject({
    input: { task_id: "t9", version: 1 },
    before: { id: "t9", number: 9, version: 1 },
    after: { id: "t9", number: 9, title: "Oat milk" },
  });
  expect(second).toMatchObject({
    input: { parent: "t9" },
    after: { id: "new-4567", number: -6, parent: "t9" },
  });
});

test("a version that the person's own edit made is one that the next edit knows", () => {
  const [next] = answered([change("a"), change("b")], "a", { version: 4 });
  expect(next?.input.version).toBe(4);
});

test("a version that came with a completion may hold words of others, so the next edit keeps its own", () => {
  const completion = change("a", { operation: "complete_task", input: { task_id: "t1" } });
  const [next] = answered([completion, change("b")], "a", { version: 7 });
  expect(next?.input.version).toBe(3);
});

test("a completion that was sent for a version leaves one that the person knows", () => {
  const completion = change("a", { operation: "complete_task" });
  const deletion = change("b", { operation: "delete_task", after: null });
  const [next] = answered([completion, deletion], "a", { version: 4 });
  expect(next?.input.version).toBe(4);
});

test("a change that is taken back before it was sent was never made", () => {
  expect(keysOf(takenBack([change("a"), change("b")], "a", "new"))).toEqual(["b"]);
});

test("adding a task and taking that back leaves none of the changes to it", () => {
  const queue = [addition("add"), change("edit", { before: added, after: added }), change("other")];
  expect(keysOf(takenBack(queue, "add", "new"))).toEqual(["other"]);
});

test("a change that may have happened is undone behind it, by the group that its answer names", () => {
  const queue = takenBack(markSent([change("a"), change("b")], "a"), "a", "undo");
  expect(keysOf(queue)).toEqual(["a", "b", "undo"]);
  expect(answered(queue, "a", { version: 4, undo: "group" }).at(-1)?.input).toEqual({ undo: "group" });
});

test("taking back twice is taking back once", () => {
  const queue = takenBack(markSent([change("a")], "a"), "a", "undo");
  expect(takenBack(queue, "a", "again")).toBe(queue);
});

test("sent anew it is another request, and whoever knows it by the first key takes it back all the same", () => {
  const anew = again(again(refused([change("a")], "a", refusal), "a", "a2"), "a2", "a3");
  expect(takenBack(anew, "a", "undo")).toEqual([]);
  const underway = takenBack(markSent(anew, "a3"), "a", "undo");
  expect(underway).toMatchObject([{ key: "a3" }, { key: "undo", undoes: "a3" }]);
  expect(takenBack(underway, "a", "again")).toBe(underway);
});

test("a refused change that is taken back never happened, so nothing is left to undo", () => {
  const queue = refused(markSent([change("a"), change("b")], "a"), "a", refusal);
  expect(keysOf(takenBack(queue, "a", "undo"))).toEqual(["b"]);
});

test("a refused change that is let go takes its undo with it", () => {
  const queue = takenBack(markSent([change("a"), change("b")], "a"), "a", "undo");
  expect(keysOf(dropped(refused(queue, "a", refusal), "a"))).toEqual(["b"]);
});

test("sent again, a change is another request, and its undo still means it", () => {
  const queue = refused(takenBack(markSent([change("a")], "a"), "a", "undo"), "a", refusal);
  expect(again(queue, "a", "a2")).toMatchObject([{ key: "a2", sent: false }, { undoes: "a2" }]);
  expect(again(queue, "a", "a2")[0]).not.toHaveProperty("refusal");
});

test("sent again for a newer version, the edit keeps all that others changed elsewhere", () => {
  const current: Task = { ...task, title: "Theirs", priority: "high", version: 8 };
  const [mine] = again([change("Mine")], "Mine", "new", current);
  expect(mine).toMatchObject({
    input: { version: 8 },
    before: current,
    after: { title: "Mine", priority: "high", version: 8 },
  });
});
