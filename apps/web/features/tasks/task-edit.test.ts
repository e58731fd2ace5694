import type { Task } from "@todo/contract/tasks";
import { describe, expect, test } from "vitest";
import { edited, needsScope, updateOf, withoutRule } from "./task-edit.ts";

const task: Task = {
  id: "t",
  number: 1,
  title: "Call mom",
  description: "",
  status: "pending",
  priority: "high",
  labels: [],
  list: null,
  parent: null,
  due_on: "2026-01-05",
  due_time: "17:00",
  time_zone: "Europe/Berlin",
  recurrence: null,
  series: null,
  occurrence: null,
  reminders: [],
  position: "a",
  completed_at: null,
  deleted_at: null,
  created_at: "2026-01-01T00:00:00.000Z",
  updated_at: "2026-01-01T00:00:00.000Z",
  version: 1,
};

test("only what was edited is sent", () => {
  expect(updateOf({ title: "Call dad" })).toEqual({ title: "Call dad" });
});

test("what was emptied is named instead of sent as nothing", () => {
  expect(updateOf({ description: "", priority: "none", labels: [], list: null })).toEqual({
    clear: ["description", "priority", "labels", "list"],
  });
});

test("removing the date removes its time along with it", () => {
  expect(updateOf({ due_on: null, due_time: null })).toEqual({ clear: ["due_on"] });
  expect(edited(task, { due_on: null }, "UTC")).toMatchObject({ due_time: null, time_zone: null });
});

test("a new time is meant in the person's zone, a new day keeps the zone of the time", () => {
  expect(edited(task, { due_time: "08:00" }, "Asia/Tokyo").time_zone).toBe("Asia/Tokyo");
  expect(edited(task, { due_on: "2026-01-06" }, "Asia/Tokyo").time_zone).toBe("Europe/Berlin");
});

test("to stop coming back is told as a field to empty", () => {
  expect(updateOf({ recurrence: null })).toEqual({ clear: ["recurrence"] });
});

describe("a task that comes back", () => {
  const recurrence = {
    rrule: "FREQ=DAILY",
    after_completion: false,
    time_zone: "Europe/Berlin",
    starts_on: "2026-01-05",
    except: [],
  };
  const recurring: Task = { ...task, recurrence };

  test("is changed for some of its occurrences, unless it is done or stops", () => {
    expect(needsScope(recurring, { title: "Ferns" })).toBe(true);
    expect(needsScope(task, { title: "Ferns" })).toBe(false);
    expect(needsScope({ ...recurring, status: "completed" }, { title: "Ferns" })).toBe(false);
    expect(needsScope(recurring, { recurrence: null })).toBe(false);
  });

  test("stops when its date is taken off", () => {
    expect(withoutRule(recurring, { due_on: null })).toEqual({ due_on: null, recurrence: null });
    expect(withoutRule(recurring, { due_on: "2026-01-06" })).toEqual({ due_on: "2026-01-06" });
    expect(withoutRule(task, { due_on: null })).toEqual({ due_on: null });
  });
});
