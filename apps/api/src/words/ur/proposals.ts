/** What a call would do, in Urdu, for whoever must say yes. */
import { isOnlyMoved } from "@todo/contract";
import type { Moment } from "../dates.ts";
import { sayDue } from "./dates.ts";
import { priorities } from "./listings.ts";
import { counted, enumerate, quoted } from "./names.ts";

export function proposal(
  tool: string,
  input: Record<string, unknown>,
  titles: string[],
  moment: Moment,
): string {
  const things = titles.length === 0 ? "یہ" : counted(titles);
  const text = (field: string) => (typeof input[field] === "string" ? input[field] : null);
  const due = sayDue({ due_on: text("due_on"), due_time: text("due_time") }, moment);
  const when = due || text("due_time");
  switch (tool) {
    case "delete_list":
      return `فہرست ${enumerate(titles)} اور اس کے کام مٹانا`;
    case "delete_label":
      return `لیبل ${enumerate(titles)} مٹانا`;
    case "delete_filter":
      return `فلٹر ${enumerate(titles)} مٹانا`;
    case "delete_conversation":
      return `گفتگو ${enumerate(titles)} مٹانا`;
    case "rename_list":
      return `فہرست ${enumerate(titles)} کا نام بدلنا`;
    case "archive_list":
      return `فہرست ${enumerate(titles)} محفوظ خانے میں رکھنا`;
    case "complete_task":
    case "complete_tasks": {
      const named = Array.isArray(input.task_ids) ? new Set(input.task_ids).size : 1;
      const along = titles.slice(named);
      const completed = `${titles.length === 0 ? things : counted(titles.slice(0, named))} کو مکمل کرنا`;
      return along.length > 0
        ? `${completed}، اور ${counted(along)} کو اگلی باری کے ساتھ لے جانا`
        : completed;
    }
    case "skip_occurrence":
      return `${things} کو اس بار چھوڑنا`;
    case "reschedule_tasks":
      return input.clear ? `${things} کی تاریخ ہٹانا` : `${things} کو ${when} پر لے جانا`;
    case "update_task":
      return when && isOnlyMoved(input) ? `${things} کو ${when} پر لے جانا` : `${things} کو بدلنا`;
    case "update_tasks":
      return alike(input, things);
    default:
      return `${things} کو ${verbs[tool] ?? "بدلنا"}`;
  }
}

/** What all of them would be given, where that is a single thing. */
function alike({ task_ids: _, ...given }: Record<string, unknown>, things: string): string {
  const [[field, value] = [], ...more] = Object.entries(given);
  if (more.length > 0) return `${things} کو بدلنا`;
  if (field === "priority")
    return `${things} کی ترجیح ${priorities[String(value)] ? `${priorities[String(value)]} کرنا` : "ہٹانا"}`;
  if (field === "list")
    return `${things} کو ${value === "inbox" ? "ان باکس" : `فہرست ${quoted(String(value))}`} میں لے جانا`;
  if (field === "add_labels" && Array.isArray(value)) return `${things} پر لیبل ${enumerate(value)} لگانا`;
  return `${things} کو بدلنا`;
}

const verbs: Record<string, string> = {
  reopen_task: "دوبارہ کھولنا",
  delete_task: "مٹانا",
  delete_tasks: "مٹانا",
  restore_task: "واپس لانا",
  restore_tasks: "واپس لانا",
};

export const waiting = (proposals: string[]) =>
  proposals.length === 1
    ? `آپ کی اجازت کا انتظار ہے: ${proposals[0]}۔`
    : `ان کے لیے آپ کی اجازت کا انتظار ہے:\n${proposals.map((each) => `- ${each}`).join("\n")}`;
