/** What docs/filters.md shows as a filter must be one. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseFilter } from "./parse.ts";

const document = readFileSync(join(import.meta.dirname, "../../../../docs/filters.md"), "utf8");
const rows = document.split("\n").filter((line) => line.startsWith("| `"));
const shown = rows.flatMap((row) =>
  [...row.split(" | ")[0]!.matchAll(/`([^`]+)`/g)].map(([, text]) => text!),
);

test("the table shows filters", () => {
  expect(shown.length).toBeGreaterThan(40);
});

test.each(shown)("%s", (text) => {
  const parsed = parseFilter(text, { now: new Date("2026-01-07T10:00:00Z"), time_zone: "UTC" });
  expect(parsed).toHaveProperty("filter");
});
