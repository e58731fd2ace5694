/** What came of a call, told in Urdu from the operation's answer. */
import { describeRecurrence } from "@todo/language";
import { type Moment, onPersonsClock } from "../dates.ts";
import { namesOfChanges, nextOf, type Telling, titles, toldBy } from "../telling.ts";
import type { SaidTask } from "../words.ts";
import { sayDue } from "./dates.ts";
import { priorities } from "./listings.ts";
import { counted, enumerate, quoted, sentence } from "./names.ts";
import { sayReminders } from "./reminders.ts";

export const leftAlone = (names: string[]) =>
  names.length === 0
    ? "میں نے سب کچھ ویسے ہی رہنے دیا۔"
    : sentence(`میں نے ${enumerate(names)} کو ویسے ہی رہنے دیا`);

const added = ({ tasks, moment, under }: Telling) => {
  const groups = Map.groupBy(tasks, (task) => placeAndTime(task, moment));
  const phrases = [...groups].map(([where, group]) =>
    [where, enumerate(titles(group))].filter(Boolean).join(" "),
  );
  const place = under === undefined ? "" : `${quoted(under)} کے تحت `;
  return `میں نے ${place}${phrases.join("، اور ")} شامل کر دیا`;
};

function placeAndTime(task: SaidTask, moment: Moment): string {
  const due = sayDue(task, moment);
  const priority = priorities[task.priority ?? "none"];
  return [
    task.list && `فہرست ${quoted(task.list.name)} میں`,
    due && `${due} کے لیے`,
    priority && `${priority} ترجیح کے ساتھ`,
    repeats(task),
    task.reminders?.length && `${sayReminders(task.reminders, moment)} یاد دہانی کے ساتھ`,
  ]
    .filter(Boolean)
    .join(" ");
}

const repeats = ({ recurrence }: SaidTask) =>
  recurrence && (describeRecurrence(recurrence, "ur") ?? "بار بار");

/** “مکمل کر دیا۔ اگلی بار: منگل، 24 نومبر” */
const completed =
  (verb: string) =>
  ({ tasks, answer, moment }: Telling) => {
    const done = `${counted(titles(tasks))} ${verb}`;
    const next = nextOf(answer);
    if (next.length === 0) return done;
    const named = next.map((task) =>
      [next.length > 1 && quoted(task.title), sayDue(task, moment)].filter(Boolean).join(" "),
    );
    return `${sentence(done)} اگلی بار: ${named.join("، ")}`;
  };

const skipped = ({ tasks, moment }: Telling) => {
  const [task] = tasks as [SaidTask];
  return `${sentence(`${quoted(task.title)} اس بار چھوڑ دیا`)} اگلی بار: ${sayDue(task, moment)}`;
};

const snoozed = ({ tasks, moment }: Telling) => {
  const [task] = tasks as [SaidTask];
  const until = task.reminders?.find((reminder) => "at" in reminder && reminder.snoozed);
  const when = until && "at" in until ? sayDue(onPersonsClock(until.at, moment), moment) : "بعد میں";
  return `${quoted(task.title)} ${when} دوبارہ یاد دلاؤں گا`;
};

const remindedOf = ({ title, reminders = [] }: SaidTask, moment: Moment) =>
  reminders.length > 0
    ? `${quoted(title)} ${sayReminders(reminders, moment)} یاد دلاؤں گا`
    : `${quoted(title)} یاد نہیں دلاؤں گا`;

const movedTasks = ({ tasks, input, moment }: Telling) => {
  if (input.clear) return `${enumerate(titles(tasks))} کی تاریخ ہٹا دی`;
  const groups = [...Map.groupBy(tasks, (task) => sayDue(task, moment))];
  return groups.map(([due, group]) => `${counted(titles(group))} اب ${due} کے لیے ہے`).join("، اور ");
};

const cleared: Record<string, string> = {
  due_on: "تاریخ ہٹا دی",
  due_time: "وقت ہٹا دیا",
  description: "نوٹ ہٹا دیا",
  labels: "لیبل ہٹا دیے",
  priority: "ترجیح ہٹا دی",
  reminders: "یاد دہانیاں ہٹا دیں",
};

function updated({ tasks, input, answer, moment, under }: Telling): string {
  const [task] = tasks as [SaidTask];
  const name = quoted(task.title);
  const parts: string[] = [];
  if (input.title !== undefined) parts.push(`کام نمبر ${answer.number} کا نام اب ${name} ہے`);
  if (input.recurrence !== undefined)
    parts.push(`${name} اب ${repeats(task)} ہو گا۔ اگلی بار: ${sayDue(task, moment)}`);
  else if (input.due_on !== undefined || input.due_time !== undefined)
    parts.push(`${name} اب ${sayDue(task, moment)} کے لیے ہے`);
  if (under !== undefined) parts.push(`${name} اب ${quoted(under)} کے نیچے ہے`);
  if (input.list !== undefined)
    parts.push(`${name} اب ${task.list ? `فہرست ${quoted(task.list.name)}` : "ان باکس"} میں ہے`);
  if (input.priority !== undefined)
    parts.push(`${name} کی ترجیح اب ${priorities[task.priority ?? "none"] ?? "کوئی نہیں"} ہے`);
  if (input.labels !== undefined) parts.push(`${name} پر لیبل ${enumerate(task.labels ?? [])} لگا دیا`);
  if (input.description !== undefined) parts.push(`${name} میں نوٹ لکھ دیا`);
  if (input.reminders !== undefined) parts.push(remindedOf(task, moment));
  for (const field of (input.clear ?? []) as string[]) {
    if (field === "recurrence") parts.push(`${name} اب دوبارہ نہیں آئے گا`);
    else if (field === "list") parts.push(`${name} اب ان باکس میں ہے`);
    else parts.push(`${name} سے ${cleared[field] ?? `${field} ہٹا دیا`}`);
  }
  return parts.length > 0 ? parts.map(sentence).join(" ") : `${name} بدل دیا`;
}

