/** Things for the tests of this folder. */
import type { Task } from "@todo/contract/tasks";
import type { Waiting } from "./waiting.ts";

const TITLE = "Milk";

export const aTask = (fields: Partial<Task> = {}): Task => ({
  id: "t1",
  number: 1,
  title: TITLE,
  description: "",
  status: "pending",
  priority: "none",
  labels: [],
  list: null,
  parent: null,
  due_on: null,
  due_time: null,
  time_zone: null,
  recurrence: null,
  series: null,
  occurrence: null,
  reminders: [],
  position: "a",
  completed_at: null,
  deleted_at: null,
  created_at: "2026-01-05T09:00:00.000Z",
  updated_at: "2026-01-05T09:00:00.000Z",
  version: 1,
  ...fields,
});

/** A change that waits to be sent. */
export const change = (before: Task | null, after: Task | null): Waiting => ({
  key: "k",
  operation: "update_task",
  input: {},
  before,
  after,
  sent: false,
});
