import { expect, test } from "vitest";
import { readPreferences, widthOf } from "./preferences.ts";

test.each([
  ["400", 400],
  ["", undefined],
  ["100", undefined],
  ["9999", undefined],
  ["wide", undefined],
])("a column of the width %j is %s pixels wide", (kept, width) => {
  expect(widthOf(kept)).toBe(width);
});

test("what a cookie says is taken only where it says something known", () => {
  const cookies: Record<string, string> = { theme: "pink", density: "compact", navigation: "closed" };
  expect(readPreferences((name) => cookies[name])).toMatchObject({
    theme: "system",
    density: "compact",
    navigation: "closed",
    assistant: "open",
  });
});
