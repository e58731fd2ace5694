/** Tasks, lists and labels as they are read out in Urdu. Rows are numbered, so that “دوسرا والا” means something. */
import { describeRecurrence } from "@todo/language";
import type { Moment } from "../dates.ts";
import { sameTitles } from "../telling.ts";
import type { Deed, SaidFilter, SaidTask } from "../words.ts";
import { sayDays, sayDue } from "./dates.ts";
import { quoted, sentence } from "./names.ts";
import { sayReminders } from "./reminders.ts";

const SHOWN = 10;

export function tasks(found: SaidTask[], filter: SaidFilter, moment: Moment): string {
  if (found.length === 0) return noTasks(filter, moment);
  const isOne = found.length === 1;
  const which = described(filter, moment, isOne) || (isOne ? "آپ کا" : "آپ کے");
  return `${which} ${found.length} کام ${isOne ? "ہے" : "ہیں"}:\n${rows(found, filter, moment)}`;
}

export const noTasks = (filter: SaidFilter, moment: Moment) =>
  sentence([described(filter, moment), "کوئی کام نہیں ہے"].filter(Boolean).join(" "));

export const whichOne = (deed: Deed, candidates: SaidTask[], moment: Moment) =>
  `کون سا ${verbs[deed]}؟\n${rows(candidates, {}, moment, sameTitles(candidates))}`;

const verbs: Record<Deed, string> = {
  complete: "مکمل کروں",
  reopen: "دوبارہ کھولوں",
  delete: "مٹاؤں",
  restore: "واپس لاؤں",
  reschedule: "آگے پیچھے کروں",
  update: "بدلوں",
  skip: "اس بار چھوڑوں",
  snooze: "دوبارہ یاد دلاؤں",
  add_subtasks: "چنوں",
};

export const priorities: Record<string, string> = {
  low: "معمولی",
  medium: "درمیانی",
  high: "اہم",
  urgent: "فوری",
};

/** `numbered`: the titles that don't tell one task from another, so that its number is said as well. */
export function rows(
  found: SaidTask[],
  filter: SaidFilter,
  moment: Moment,
  numbered = new Set<string>(),
): string {
  const shown = found
    .slice(0, SHOWN)
    .map((task, index) => `${index + 1}. ${row(task, filter, moment, numbered.has(task.title))}`);
  if (found.length > SHOWN) shown.push(`اور ${found.length - SHOWN} مزید`);
  return shown.join("\n");
}

function row(task: SaidTask, filter: SaidFilter, moment: Moment, isNumbered: boolean): string {
  const details = [
    isNumbered && task.number !== undefined && `#${task.number}`,
    sayDue(task, moment),
    task.recurrence && describeRecurrence(task.recurrence, "ur"),
    task.reminders?.length && `یاد دہانی ${sayReminders(task.reminders, moment)}`,
    task.list && task.list.name.toLowerCase() !== filter.list?.toLowerCase() && `فہرست ${task.list.name}`,
    task.priority !== filter.priority && priorities[task.priority ?? "none"],
    task.status === "completed" && filter.status !== "completed" && "مکمل",
  ].filter(Boolean);
  return details.length > 0 ? `${task.title} (${details.join("، ")})` : task.title;
}

const parts: Record<string, string> = {
  morning: "صبح",
  afternoon: "دوپہر",
  evening: "شام",
  night: "رات",
};

/** “فہرست سودا میں کل کے اہم”, before “کام”; of a single one “کل کا”. */
function described(filter: SaidFilter, moment: Moment, isOne = false): string {
  const { due, completed, part_of_day, list, label, priority, text, status, filter: saved } = filter;
  const days = sayDays(due, moment);
  const done = sayDays(completed, moment);
  const [of, having, made] = isOne ? ["کا", "والا", "کیا ہوا"] : ["کے", "والے", "کیے ہوئے"];
  return [
    list && (list.toLowerCase() === "inbox" ? "ان باکس میں" : `فہرست ${quoted(list)} میں`),
    label && `لیبل ${quoted(label)} ${having}`,
    saved && `فلٹر ${quoted(saved)} ${having}`,
    text && `${quoted(text)} ${having}`,
    days && (/(?:تک|میں|بعد|پہلے)$/.test(days) ? `${days} ${having}` : `${days} ${of}`),
    done && `${done} مکمل ${made}`,
    part_of_day && `${parts[part_of_day]} ${of}`,
    due?.overdue && "تاخیر کا شکار",
    !completed && status === "completed" && "مکمل",
    !due?.overdue && status === "pending" && "باقی",
    priorities[priority ?? ""],
  ]
    .filter(Boolean)
    .join(" ");
}

export function steps({ title }: SaidTask, below: SaidTask[], moment: Moment): string {
  if (below.length === 0) return sentence(`${quoted(title)} کا کوئی ذیلی کام نہیں`);
  const done = below.filter(({ status }) => status === "completed").length;
  return `${quoted(title)}: ${below.length} میں سے ${done} مکمل\n${rows(below, {}, moment)}`;
}

export const lists = (found: { name: string; open_tasks: number }[]) =>
  found.length === 0
    ? "ابھی آپ کی کوئی فہرست نہیں۔ کام شامل کرتے وقت فہرست کا نام بتائیں، میں بنا دوں گا۔"
    : `آپ کی ${found.length} فہرستیں ہیں:\n${withCounts(found)}`;

export const archived = (found: { name: string; open_tasks: number }[]) =>
  found.length === 0
    ? "محفوظ خانے میں کوئی فہرست نہیں۔"
    : `محفوظ خانے میں ${found.length} فہرستیں ہیں:\n${withCounts(found)}`;

export const trash = (found: SaidTask[], moment: Moment) =>
  found.length === 0
    ? "ردی کی ٹوکری خالی ہے۔"
    : `ردی کی ٹوکری میں ${found.length} کام ${found.length === 1 ? "ہے" : "ہیں"}:\n${rows(found, {}, moment)}`;

export const labels = (found: { name: string; open_tasks: number }[]) =>
  found.length === 0 ? "ابھی آپ کا کوئی لیبل نہیں۔" : `آپ کے ${found.length} لیبل ہیں:\n${withCounts(found)}`;

export const filters = (found: { name: string; query: string }[]) =>
  found.length === 0
    ? "ابھی آپ کا کوئی فلٹر نہیں۔"
    : `آپ کے ${found.length} فلٹر ہیں:\n${found.map(({ name, query }, index) => `${index + 1}. ${name}: ${query}`).join("\n")}`;

const withCounts = (found: { name: string; open_tasks: number }[]) =>
  found.map(({ name, open_tasks }, index) => `${index + 1}. ${name} (${open_tasks} باقی)`).join("\n");
