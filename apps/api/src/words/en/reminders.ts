/** Reminders as they are read out: “an hour before and tomorrow at 09:00”. */
import { describeReminder } from "@todo/language";
import { type Moment, onPersonsClock, sayDue } from "../dates.ts";
import type { SaidComing, SaidReminder } from "../words.ts";
import { enumerate, plural } from "./names.ts";

const SHOWN = 10;

export const sayReminders = (reminders: SaidReminder[], moment: Moment) =>
  enumerate(
    reminders.map((reminder) =>
      "at" in reminder ? sayDue(onPersonsClock(reminder.at, moment), moment) : describeReminder(reminder),
    ),
  );

export function reminders(coming: SaidComing[], moment: Moment): string {
  if (coming.length === 0) return "There are no reminders to come.";
  const rows = coming
    .slice(0, SHOWN)
    .map(
      ({ task, comes_at }, index) =>
        `${index + 1}. ${task.title} (${sayDue(onPersonsClock(comes_at, moment), moment)})`,
    );
  if (coming.length > SHOWN) rows.push(`and ${coming.length - SHOWN} more`);
  return `You have ${plural(coming.length, "reminder")} to come:\n${rows.join("\n")}`;
}
