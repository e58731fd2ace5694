import { expect, test } from "vitest";
import { olderThan } from "./queries.ts";

const group = (time: number) => `01900000-0000-7000-8000-${String(time).padStart(12, "0")}`;
/** Latest first. */
const history = (rows: number) => Array.from({ length: rows }, (_, n) => ({ undo: group(1_000 - n) }));

test("of groups that are older than the latest changes it is asked what became of them", () => {
  expect(olderThan(history(200), [group(1_000), group(802), group(5)])).toEqual([group(5)]);
});

test("where the latest changes are all that there were, nothing is asked", () => {
  expect(olderThan(history(199), [group(5)])).toEqual([]);
  expect(olderThan([], [group(5)])).toEqual([]);
});
