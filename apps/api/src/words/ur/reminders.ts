/** Reminders as they are read out in Urdu. */
import { describeReminder } from "@todo/language";
import { type Moment, onPersonsClock } from "../dates.ts";
import type { SaidComing, SaidReminder } from "../words.ts";
import { sayDue } from "./dates.ts";

const SHOWN = 10;

export function sayReminders(reminders: SaidReminder[], moment: Moment): string {
  const said = reminders.map((reminder) =>
    "at" in reminder ? sayDue(onPersonsClock(reminder.at, moment), moment) : describeReminder(reminder, "ur"),
  );
  return said.length < 2 ? said.join("") : `${said.slice(0, -1).join("، ")} اور ${said.at(-1)}`;
}

export function reminders(coming: SaidComing[], moment: Moment): string {
  if (coming.length === 0) return "آگے کوئی یاد دہانی نہیں ہے۔";
  const rows = coming
    .slice(0, SHOWN)
    .map(
      ({ task, comes_at }, index) =>
        `${index + 1}. ${task.title} (${sayDue(onPersonsClock(comes_at, moment), moment)})`,
    );
  if (coming.length > SHOWN) rows.push(`اور ${coming.length - SHOWN} مزید`);
  return `آگے ${coming.length} یاد دہانیاں ہیں:\n${rows.join("\n")}`;
}
