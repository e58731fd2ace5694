import { expect, test } from "vitest";
import type { SaidTask } from "../words.ts";
import { sayDays, sayDue } from "./dates.ts";
import { ur } from "./ur.ts";

/** A Monday in Karachi. */
const monday = { now: new Date("2026-11-23T09:00:00Z"), time_zone: "Asia/Karachi" };
const milk: SaidTask = { number: 3, title: "دودھ", status: "pending" };

test.each([
  [{ due_on: "2026-11-23" }, "آج"],
  [{ due_on: "2026-11-24", due_time: "17:00" }, "کل 17:00 بجے"],
  [{ due_on: "2026-11-22" }, "گزشتہ کل"],
  [{ due_on: "2026-11-27" }, "جمعہ، 27 نومبر"],
  [{ due_on: "2027-03-03" }, "بدھ، 3 مارچ 2027"],
  [{ due_on: null }, ""],
])("%o is said “%s”", (due, said) => {
  expect(sayDue(due, monday)).toBe(said);
});

test.each([
  [{ after: "2026-11-22", before: "2026-11-30" }, "اس ہفتے"],
  [{ after: "2026-10-31", before: "2026-12-01" }, "اس مہینے"],
  [{ before: "2026-11-30" }, "پیر، 30 نومبر سے پہلے"],
  [undefined, ""],
])("the days %o are said “%s”", (days, said) => {
  expect(sayDays(days, monday)).toBe(said);
});

test.each([
  ["add_task", { ...milk, due_on: "2026-11-24" }, "میں نے کل کے لیے “دودھ” شامل کر دیا۔"],
  ["complete_task", milk, "“دودھ” مکمل کر دیا۔"],
  ["delete_task", milk, "“دودھ” مٹا دیا۔"],
  ["reschedule_tasks", { tasks: [{ ...milk, due_on: "2026-11-27" }] }, "“دودھ” اب جمعہ، 27 نومبر کے لیے ہے۔"],
  ["add_list", { name: "سودا" }, "فہرست “سودا” بنا دی۔"],
  [
    "undo",
    { operation: "add_task", changes: [{ entity: "task", name: "دودھ" }] },
    "“دودھ”: شامل کرنا واپس لے لیا۔",
  ],
])("%s is told from its answer", (tool, output, said) => {
  expect(ur.told({ tool, input: {}, output, status: "succeeded" }, monday)).toBe(said);
});

test("a listing says what it was filtered by and numbers its rows", () => {
  const tasks = [{ ...milk, due_on: "2026-11-23", priority: "high" }];
  expect(ur.tasks(tasks, { due: { on: "2026-11-23" } }, monday)).toBe("آج کا 1 کام ہے:\n1. دودھ (آج، اہم)");
  expect(ur.tasks([], { status: "completed" }, monday)).toBe("مکمل کوئی کام نہیں ہے۔");
});

test("what waits for a yes is named", () => {
  expect(ur.proposal("delete_tasks", {}, ["دودھ", "انڈے"], monday)).toBe(
    "2 کام (“دودھ” اور “انڈے”) کو مٹانا",
  );
});
