import { expect, test } from "vitest";
import { keepRow, rowKeyOf } from "./row-keys.ts";

test("a row keeps the key that it had before the server gave the task its id", () => {
  expect(rowKeyOf("new-1")).toBe("new-1");
  keepRow("0198-a", "new-1");
  expect(rowKeyOf("0198-a")).toBe(rowKeyOf("new-1"));
  expect(rowKeyOf("0198-b")).toBe("0198-b");
});
