import { expect, test } from "vitest";
import { interpret } from "../interpret.ts";

const meant = (sentence: string) =>
  interpret(sentence, { now: new Date("2026-01-07T10:00:00Z"), time_zone: "UTC" }).map(
    ({ confidence: _, spans: __, ...meaning }) => meaning,
  );

test.each<[string, object]>([
  ["show my filters", { operation: "list_filters" }],
  ["what filters do I have", { operation: "list_filters" }],
  ["show my filter Errands", { operation: "list_filtered", filter: { name: "Errands" } }],
  [
    "list the tasks in the filter before work",
    { operation: "list_filtered", filter: { name: "before work" } },
  ],
  [
    "list tasks where due before friday and @home",
    { operation: "list_filtered", filter: { query: "due before friday and @home" } },
  ],
  [
    "show me all my tasks where (@home | p1) & !recurring",
    { operation: "list_filtered", filter: { query: "(@home | p1) & !recurring" } },
  ],
])("%s", (sentence, expected) => {
  expect(meant(sentence)).toEqual([expected]);
});

test.each(["add filter coffee to groceries", "buy a water filter", "clean the filter on friday"])(
  "a filter may be a thing: %s",
  (sentence) => {
    expect(meant(sentence)).toMatchObject([{ operation: "add" }]);
  },
);
