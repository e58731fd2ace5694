/** Days with a name. Expected dates are from printed calendars. */
import { expect, test } from "vitest";
import { due } from "../testing/due.ts";
import { isoOf } from "./civil.ts";
import { onCalendar, onEaster, onOrthodoxEaster } from "./feasts.ts";

const dayIn = (feast: (year: number) => number | undefined, year: number) => {
  const day = feast(year);
  return day === undefined ? undefined : isoOf(day);
};

test.each([
  [1961, "1961-04-02"],
  [2000, "2000-04-23"],
  [2008, "2008-03-23"],
  [2024, "2024-03-31"],
  [2026, "2026-04-05"],
  [2038, "2038-04-25"],
])("Easter of %i", (year, expected) => {
  expect(dayIn(onEaster(), year)).toBe(expected);
});

test.each([
  [2023, "2023-04-16"],
  [2024, "2024-05-05"],
  [2025, "2025-04-20"],
  [2026, "2026-04-12"],
])("Orthodox Easter of %i", (year, expected) => {
  expect(dayIn(onOrthodoxEaster(), year)).toBe(expected);
});

test.each([
  ["islamic-umalqura", "10", 1, 2025, "2025-03-30"],
  ["islamic-umalqura", "12", 10, 2026, "2026-05-27"],
  ["chinese", "1", 1, 2026, "2026-02-17"],
  ["hebrew", "Tishri", 1, 2026, "2026-09-12"],
])("%s %s/%i in %i", (calendar, month, date, year, expected) => {
  expect(dayIn(onCalendar(calendar, month, date), year)).toBe(expected);
});

test.each([
  ["by christmas", "2026-12-25"],
  ["on xmas eve", "2026-12-24"],
  ["on new year's eve", "2026-12-31"],
  ["before new years day", "2027-01-01"],
  ["on valentine's day", "2027-02-14"],
  ["on st patrick's day", "2026-03-17"],
  ["on good friday", "2026-04-03"],
  ["on easter monday", "2026-04-06"],
  ["by easter 2027", "2027-03-28"],
  ["on mother's day", "2026-05-10"],
  ["on fathers day", "2026-06-21"],
  ["on memorial day", "2026-05-25"],
  ["on the fourth of july", "2026-07-04"],
  ["on labor day", "2026-09-07"],
  ["by halloween", "2026-10-31"],
  ["on thanksgiving", "2026-11-26"],
  ["on black friday", "2026-11-27"],
  ["by eid al-fitr", "2026-03-20"],
  ["on boxing day at noon", "2026-12-26 12:00"],
])("%s", (words, expected) => {
  expect(due(words)).toBe(expected);
});
