import { expect, test } from "vitest";
import { english } from "../../messages/testing.ts";
import { aTask } from "../offline/testing.ts";
import { versionsOf, waitingConflict } from "./conflict-words.ts";
import type { Viewpoint } from "./due.ts";

const viewpoint: Viewpoint = {
  now: new Date("2026-01-05T09:00:00Z"),
  zone: "UTC",
  locale: "en",
  t: english,
};

test("day and time are one row, in words", () => {
  const current = aTask({ due_on: "2026-01-05", due_time: "17:00", time_zone: "UTC" });
  const edit = { due_on: "2026-01-06", due_time: null };
  const conflict = { current, edit, fields: ["due_on" as const, "due_time" as const], change: undefined };
  expect(versionsOf(conflict, viewpoint)).toEqual([
    { name: "Due", mine: "tomorrow", theirs: expect.stringContaining("today") },
  ]);
});

test("what was emptied is named", () => {
  const current = aTask({ description: "Theirs", labels: ["home", "phone"] });
  const edit = { description: "", labels: [] };
  const conflict = { current, edit, fields: ["description" as const, "labels" as const], change: undefined };
  expect(versionsOf(conflict, viewpoint)).toEqual([
    { name: "Description", mine: "nothing", theirs: "Theirs" },
    { name: "Labels", mine: "nothing", theirs: "home, phone" },
  ]);
});

test("of a task that is to go, what the person saw stands beside what it is now", () => {
  const seen = aTask({ title: "Milk" });
  const current = aTask({ title: "Oat milk" });
  const deed = { operation: "delete_task", seen } as const;
  const conflict = { current, edit: {}, deed, fields: ["title" as const], change: undefined };
  const waiting = waitingConflict(conflict, { keepMine: () => undefined });
  expect(waiting).toMatchObject({ title: "Milk", deed: "delete" });
  expect(waiting.fields(viewpoint)).toEqual([{ name: "Title", mine: "Milk", theirs: "Oat milk" }]);
});
