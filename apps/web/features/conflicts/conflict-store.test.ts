import { beforeEach, expect, test } from "vitest";
import {
  addConflict,
  conflicts,
  putOffConflict,
  settleConflict,
  showPutOff,
  type WaitingConflict,
} from "./conflict-store.ts";

const conflictOf = (title: string): WaitingConflict => ({
  title,
  change: undefined,
  fields: () => [],
  keepMine: () => undefined,
});

const shown = () => conflicts.get().map(({ title }) => title);

beforeEach(() => conflicts.set([]));

test("what is put off isn't shown until one comes back to it, and then all of it", () => {
  const [first, second] = [conflictOf("first"), conflictOf("second")];
  addConflict(first);
  addConflict(second);
  putOffConflict(first);
  expect(shown()).toEqual(["second"]);
  putOffConflict(second);
  showPutOff();
  expect(shown()).toEqual(["first", "second"]);
});

test("what was decided in another window doesn't come back", () => {
  const conflict = conflictOf("first");
  addConflict(conflict);
  putOffConflict(conflict);
  settleConflict(conflict);
  showPutOff();
  expect(shown()).toEqual([]);
});
