import { expect, test } from "vitest";
import { english as t } from "../../messages/testing.ts";
import { questionOf } from "./question.ts";

const viewpoint = { now: new Date("2026-01-05T09:00:00Z"), zone: "UTC", locale: "en", t };
const asked = (tool: string, input: Record<string, unknown>, count: number) =>
  questionOf({ tool, input }, count, viewpoint);

test("several tasks are counted and not named: their rows follow", () => {
  expect(asked("delete_tasks", { task_ids: ["1", "2"] }, 7)).toBe("Delete 7 tasks?");
});

test("one task is this one", () => {
  expect(asked("delete_task", { task_id: "1" }, 1)).toBe("Delete this task?");
});

test("a move says where to, in words", () => {
  expect(asked("reschedule_tasks", { due_on: "2026-01-06" }, 4)).toBe("Move 4 tasks to tomorrow?");
  expect(asked("update_task", { due_on: "2026-01-06", due_time: "17:30" }, 1)).toBe(
    "Move this task to tomorrow 5:30 PM?",
  );
  expect(asked("reschedule_tasks", { due_time: "17:30" }, 4)).toBe("Move 4 tasks to 5:30 PM?");
  expect(asked("reschedule_tasks", { clear: true }, 4)).toBe("Remove the date from 4 tasks?");
});

test("a task that is given more than a date is changed", () => {
  for (const more of [{ title: "call" }, { list: "Work" }, { priority: "high" }, { clear: ["labels"] }])
    expect(asked("update_task", { due_on: "2026-01-06", ...more }, 1)).toBe("Change this task?");
});

test("what has no question of its own is left to its summary", () => {
  expect(asked("rename_list", { name: "errands" }, 1)).toBeUndefined();
});
