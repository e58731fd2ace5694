/** Times of day, in figures and in words. */
import { expect, test } from "vitest";
import { due } from "../testing/due.ts";

test.each([
  ["at three twenty", "2026-03-04 15:20"],
  ["at twelve fifteen", "2026-03-04 12:15"],
  ["at seven oh five", "2026-03-04 19:05"],
  ["seven thirty am", "2026-03-05 07:30"],
  ["nine forty-five p.m.", "2026-03-04 21:45"],
  ["half past 8pm", "2026-03-04 20:30"],
  ["a quarter past 3pm", "2026-03-04 15:15"],
  ["20 minutes past 3pm", "2026-03-04 15:20"],
  ["at a quarter to noon", "2026-03-04 11:45"],
  ["at ten to five", "2026-03-04 16:50"],
  ["half four", "2026-03-04 16:30"],
  ["3 in the morning", "2026-03-05 03:00"],
  ["at 8 in the evening", "2026-03-04 20:00"],
  ["8 tonight", "2026-03-04 20:00"],
  ["tonight at midnight", "2026-03-05 00:00"],
  ["friday at midnight", "2026-03-07 00:00"],
  ["this evening at 12", "2026-03-05 00:00"],
  ["at 1730", "2026-03-04 17:30"],
  ["at 0830 tomorrow", "2026-03-05 08:30"],
  ["1900 hours", "2026-03-04 19:00"],
  ["tomorrow 16h", "2026-03-05 16:00"],
  ["at 5ish", "2026-03-04 17:00"],
  ["at 5 o clock", "2026-03-04 17:00"],
  ["after 6pm", "2026-03-04 18:00"],
  ["930pm", "2026-03-04 21:30"],
  ["8.10 pm", "2026-03-04 20:10"],
  ["15:50:06", "2026-03-04 15:50"],
  ["fri@3pm", "2026-03-06 15:00"],
])("%s", (words, expected) => {
  expect(due(words)).toBe(expected);
});

test.each([
  ["between 2 and 3", "2026-03-04 14:00"],
  ["from 2 to 3pm", "2026-03-04 14:00"],
  ["9 to 5pm tomorrow", "2026-03-05 09:00"],
  ["2-3pm", "2026-03-04 14:00"],
  ["tomorrow 9:30-11am", "2026-03-05 09:30"],
  ["11am - 1pm", "2026-03-04 11:00"],
])("a stretch of time is due when it begins: %s", (words, expected) => {
  expect(due(words)).toBe(expected);
});
