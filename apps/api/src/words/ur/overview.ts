/** What is to come, and what to begin with, in Urdu. */
import type { Moment } from "../dates.ts";
import type { SaidAgenda, SaidTask } from "../words.ts";
import { sayDue } from "./dates.ts";
import { priorities, rows } from "./listings.ts";
import { enumerate, inARow, quoted } from "./names.ts";

export function agenda({ days, overdue, due, undated }: SaidAgenda, moment: Moment): string {
  const lines = [
    overdue.length > 0 && `تاخیر کا شکار ${overdue.length}: ${named(overdue, moment)}`,
    ...due.map(([day, tasks]) => `${sayDue({ due_on: day }, moment)}: ${named(tasks, moment)}`),
    due.length === 0 && `${days === 1 ? "آج" : "اگلے سات دنوں"} کے لیے کوئی کام نہیں ہے۔`,
    undated.length > 0 && `تاریخ کے بغیر، مگر اہم: ${named(undated, moment)}`,
  ].filter((line) => line !== false);
  const isFree = overdue.length + due.length + undated.length === 0;
  return isFree ? lines.join("\n") : [...lines, "میں نے کچھ نہیں بدلا۔"].join("\n");
}

const named = (tasks: SaidTask[], moment: Moment) =>
  inARow(
    tasks.map((task) => {
      const time = task.due_on && task.due_time ? / \d\d:\d\d .*$/.exec(sayDue(task, moment))?.[0] : "";
      const level = task.priority === "urgent" || task.priority === "high" ? priorities[task.priority] : "";
      return [`${quoted(task.title)}${time ?? ""}`, level && `(${level})`].filter(Boolean).join(" ");
    }),
  );

export function begin(tasks: SaidTask[], open: number, moment: Moment): string {
  if (tasks.length === 0) return "کوئی کام باقی نہیں۔";
  const of = tasks.length === open ? "" : ` ${open} میں سے`;
  return `تاریخ اور اہمیت کے حساب سے${of} پہلے یہ:\n${rows(tasks, {}, moment)}`;
}

type Lists = { name: string; open_tasks: number }[];

export function extreme(found: Lists, which: "fullest" | "emptiest"): string {
  const [first] = found;
  if (!first) return "ابھی آپ کی کوئی فہرست نہیں۔";
  const names = enumerate(found.map(({ name }) => name));
  return `سب سے ${which === "fullest" ? "زیادہ" : "کم"} باقی کام ${names} میں ہیں: ${first.open_tasks}۔`;
}
