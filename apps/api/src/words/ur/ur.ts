/** Urdu. */
import { describeRecurrence } from "@todo/language";
import type { Moment } from "../dates.ts";
import { en } from "../en/en.ts";
import type { SaidTask, Words } from "../words.ts";
import { sayDue } from "./dates.ts";
import * as listings from "./listings.ts";
import { history, wasDone } from "./looking-back.ts";
import { mail } from "./mail.ts";
import { enumerate, inARow, quoted, sentence } from "./names.ts";
import { notices } from "./notices.ts";
import * as overview from "./overview.ts";
import { proposal, waiting } from "./proposals.ts";
import { reminders } from "./reminders.ts";
import { leftAlone, told } from "./told.ts";

const CAN_DO =
  "میں کام شامل کر سکتا ہوں، دکھا سکتا ہوں، مکمل کر سکتا ہوں، بدل اور مٹا سکتا ہوں، فہرستوں میں رکھ سکتا ہوں اور پچھلا قدم واپس لے سکتا ہوں۔";

/** کل 15:00 بجے کے لیے “ڈاکٹر” */
function withTime({ title, recurrence, ...due }: SaidTask, moment: Moment): string {
  const day = sayDue(due, moment);
  const rule = recurrence && describeRecurrence(recurrence, "ur");
  return [day && `${day} کے لیے`, rule, quoted(title)].filter(Boolean).join(" ");
}

