import { expect, test } from "vitest";
import { english as t } from "../../messages/testing.ts";
import { matching } from "../commands/entries.ts";
import { dayChoices, labelChoices, listChoices, noDay, priorityChoices } from "./choices.ts";

/** A Sunday, late enough that it is Monday in Berlin. */
const viewpoint = { now: new Date("2026-01-04T23:30:00Z"), zone: "Europe/Berlin", locale: "en-GB", t };

const choices = [
  ...dayChoices(viewpoint),
  noDay(t),
  ...priorityChoices(t),
  ...listChoices(t, [{ id: "1", name: "Garden" }]),
  ...labelChoices(t, [{ id: "1", name: "shop" }]),
];

test("days are those of the person's zone, and next week begins on a Monday that isn't today", () => {
  expect(dayChoices(viewpoint).map(({ given, aside }) => [given, aside])).toEqual([
    [{ command: "schedule", due: { due_on: "2026-01-05" } }, "Mon"],
    [{ command: "schedule", due: { due_on: "2026-01-06" } }, "Tue"],
    [{ command: "schedule", due: { due_on: "2026-01-12" } }, "Mon"],
  ]);
});

test("no two have one key", () => {
  expect(new Set(choices.map(({ key }) => key)).size).toBe(choices.length);
});

test.each([
  ["due tomorrow", "Due: Tomorrow"],
  ["schedule tomorrow", "Due: Tomorrow"],
  ["priority high", "Priority: High"],
  ["move to garden", "Move: Garden"],
  ["label shop", "Label: shop"],
])("“%s” finds it", (typed, found) => {
  expect(matching(choices, typed).map(({ text }) => text)).toEqual([found]);
});
