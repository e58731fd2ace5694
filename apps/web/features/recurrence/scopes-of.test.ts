import { expect, test } from "vitest";
import { scopesOf } from "./scopes-of.ts";

test("a new title may be meant for those that are done, too", () => {
  expect(scopesOf({ title: "Water the ferns" })).toEqual(["this", "this_and_later", "all"]);
});

test.each([{ due_on: "2026-11-24" }, { due_time: "09:00" }, { title: "Ferns", due_on: "2026-11-24" }])(
  "a new date or time is never meant for those that are done: %o",
  (edit) => {
    expect(scopesOf(edit)).toEqual(["this", "this_and_later"]);
  },
);
