/** Urdu as it is typed in the course of a week, in both scripts: questions, moves, lists, what was done. */
import { expect, test } from "vitest";
import { interpret } from "../../interpret.ts";
import { act, add, list, on, options, reschedule, update } from "../../testing/meaning.ts";

const context = { lists: ["Groceries", "سفر"], labels: [] };
const meaning = (text: string) =>
  interpret(text, { ...options, context }).map(({ confidence: _confidence, spans: _spans, ...rest }) => rest);
const monday = on("2026-03-09");

/** Said on Wednesday, 4 March 2026. */
test.each<[string, object]>([
  ["is hafte kya baqi hai", list({ status: "pending", due: { after: "2026-03-01", before: "2026-03-09" } })],
  ["اس ہفتے کیا باقی ہے", list({ status: "pending", due: { after: "2026-03-01", before: "2026-03-09" } })],
  ["kal kya kya hai", list({ due: { on: "2026-03-05" } })],
  ["کل کیا ہے", list({ due: { on: "2026-03-05" } })],
  ["kal maine kya kiya", list({ status: "completed", completed: { on: "2026-03-03" } })],
  ["کل میں نے کیا کیا", list({ status: "completed", completed: { on: "2026-03-03" } })],
  ["overdue kaam dikhao", list({ due: { overdue: true } })],
  ["زائد المیعاد کام دکھاؤ", list({ due: { overdue: true } })],
  ["sab kaam kal par le jao", reschedule({ every: true }, on("2026-03-05"))],
  ["ان سب کو کل پر لے جاؤ", reschedule({ pronoun: "last_all" }, on("2026-03-05"))],
  ["gym wala kaam kal shaam 7 baje karo", reschedule({ text: "gym" }, on("2026-03-05", "19:00"))],
  ["kya kya reh gaya hai", list({ status: "pending" })],
  ["khuda hafiz", { operation: "farewell" }],
  ["meeting ko somwar pe kar do", reschedule({ text: "meeting" }, monday)],
  ["team meeting 4 baje kar do", reschedule({ text: "team meeting" }, { due_time: "16:00" })],
  ["ڈاکٹر والا کام پیر کو کر دو", reschedule({ text: "ڈاکٹر" }, monday)],
  ["Groceries mein anday add karo", add({ title: "anday", list: "Groceries" })],
  ["سفر میں ٹکٹ شامل کرو", add({ title: "ٹکٹ", list: "سفر" })],
  ["سودے کی فہرست بناؤ: دودھ، انڈے", add({ title: "دودھ", list: "سودے" }, { title: "انڈے", list: "سودے" })],
  [
    "safar ki nayi list banao ticket aur passport ke sath",
    add({ title: "ticket", list: "safar" }, { title: "passport", list: "safar" }),
  ],
  ["نئی فہرست بناؤ دفتر", { operation: "add_list", list: "دفتر" }],
  ["Groceries list archive karo", { operation: "archive_list", list: "Groceries" }],
  ["trash mein kya hai", { operation: "list_trash" }],
  ["ردی کی ٹوکری میں کیا ہے", { operation: "list_trash" }],
  ["tokri khali karo", { operation: "empty_trash" }],
  ["آج کیا بدلا", { operation: "history", days: { on: "2026-03-04" } }],
  ["کیا میں نے امی کو فون کر لیا", { operation: "ask_done", text: "امی کو فون" }],
  ["kya doodh ho gaya", { operation: "ask_done", text: "doodh" }],
  ["Groceries list delete karo", { operation: "delete_list", list: "Groceries" }],
  ["کام نمبر ۳ حذف کرو", act("delete", { numbers: [3] })],
  ["doodh le liya", act("complete", { text: "doodh" })],
  ["دودھ لے لیا", act("complete", { text: "دودھ" })],
  ["bill jama karwa diye", act("complete", { text: "bill jama" })],
  ["تم کیا کر سکتے ہو", { operation: "help" }],
  [
    "team meeting ka naam badal ke client meeting kar do",
    update({ text: "team meeting" }, { title: "client meeting" }),
  ],
])("%s", (text, expected) => {
  expect(meaning(text)).toEqual([expected]);
});