export const ur: Words = {
  told,
  proposal,
  waiting,
  leftAlone,
  tasks: listings.tasks,
  steps: listings.steps,
  lists: listings.lists,
  labels: listings.labels,
  filters: listings.filters,
  reminders,
  agenda: overview.agenda,
  begin: overview.begin,
  extreme: overview.extreme,
  archived: listings.archived,
  trash: listings.trash,
  emptyTrash: (count) =>
    count === 0
      ? "ردی کی ٹوکری پہلے ہی خالی ہے۔"
      : `ردی کی ٹوکری میں ${count} کام ${count === 1 ? "ہے" : "ہیں"}۔ اسے خالی کرنا واپس نہیں ہو سکتا، اس لیے یہ آپ خود کریں: ردی کی ٹوکری کھول کر “ٹوکری خالی کریں” چنیں۔`,
  history,
  wasDone,
  noneFits: () => "ایسا کوئی کام نہیں ملا جس کی یہ بات ہو، اس لیے میں نے کچھ نہیں بدلا۔",
  whichOne: listings.whichOne,
  noTasks: listings.noTasks,

  noTask: (text, deed) =>
    deed === "restore"
      ? sentence(text ? `ردی کی ٹوکری میں ${quoted(text)} نہیں ملا` : "ردی کی ٹوکری خالی ہے")
      : sentence(text ? `${quoted(text)} نام کا کوئی کام نہیں ملا` : "ایسا کوئی کام نہیں ملا"),
  noList: (name) => sentence(`${quoted(name)} نام کی کوئی فہرست نہیں`),
  noFilter: (name) => sentence(`${quoted(name)} نام کا کوئی فلٹر نہیں`),
  noDuplicate: () => "ایک ہی نام کے دو باقی کام نہیں ملے۔",
  alreadyDone: (titles) => sentence(`${enumerate(titles)} پہلے ہی مکمل ہے`),
  notDone: (titles) => sentence(`${enumerate(titles)} ابھی مکمل نہیں ہوا`),
  notLabelled: (titles, labels) => sentence(`${enumerate(titles)} پر لیبل ${enumerate(labels)} نہیں ہے`),
  isList: (name) =>
    sentence(`${quoted(name)} فہرست کا نام ہے۔ “${name} کی فہرست مٹا دو” یا “${name} کے سب کام مٹا دو” کہیں`),
  whenTo: (title) => `${quoted(title)} کب کے لیے رکھوں؟`,
  sameDates: (titles) =>
    `${enumerate(titles)} کی تاریخ ایک ہی ہے، اس لیے بدلنے کو کچھ نہیں۔ فہرست میں ان کی ترتیب کھینچ کر بدلی جاتی ہے۔`,
  alreadyThere: (title) => sentence(`${quoted(title)} پہلے سے وہاں ہے`),
  nothingSpokenOf: () => "سمجھ نہیں آیا کہ کون سا کام مراد ہے۔ اس کا نام یا نمبر بتائیں۔",
  noSuchPosition: (count) =>
    count === 0
      ? "میں نے ابھی کوئی فہرست نہیں دکھائی۔ کام کا نام یا نمبر بتائیں۔"
      : `میں نے صرف ${count} دکھائے تھے۔`,
  nothingToChange: () => "سمجھ نہیں آیا کہ کیا بدلنا ہے۔ نیا نام، تاریخ، فہرست یا ترجیح بتائیں۔",

  greeting: () => "وعلیکم السلام۔ آج کیا کرنا ہے؟",
  thanks: () => "کوئی بات نہیں۔",
  farewell: () => "خدا حافظ۔ آپ کے کام محفوظ ہیں۔",
  help: () =>
    `${CAN_DO} یوں کہہ کر دیکھیں:\n- دودھ اور انڈے شامل کرو\n- کل شام 5 بجے امی کو فون کرنا ہے\n- آج کے کام دکھاؤ\n- دودھ والا کام مکمل کرو\n- امی والا کام جمعے پر لے جاؤ\n- ہر پیر کو پودوں کو پانی دینا\n- ایک گھنٹہ پہلے یاد دلانا\n- کام نمبر 3 مٹا دو\n- واپس کرو`,
  notAboutTasks: () => `یہ میرے بس میں نہیں، میں آپ کے کاموں کا خیال رکھتا ہوں۔ ${CAN_DO}`,
  unclear: () => "میں سمجھا نہیں۔ کسی اور طرح کہیں، جیسے “دودھ شامل کرو” یا “آج کیا کرنا ہے؟”",
  shallIAdd: (tasks, moment) => {
    const list = tasks[0]?.list;
    const place = list ? `فہرست ${quoted(list.name)}` : "آپ کے کاموں";
    return `کیا میں ${inARow(tasks.map((task) => withTime(task, moment)))} ${place} میں شامل کر دوں؟`;
  },
  askFor: {
    add: () => "کیا شامل کروں؟",
    list: () => "کیا دیکھنا چاہتے ہیں؟ “میرے کام” یا “آج کیا کرنا ہے؟” کہیں۔",
    complete: () => "کون سا کام مکمل ہوا؟ اس کا نام یا نمبر بتائیں۔",
    delete: () => "کیا مٹاؤں؟ کام کا نام یا نمبر بتائیں۔",
    update: () => "کون سا کام بدلوں، اور کیسے؟ جیسے “امی والا کام جمعے پر لے جاؤ”۔",
  },
  nothingAsked: () => "ابھی کسی بات کا جواب ہاں یا نہیں میں درکار نہیں۔ آپ کیا کرنا چاہتے ہیں؟",
  answerAbove: () => "اوپر والے کارڈ پر ہاں یا نہیں چنیں؛ صرف وہی جواب مانا جاتا ہے۔",
  neverMind: () => "ٹھیک ہے، میں نے سب کچھ ویسے ہی رہنے دیا۔",

  mail,
  notices,

  failures: {
    timeout: "ماڈل نے جواب میں بہت دیر کی۔ آپ کی بات محفوظ ہے؛ دوبارہ کوشش کریں۔",
    refused:
      "ماڈل فراہم کرنے والے نے اس سرور کی کلید قبول نہیں کی۔ آپ کی بات محفوظ ہے؛ سرور چلانے والا اسے درست کر سکتا ہے۔",
    busy: "ماڈل مصروف ہے یا اس کی حد پوری ہو گئی ہے۔ آپ کی بات محفوظ ہے؛ تھوڑی دیر بعد کوشش کریں۔",
    unreachable: "ماڈل تک ابھی رسائی نہیں۔ آپ کی بات محفوظ ہے؛ دوبارہ کوشش کریں۔",
    lost: "ماڈل بھٹک گیا تھا اور اسے روک دیا گیا۔ آپ کی بات محفوظ ہے؛ دوسرے لفظوں میں کہہ کر دیکھیں۔",
    failed: "جواب دیتے ہوئے ماڈل میں خرابی ہوئی۔ آپ کی بات محفوظ ہے؛ دوبارہ کوشش کریں۔",
  },
  conversationTitle: en.conversationTitle,
};
