import type { Task } from "@todo/contract/tasks";
import { expect, test } from "vitest";
import { openMeanwhile } from "./open-meanwhile.ts";
import { aTask, change } from "./testing.ts";
import type { Waiting } from "./waiting.ts";

const refused = (before: Task | null, after: Task | null): Waiting => ({
  ...change(before, after),
  refusal: { code: "not_found", message: "" },
});
const inbox = ({ list }: Task) => !list;

const open = aTask();
const done = aTask({ status: "completed", completed_at: "2026-01-05T10:00:00.000Z" });
const moved = aTask({ list: { id: "l1", name: "Work" } });
const gone = aTask({ deleted_at: "2026-01-05T10:00:00.000Z" });

test.each<[string, Waiting[], number]>([
  ["nothing waits", [], 0],
  ["one is added", [change(null, open)], 1],
  ["one is added and completed", [change(null, open), change(open, done)], 0],
  ["one is completed", [change(open, done)], -1],
  ["one is reopened", [change(done, open)], 1],
  ["one is deleted", [change(open, null)], -1],
  ["one that was done is deleted", [change(done, null)], 0],
  ["one is restored", [change(gone, open)], 1],
  ["one moves away", [change(open, moved)], -1],
  ["one moves here", [change(moved, open)], 1],
  ["one is renamed", [change(open, { ...open, title: "Oat milk" })], 0],
  ["it was refused", [refused(open, done)], 0],
])("when %s", (_, queue, more) => expect(openMeanwhile(queue, inbox)).toBe(more));
