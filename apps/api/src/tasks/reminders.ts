/** Reminders as a caller says them become the task's: one of each, and those that it had keep their ids. */
import { invalid, type NewReminder, type Reminder } from "@todo/contract";
import { v7 as uuid } from "uuid";
import { findProfile } from "../access/queries.ts";
import type { TaskRow } from "../operations/entities.ts";
import type { HandlerContext } from "../operations/implement.ts";

type Task = Pick<TaskRow, "due_on" | "reminders">;

/**
 * What a task has after a call that gives it this date: those that were said, or else what it had. With its first
 * date, when nothing is said and it has none, the person's usual ones. Throws `validation_failed`.
 */
export async function remindersOf(
  said: { reminders?: NewReminder[] | undefined },
  task: Task,
  due_on: string | null,
  context: HandlerContext,
): Promise<Reminder[]> {
  if (said.reminders) return merged(said.reminders, task.reminders, due_on);
  const isFirstDate = due_on && !task.due_on && task.reminders.length === 0;
  return isFirstDate ? usualReminders(context) : task.reminders;
}

function merged(given: NewReminder[], had: Reminder[], due_on: string | null): Reminder[] {
  const known = new Map(had.map((reminder) => [sayingOf(reminder), reminder]));
  const wanted = new Map(given.map((reminder) => [sayingOf(reminder), reminder]));
  return [...wanted].map(([saying, reminder], index) => {
    const before = known.get(saying);
    if (before) return before;
    if (!due_on && !("at" in reminder)) {
      throw invalid(
        `reminders.${index}`,
        "It counts from the due date and the task has none: give due_on as well, or a reminder with `at`.",
        { reason: "reminder_needs_date" },
      );
    }
    return { id: uuid(), ...reminder };
  });
}

async function usualReminders({ db, actor }: HandlerContext): Promise<Reminder[]> {
  const { default_reminders } = await findProfile(db, actor.space_id);
  return default_reminders.map((reminder) => ({ id: uuid(), ...reminder }));
}

/** Two that say the same are one. */
function sayingOf(reminder: NewReminder | Reminder): string {
  if ("at" in reminder) return reminder.at;
  return "days_before" in reminder
    ? `${reminder.days_before} ${reminder.time}`
    : `${reminder.minutes_before}`;
}
