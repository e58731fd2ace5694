/** Days by their date, by their place in a month, and by the weekday that confirms them. */
import { expect, test } from "vitest";
import { quickAdd } from "../quick-add/quick-add.ts";
import { due, wednesday } from "../testing/due.ts";

test.each([
  ["feburary 3", "2027-02-03"],
  ["setpember 9th", "2026-09-09"],
  ["june five", "2026-06-05"],
  ["the twenty second of may", "2026-05-22"],
  ["Oct2", "2026-10-02"],
  ["15Sep", "2026-09-15"],
  ["31/Oct/2026", "2026-10-31"],
  ["Jan 1,2027", "2027-01-01"],
  ["2027 May 22nd", "2027-05-22"],
  ["2027-13-06", "2027-06-13"],
  ["01.10", "2026-10-01"],
  ["12/25", "2026-12-25"],
  ["2 / 15", "2027-02-15"],
  ["on 4-22", "2026-04-22"],
  ["05/05/28", "2028-05-05"],
  ["04/2027", "2027-04-01"],
  ["by 20261224", "2026-12-24"],
  ["12/3@3pm", "2026-12-03 15:00"],
  ["Fri, Mar 13", "2026-03-13"],
  ["Thursday the 12th", "2026-03-12"],
  ["friday 13 at 4", "2026-03-13 16:00"],
  ["Thu Nov 5 15:50:06 2026", "2026-11-05 15:50"],
])("%s", (words, expected) => {
  expect(due(words)).toBe(expected);
});

test("a weekday beside a date may decide the year", () => {
  // 5 March 2027 is a Friday.
  expect(due("Fri, Mar 5")).toBe("2027-03-05");
});

test.each([
  ["3rd friday of march", "2026-03-20"],
  ["first tuesday of october", "2026-10-06"],
  ["last monday of next month", "2026-04-27"],
  ["second to last friday in may", "2026-05-22"],
  ["the first monday of the month", "2026-04-06"],
  ["last day in october 2027", "2027-10-31"],
  ["the first of next month", "2026-04-01"],
  ["on the 1st of the month", "2026-04-01"],
])("%s", (words, expected) => {
  expect(due(words)).toBe(expected);
});

test.each([
  ["week of march 16", "2026-03-16"],
  ["mid april", "2026-04-15"],
  ["end of next week", "2026-03-15"],
  ["by the end of june", "2026-06-30"],
  ["beginning of may", "2026-05-01"],
  ["eom", "2026-03-31"],
  ["by q2 2027", "2027-04-01"],
  ["next quarter", "2026-04-01"],
  ["in 2028", "2028-01-01"],
  ["this summer", "2026-06-01"],
  ["the weekend", "2026-03-07"],
])("%s", (words, expected) => {
  expect(due(words)).toBe(expected);
});

test.each([
  ["march 9 to march 11", "2026-03-09"],
  ["march 9-11", "2026-03-09"],
  ["from monday to wednesday", "2026-03-09"],
  ["28 September to 5 October 2027", "2027-09-28"],
])("a stretch of days is due when it begins: %s", (words, expected) => {
  expect(due(words)).toBe(expected);
});

test.each([
  ["12/25 wrap presents", "2026-12-25"],
  ["Sat mow the lawn", "2026-03-07"],
  ["01.12.26 water plants", "2026-12-01"],
])("a date may stand in front: %s", (text, expected) => {
  expect(quickAdd(text, wednesday).task.when?.due_on).toBe(expected);
});
