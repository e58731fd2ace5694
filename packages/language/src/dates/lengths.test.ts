/** Dates that are counted from now, or from another date. */
import { expect, test } from "vitest";
import { quickAdd } from "../quick-add/quick-add.ts";
import { due, wednesday } from "../testing/due.ts";

test.each([
  ["in two and a half hours", "2026-03-04 13:00"],
  ["in 2h30m", "2026-03-04 13:00"],
  ["in 1h 15min", "2026-03-04 11:45"],
  ["in 45 mins", "2026-03-04 11:15"],
  ["in 20'", "2026-03-04 10:50"],
  ["in a quarter of an hour", "2026-03-04 10:45"],
  ["in three-quarters of an hour", "2026-03-04 11:15"],
  ["in 3/4 hour", "2026-03-04 11:15"],
  ["in about ~5 hours", "2026-03-04 15:30"],
  ["in a couple of hours", "2026-03-04 12:30"],
  ["in thirty five minutes", "2026-03-04 11:05"],
  ["in a hundred and ten minutes", "2026-03-04 12:20"],
  ["in a few days", "2026-03-07"],
  ["in a fortnight", "2026-03-18"],
  ["in half a year", "2026-09-04"],
  ["in 3 months and 2 days", "2026-06-06"],
  ["in 1 year, 2 months and 3 days", "2027-05-07"],
  ["in 3 business days", "2026-03-09"],
  ["in ten working days", "2026-03-18"],
  ["in two weeks' time", "2026-03-18"],
  ["within the next 3 days", "2026-03-07"],
  ["2 days 3 hours from now", "2026-03-06 13:30"],
  ["ten days later", "2026-03-14"],
  ["two weeks hence", "2026-03-18"],
  ["after three days", "2026-03-07"],
  ["next minute", "2026-03-04 10:31"],
  ["right now", "2026-03-04 10:30"],
])("%s", (words, expected) => {
  expect(due(words)).toBe(expected);
});

test.each([
  ["a week from tomorrow", "2026-03-12"],
  ["two weeks from friday", "2026-03-20"],
  ["in three weeks from monday", "2026-03-30"],
  ["two days after easter", "2026-04-07"],
  ["ten days before christmas", "2026-12-15"],
  ["a month after 5 May", "2026-06-05"],
  ["2 days after christmas at 5pm", "2026-12-27 17:00"],
  ["the day after christmas", "2026-12-26"],
  ["the day before new year's eve", "2026-12-30"],
  ["the monday after easter", "2026-04-06"],
  ["the friday before christmas", "2026-12-18"],
  ["15 minutes before noon", "2026-03-04 11:45"],
  ["half an hour after 3pm tomorrow", "2026-03-05 15:30"],
  ["an hour before midnight tomorrow", "2026-03-05 23:00"],
  ["two sundays from now", "2026-03-15"],
])("%s", (words, expected) => {
  expect(due(words)).toBe(expected);
});

test("a length that is all there is says when, beside other words it doesn't", () => {
  expect(quickAdd("30 minutes", wednesday).task.when).toEqual({ due_on: "2026-03-04", due_time: "11:00" });
  expect(quickAdd("run 30 minutes", wednesday).task.when).toBeUndefined();
});
