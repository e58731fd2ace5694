/** When a person is reminded, in words. */
import type { OutputOf, Task } from "@todo/contract";
import { describeReminder } from "@todo/language";
import { type Calendar, instantInWords } from "./due.ts";
import { table } from "./table.ts";
import { columns, paint } from "./terminal.ts";

/** "reminder an hour before, tomorrow 09:00"; empty without one. */
export function remindersInWords({ reminders }: Pick<Task, "reminders">, calendar: Calendar): string {
  const said = reminders.map((reminder) =>
    "at" in reminder ? instantInWords(reminder.at, calendar) : describeReminder(reminder),
  );
  return said.length > 0 ? `reminder ${said.join(", ")}` : "";
}

export const reminderTable = (rows: OutputOf<"list_reminders">["reminders"], calendar: Calendar): string[] =>
  table(
    rows,
    [
      {
        heading: "#",
        text: ({ task }) => String(task.number),
        align: "right",
        paint: (text) => paint("cyan", text),
      },
      { heading: "Task", text: ({ task }) => task.title, shrinks: true },
      { heading: "When", text: ({ comes_at }) => instantInWords(comes_at, calendar) },
    ],
    { columns: columns(), heading: (text) => paint("dim", text) },
  );
