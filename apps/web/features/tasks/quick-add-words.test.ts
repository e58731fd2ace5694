import { quickAdd } from "@todo/language";
import { expect, test } from "vitest";
import { english as t } from "../../messages/testing.ts";
import { withImplied } from "./implied-by.ts";
import { carried, chipsOf, fieldsOf, readLine } from "./quick-add-words.ts";

/** Monday, 5 January 2026, ten in the morning in Berlin. */
const now = new Date("2026-01-05T09:00:00Z");
const viewpoint = { now, zone: "Europe/Berlin", locale: "en-GB", t };
const when = { now, time_zone: "Europe/Berlin", locale: "en-GB" };
const read = (text: string, ignore: { start: number; end: number }[] = []) =>
  quickAdd(text, { ...when, ignore });
const shown = (text: string) =>
  chipsOf(read(text), viewpoint, text).map(({ kind, text }) => `${kind}: ${text}`);

test("every kind of thing that was said has its chip", () => {
  expect(shown("call mum tomorrow at 5pm +Family @phone @short p1")).toEqual([
    "day: tomorrow",
    "time: 17:00",
    "list: Family",
    "label: phone",
    "label: short",
    "priority: Urgent",
  ]);
});

test("a word that says day and time is one chip", () => {
  expect(shown("call mum tonight")).toEqual(["day: today 20:00"]);
});

test("a time alone shows which day it is on", () => {
  expect(shown("call mum at 9am")).toEqual(["day: tomorrow 09:00"]);
});

test("how it comes back and when to be reminded have chips in the words that said so", () => {
  const text = "water plants every tuesday at 9 remind me an hour before";
  expect(shown(text)).toEqual([
    "day: tomorrow",
    "time: 09:00",
    "repeat: every tuesday",
    "reminder: remind me an hour before",
  ]);
  expect(fieldsOf(read(text))).toEqual({
    title: "water plants",
    due_on: "2026-01-06",
    due_time: "09:00",
    recurrence: { rrule: "FREQ=WEEKLY;BYDAY=TU" },
    reminders: [{ minutes_before: 60 }],
  });
});

test("plain words have no chips", () => {
  expect(shown("call mum")).toEqual([]);
});

test("the words of each chip stand where it says, and rejecting it brings them back to the title", () => {
  const text = "call mum tomorrow at 5pm +Family @phone p1";
  for (const chip of chipsOf(read(text), viewpoint, text)) {
    const words = chip.spans.map(({ start, end }) => text.slice(start, end));
    const { title } = read(text, chip.spans).task;
    for (const word of words) expect(title).toContain(word);
  }
});

test("what was understood becomes the fields of the task", () => {
  expect(fieldsOf(read("call mum tomorrow at 5pm +Family @phone p1"))).toEqual({
    title: "call mum",
    due_on: "2026-01-06",
    due_time: "17:00",
    list: "Family",
    labels: ["phone"],
    priority: "urgent",
  });
});

test("words win over the view, whose label is kept", () => {
  const implied = { due_on: "2026-01-05", labels: ["home"], list: "inbox" };
  expect(withImplied({ title: "mop", due_on: "2026-01-07", labels: ["wet"] }, implied)).toEqual({
    title: "mop",
    due_on: "2026-01-07",
    labels: ["home", "wet"],
    list: "inbox",
  });
});

test("a line of nothing but a date says no more than that", () => {
  expect(readLine("tomorrow", when)).toBeUndefined();
  expect(readLine("rest tomorrow", when)).toBeDefined();
});

test.each([
  ["behind it", "read Friday", "read Friday again", [5, 11]],
  ["before it", "read Friday", "please read Friday", [12, 18]],
  ["and nowhere", "read Friday", "read Friday", [5, 11]],
])("rejected words stay rejected when the line is edited %s", (_, before, after, [start, end]) => {
  expect(carried([{ start: 5, end: 11 }], before, after)).toEqual([{ start, end }]);
});

test("words that are edited themselves are looked at anew", () => {
  expect(carried([{ start: 5, end: 11 }], "read Friday", "read Fridge")).toEqual([]);
});
