import { expect, test } from "vitest";
import { interpret } from "../../interpret.ts";
import {
  act,
  add,
  atDue,
  type Fields,
  it,
  list,
  on,
  options,
  reschedule,
  update,
} from "../../testing/meaning.ts";

const context = { lists: ["Groceries", "سودا"], labels: [] };
const task = (roman: string, urdu: string, more: Fields = {}) =>
  ((index: 0 | 1) => add({ title: [roman, urdu][index]!, ...more })) as (index: 0 | 1) => object;
const repeating = (rrule: string, due_on: string, due_time?: string) => ({
  ...on(due_on, due_time),
  recurrence: { rrule },
});
const same = (meaning: object) => () => meaning;
const named = (roman: string, urdu: string, make: (text: string) => object) => (index: 0 | 1) =>
  make([roman, urdu][index]!);

test.each<[roman: string, urdu: string, expected: (index: 0 | 1) => object]>([
  ["doodh add karo", "دودھ شامل کرو", task("doodh", "دودھ")],
  ["list mein bread shamil kar do", "فہرست میں ڈبل روٹی شامل کر دو", task("bread", "ڈبل روٹی")],
  [
    "kal shaam 5 baje ammi ko call karna hai",
    "کل شام ۵ بجے امی کو فون کرنا ہے",
    task("ammi ko call karna", "امی کو فون کرنا", on("2026-03-05", "17:00")),
  ],
  [
    "mujhe kal subah 9 baje doctor ke paas jana yaad dilana",
    "مجھے کل صبح ۹ بجے ڈاکٹر کے پاس جانا یاد دلانا",
    task("doctor ke paas jana", "ڈاکٹر کے پاس جانا", { ...on("2026-03-05", "09:00"), ...atDue }),
  ],
  [
    "parson bijli ka bill bharna hai",
    "پرسوں بجلی کا بل بھرنا ہے",
    task("bijli ka bill bharna", "بجلی کا بل بھرنا", on("2026-03-06")),
  ],
  [
    "3 din baad gaari ki service karani hai",
    "۳ دن بعد گاڑی کی سروس کرانی ہے",
    task("gaari ki service karani", "گاڑی کی سروس کرانی", on("2026-03-07")),
  ],
  [
    "agle hafte khala se milna hai",
    "اگلے ہفتے خالہ سے ملنا ہے",
    task("khala se milna", "خالہ سے ملنا", on("2026-03-09")),
  ],
  [
    "aaj raat 10 baje gate band karna",
    "آج رات ۱۰ بجے گیٹ بند کرنا",
    task("gate band karna", "گیٹ بند کرنا", on("2026-03-04", "22:00")),
  ],
  ["dopahar 2 baje meeting", "دوپہر ۲ بجے میٹنگ", task("meeting", "میٹنگ", on("2026-03-04", "14:00"))],
  [
    "shaam saarhay paanch baje baat karni hai",
    "شام ساڑھے پانچ بجے بات کرنی ہے",
    task("baat karni", "بات کرنی", on("2026-03-04", "17:30")),
  ],
  [
    "itwar ko 4 baje chai ki dawat",
    "اتوار کو ۴ بجے چائے کی دعوت",
    task("chai ki dawat", "چائے کی دعوت", on("2026-03-08", "16:00")),
  ],
  [
    "jumme tak report bhejni hai",
    "جمعے تک رپورٹ بھیجنی ہے",
    task("report bhejni", "رپورٹ بھیجنی", on("2026-03-06")),
  ],
  [
    "aadhe ghante baad roti dekhna",
    "آدھے گھنٹے بعد روٹی دیکھنا",
    task("roti dekhna", "روٹی دیکھنا", on("2026-03-04", "11:00")),
  ],
  [
    "15 march ko shaadi par jana hai",
    "۱۵ مارچ کو شادی پر جانا ہے",
    task("shaadi par jana", "شادی پر جانا", on("2026-03-15")),
  ],
  ["ammi ko phone karna", "امی کو فون کرنا", task("ammi ko phone karna", "امی کو فون کرنا")],
  [
    "yaad dilao ke kal kitab wapas karni hai",
    "یاد دلاؤ کہ کل کتاب واپس کرنی ہے",
    task("kitab wapas karni", "کتاب واپس کرنی", { ...on("2026-03-05"), ...atDue }),
  ],
  [
    "har peer ko paudon ko pani dena",
    "ہر پیر کو پودوں کو پانی دینا",
    task("paudon ko pani dena", "پودوں کو پانی دینا", repeating("FREQ=WEEKLY;BYDAY=MO", "2026-03-09")),
  ],
  [
    "har roz subah 7 baje dawai leni hai",
    "ہر روز صبح ۷ بجے دوائی لینی ہے",
    task("dawai leni", "دوائی لینی", repeating("FREQ=DAILY", "2026-03-05", "07:00")),
  ],
  [
    "har mahine ki 5 tareekh ko kiraya dena hai",
    "ہر مہینے کی ۵ تاریخ کو کرایہ دینا ہے",
    task("kiraya dena", "کرایہ دینا", repeating("FREQ=MONTHLY;BYMONTHDAY=5", "2026-03-05")),
  ],
  [
    "har do din baad kachra bahar rakhna",
    "ہر دو دن بعد کچرا باہر رکھنا",
    task("kachra bahar rakhna", "کچرا باہر رکھنا", repeating("FREQ=DAILY;INTERVAL=2", "2026-03-04")),
  ],
  [
    "har mangal aur jumme ko gym jana",
    "ہر منگل اور جمعے کو جم جانا",
    task("gym jana", "جم جانا", repeating("FREQ=WEEKLY;BYDAY=TU,FR", "2026-03-06")),
  ],
  [
    "rozana ghar ki safai",
    "روزانہ گھر کی صفائی",
    task("ghar ki safai", "گھر کی صفائی", repeating("FREQ=DAILY", "2026-03-04")),
  ],
  [
    "anday aur roti groceries mein daalo",
    "انڈے اور روٹی سودا میں ڈالو",
    (index) =>
      index === 0
        ? add({ title: "anday", list: "Groceries" }, { title: "roti", list: "Groceries" })
        : add({ title: "انڈے", list: "سودا" }, { title: "روٹی", list: "سودا" }),
  ],
  [
    "kal 5 baje meeting, aadha ghanta pehle yaad dilana",
    "کل ۵ بجے میٹنگ، آدھا گھنٹہ پہلے یاد دلانا",
    task("meeting", "میٹنگ", { ...on("2026-03-05", "17:00"), reminders: [{ minutes_before: 30 }] }),
  ],
  [
    "kaam number 3 ko aik din pehle shaam 8 baje yaad dilana",
    "کام نمبر ۳ کو ایک دن پہلے شام ۸ بجے یاد دلانا",
    same(update({ numbers: [3] }, { reminders: [{ days_before: 1, time: "20:00" }] })),
  ],
  [
    "kaam number 3 ki yaad dahani hata do",
    "کام نمبر ۳ کی یاد دہانی ہٹا دو",
    same(update({ numbers: [3] }, {}, { clear: ["reminders"] })),
  ],
  ["meri yaad dahaniyan dikhao", "میری یاد دہانیاں دکھاؤ", same({ operation: "list_reminders", filter: {} })],
  [
    "isay har hafta dohrao",
    "اسے ہر ہفتے دہراؤ",
    same(update({ pronoun: "last" }, { recurrence: { rrule: "FREQ=WEEKLY" } })),
  ],
  [
    "paudon ka kaam dohrana band karo",
    "پودوں کا کام دہرانا بند کرو",
    named("paudon", "پودوں", (text) => update({ text }, {}, { clear: ["recurrence"] })),
  ],
  ["gym ko is baar chhor do", "جم کو اس بار چھوڑ دو", named("gym", "جم", (text) => act("skip", { text }))],
  ["mere kaam dikhao", "میرے کام دکھاؤ", same(list())],
  ["sab kaam dikhao", "سب کام دکھاؤ", same(list())],
  ["aaj ke kaam dikhao", "آج کے کام دکھاؤ", same(list({ due: { on: "2026-03-04" } }))],
  ["kal kya karna hai", "کل کیا کرنا ہے", same(list({ due: { on: "2026-03-05" } }))],
  [
    "is hafte ke kaam batao",
    "اس ہفتے کے کام بتاؤ",
    same(list({ due: { after: "2026-03-01", before: "2026-03-09" } })),
  ],
  ["mukammal kaam dikhao", "مکمل کام دکھاؤ", same(list({ status: "completed" }))],
  ["mere paas kitne kaam hain", "میرے پاس کتنے کام ہیں", same(list())],
  [
    "kal kya kiya tha",
    "کل کیا کیا تھا",
    same(list({ status: "completed", completed: { on: "2026-03-03" } })),
  ],
  [
    "doodh wala kaam mukammal karo",
    "دودھ والا کام مکمل کرو",
    named("doodh", "دودھ", (text) => act("complete", { text })),
  ],
  ["doodh ho gaya", "دودھ ہو گیا", named("doodh", "دودھ", (text) => act("complete", { text }))],
  [
    "maine kapray dho liye",
    "میں نے کپڑے دھو لیے",
    named("kapray dho", "کپڑے دھو", (text) => act("complete", { text })),
  ],
  ["kaam number 3 mukammal karo", "کام نمبر ۳ مکمل کرو", same(act("complete", { numbers: [3] }))],
  ["pehla kaam khatam karo", "پہلا کام ختم کرو", same(act("complete", { ordinal: 1 }))],
  ["woh mukammal karo", "وہ مکمل کرو", same(act("complete", it))],
  ["task 3 delete karo", "کام نمبر ۳ مٹا دو", same(act("delete", { numbers: [3] }))],
  [
    "doodh ko list se hata do",
    "دودھ کو فہرست سے ہٹا دو",
    named("doodh", "دودھ", (text) => act("delete", { text })),
  ],
  ["dusra wala delete karo", "دوسرا والا مٹا دو", same(act("delete", { ordinal: 2 }))],
  ["doodh dobara khol do", "دودھ دوبارہ کھول دو", named("doodh", "دودھ", (text) => act("reopen", { text }))],
  [
    "doctor wala kaam jumme par le jao",
    "ڈاکٹر والا کام جمعے پر لے جاؤ",
    named("doctor", "ڈاکٹر", (text) => reschedule({ text }, on("2026-03-06"))),
  ],
  [
    "task 2 ko kal par kar do",
    "کام نمبر ۲ کو کل پر کر دو",
    same(reschedule({ numbers: [2] }, on("2026-03-05"))),
  ],
  [
    "task 3 ka naam doodh lana rakh do",
    "کام نمبر ۳ کا نام دودھ لانا رکھ دو",
    named("doodh lana", "دودھ لانا", (title) => update({ numbers: [3] }, { title })),
  ],
  [
    "task 2 ko fauri bana do",
    "کام نمبر ۲ کو فوری بنا دو",
    same(update({ numbers: [2] }, { priority: "urgent" })),
  ],
  [
    "ghar ki list banao",
    "گھر کی فہرست بناؤ",
    named("ghar", "گھر", (name) => ({ operation: "add_list", list: name })),
  ],
  ["meri lists dikhao", "میری فہرستیں دکھاؤ", same({ operation: "list_lists" })],
  ["wapas karo", "واپس کرو", same({ operation: "undo" })],
  ["madad karo", "مدد کرو", same({ operation: "help" })],
  ["assalam o alaikum", "السلام علیکم", same({ operation: "greeting" })],
  ["bohat shukriya", "بہت شکریہ", same({ operation: "thanks" })],
  ["haan ji", "ہاں جی", same({ operation: "yes" })],
  ["nahi rehne do", "نہیں رہنے دو", same({ operation: "no" })],
  ["aaj mausam kaisa hai", "آج موسم کیسا ہے", same({ operation: "reject", reason: "not_about_tasks" })],
  [
    "mujhe koi lateefa sunao",
    "مجھے کوئی لطیفہ سناؤ",
    same({ operation: "reject", reason: "not_about_tasks" }),
  ],
])("“%s” and “%s” mean the same", (roman, urdu, expected) => {
  const meaning = (text: string) =>
    interpret(text, { ...options, context }).map(
      ({ confidence: _confidence, spans: _spans, ...rest }) => rest,
    );
  expect(meaning(roman)).toEqual([expected(0)]);
  expect(meaning(urdu)).toEqual([expected(1)]);
});

test.each(["کل ", "har peer ko ", "doodh aur ", "۵ بجے ", "\u200f"])("10 kB of %j come to an end", (unit) => {
  const text = unit.repeat(Math.ceil(10_000 / unit.length));
  expect(interpret(text, { ...options, locale: "ur" }).length).toBeGreaterThan(0);
});
