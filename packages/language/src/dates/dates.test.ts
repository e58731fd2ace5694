import { expect, test } from "vitest";
import { quickAdd } from "../quick-add/quick-add.ts";

/** Wednesday, 4 March 2026, half past ten in the morning. */
const wednesday = { now: new Date("2026-03-04T09:30:00Z"), time_zone: "Europe/Berlin" };

function due(words: string, options: { now: Date; time_zone: string; locale?: string } = wednesday) {
  const { title, when } = quickAdd(`water plants ${words}`, options).task;
  return title === "water plants" && when
    ? [when.due_on, when.due_time].filter(Boolean).join(" ")
    : `? ${title}`;
}

test.each([
  ["today", "2026-03-04"],
  ["tonight", "2026-03-04 20:00"],
  ["this evening", "2026-03-04 19:00"],
  ["tomorrow", "2026-03-05"],
  ["tomorow", "2026-03-05"],
  ["tomorrow morning", "2026-03-05 09:00"],
  ["tomorrow afternoon", "2026-03-05 15:00"],
  ["tomorrow evening at 8", "2026-03-05 20:00"],
  ["the day after tomorrow", "2026-03-06"],
  ["friday", "2026-03-06"],
  ["on Firday", "2026-03-06"],
  ["fri", "2026-03-06"],
  ["wednesday", "2026-03-11"],
  ["this friday", "2026-03-06"],
  ["next friday", "2026-03-13"],
  ["friday next week", "2026-03-13"],
  ["in 3 days", "2026-03-07"],
  ["in two weeks", "2026-03-18"],
  ["in a month", "2026-04-04"],
  ["3 days from now", "2026-03-07"],
  ["in half an hour", "2026-03-04 11:00"],
  ["in 90 minutes", "2026-03-04 12:00"],
  ["in an hour and a half", "2026-03-04 12:00"],
  ["in 2h", "2026-03-04 12:30"],
  ["next week", "2026-03-09"],
  ["next month", "2026-04-01"],
  ["end of month", "2026-03-31"],
  ["by the end of the week", "2026-03-08"],
  ["this weekend", "2026-03-07"],
  ["on March 5", "2026-03-05"],
  ["on march 3rd", "2027-03-03"],
  ["5 May 2027", "2027-05-05"],
  ["the 5th of May", "2026-05-05"],
  ["on the 15th", "2026-03-15"],
  ["3rd", "2026-04-03"],
  ["on the 31st", "2026-03-31"],
  ["29 february", "2028-02-29"],
  ["2026-12-01", "2026-12-01"],
  ["2026-12-01T15:30", "2026-12-01 15:30"],
  ["24.12.2026", "2026-12-24"],
  ["13/4", "2026-04-13"],
  ["at 5pm", "2026-03-04 17:00"],
  ["5:30 pm", "2026-03-04 17:30"],
  ["17:00", "2026-03-04 17:00"],
  ["at 5", "2026-03-04 17:00"],
  ["@5pm", "2026-03-04 17:00"],
  ["at 9", "2026-03-05 09:00"],
  ["9am", "2026-03-05 09:00"],
  ["at noon", "2026-03-04 12:00"],
  ["at midnight", "2026-03-05 00:00"],
  ["half past 4", "2026-03-04 16:30"],
  ["quarter to 6 tomorrow", "2026-03-05 17:45"],
  ["tonight at 9", "2026-03-04 21:00"],
  ["5pm tomorrow", "2026-03-05 17:00"],
  ["on friday, at 5:15 p.m.", "2026-03-06 17:15"],
  ["in the morning", "2026-03-05 09:00"],
  ["by tomorrow noon", "2026-03-05 12:00"],
])("%s", (words, expected) => {
  expect(due(words)).toBe(expected);
});

test.each([
  "visit the 13th floor",
  "ask why May called",
  "boil 2 eggs",
  "buy 3 apples",
  "read chapter 5",
  "fix the second hand",
  "meet at 5 Main Street",
  "watch the 5th element",
  "jog every friday",
  "use 1/2 cup of flour",
  "buy sun cream",
  "prepare monday's slides",
  "try the sundae",
  "shop on Black Friday",
  "30 february",
  "support 24/7",
  "version 2.12",
])("no date: %s", (text) => {
  expect(quickAdd(text, wednesday).task).toEqual({ title: text });
});

test("3/4 depends on the locale", () => {
  expect(due("3/4", { ...wednesday, locale: "en-US" })).toBe("2026-03-04");
  expect(due("3/4", { ...wednesday, locale: "en-GB" })).toBe("2026-04-03");
});

test("today is the day of the person, not of the server", () => {
  const now = new Date("2026-03-04T11:30:00Z");
  expect(due("today", { now, time_zone: "Pacific/Kiritimati" })).toBe("2026-03-05");
  expect(due("today", { now, time_zone: "Pacific/Pago_Pago" })).toBe("2026-03-04");
});

test("hours are real hours when the clocks change", () => {
  // Berlin goes from 01:59 to 03:00 on 29 March 2026.
  const now = new Date("2026-03-29T00:30:00Z");
  expect(due("in an hour", { now, time_zone: "Europe/Berlin" })).toBe("2026-03-29 03:30");
  expect(due("tomorrow", { now, time_zone: "Europe/Berlin" })).toBe("2026-03-30");
});