/** What all of them were given, or lost. */
function updatedAlike({ tasks, input }: Telling): string {
  const names = counted(titles(tasks));
  const [first] = tasks as [SaidTask];
  const parts = [
    input.priority !== undefined &&
      `${names} کی ترجیح اب ${priorities[first.priority ?? "none"] ?? "کوئی نہیں"} ہے`,
    input.list !== undefined &&
      `${names} اب ${first.list ? `فہرست ${quoted(first.list.name)}` : "ان باکس"} میں ہے`,
    Array.isArray(input.add_labels) && `${names} پر لیبل ${enumerate(input.add_labels)} لگا دیا`,
    Array.isArray(input.remove_labels) && `${names} سے لیبل ${enumerate(input.remove_labels)} ہٹا دیا`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.map(sentence).join(" ") : `${names} بدل دیا`;
}

const simply = (verb: string) => (telling: Telling) => `${counted(titles(telling.tasks))} ${verb}`;
const named =
  (before: string, after: string) =>
  ({ answer }: Telling) =>
    `${before} ${quoted(answer.name ?? answer.title ?? "")} ${after}`;

/** What was done, as a noun: “شامل کرنا واپس لے لیا”. */
export const deeds: Record<string, string> = {
  add_task: "شامل کرنا",
  add_tasks: "شامل کرنا",
  update_task: "بدلنا",
  complete_task: "مکمل کرنا",
  complete_tasks: "مکمل کرنا",
  reopen_task: "دوبارہ کھولنا",
  delete_task: "مٹانا",
  delete_tasks: "مٹانا",
  restore_task: "واپس لانا",
  restore_tasks: "واپس لانا",
  reschedule_tasks: "آگے پیچھے کرنا",
  skip_occurrence: "اس بار چھوڑنا",
  snooze_reminder: "یاد دہانی آگے کرنا",
  import_calendar: "درآمد کرنا",
  add_list: "فہرست بنانا",
  rename_list: "فہرست کا نام بدلنا",
  reorder_list: "فہرست کی جگہ بدلنا",
  archive_list: "فہرست محفوظ خانے میں رکھنا",
  unarchive_list: "فہرست واپس لانا",
  delete_list: "فہرست مٹانا",
};

const tookBack =
  (verb: string, latestFirst = false) =>
  ({ answer }: Telling) => {
    const names = namesOfChanges(answer);
    return `${enumerate(latestFirst ? names.toReversed() : names)}: ${deeds[answer.operation ?? ""] ?? "بدلنا"} ${verb}`;
  };

const tellers: Record<string, (telling: Telling) => string> = {
  add_task: added,
  add_tasks: added,
  complete_task: completed("مکمل کر دیا"),
  complete_tasks: completed("مکمل کر دیے"),
  skip_occurrence: skipped,
  snooze_reminder: snoozed,
  reopen_task: simply("دوبارہ کھول دیا"),
  delete_task: simply("مٹا دیا"),
  delete_tasks: simply("مٹا دیے"),
  restore_task: simply("واپس لے آیا"),
  restore_tasks: simply("واپس لے آیا"),
  reschedule_tasks: movedTasks,
  update_task: updated,
  update_tasks: updatedAlike,
  import_calendar: simply("درآمد کر دیے"),
  add_list: named("فہرست", "بنا دی"),
  rename_list: named("فہرست کا نام اب", "ہے"),
  reorder_list: named("فہرست", "کی جگہ بدل دی"),
  archive_list: named("فہرست", "محفوظ خانے میں رکھ دی"),
  unarchive_list: named("فہرست", "واپس لے آیا"),
  delete_list: named("فہرست", "اور اس کے کام مٹا دیے"),
  rename_label: named("لیبل کا نام اب", "ہے"),
  delete_label: named("لیبل", "مٹا دیا"),
  add_filter: named("فلٹر", "محفوظ کر دیا"),
  update_filter: named("فلٹر", "بدل دیا"),
  reorder_filter: named("فلٹر", "کی جگہ بدل دی"),
  delete_filter: named("فلٹر", "مٹا دیا"),
  rename_conversation: named("اس گفتگو کا نام اب", "ہے"),
  delete_conversation: named("گفتگو", "مٹا دی"),
  update_profile: () => "آپ کا پروفائل بدل دیا",
  undo: tookBack("واپس لے لیا", true),
  redo: tookBack("پھر سے کر دیا"),
};

export const told = toldBy({ tellers, sentence, leftAlone, failed: "یہ نہیں ہو سکا" });
