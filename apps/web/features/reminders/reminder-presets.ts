/** Reminders that people often want, for a task as it is dated. */
import type { NewReminder, Reminder, ReminderRule } from "@todo/contract/reminders";
import type { Task } from "@todo/contract/tasks";

const HOUR = 60;
const DAY_BEFORE_AT = "18:00";

/** None without a date: there is nothing to count from. `allDayTime` is when a task without a time counts as due. */
export function reminderPresets(task: Pick<Task, "due_on" | "due_time">, allDayTime: string): ReminderRule[] {
  if (!task.due_on) return [];
  const before = { days_before: 1, time: DAY_BEFORE_AT };
  if (!task.due_time) return [{ days_before: 0, time: allDayTime }, before];
  return [0, 10, 30, HOUR].map((minutes_before): ReminderRule => ({ minutes_before })).concat(before);
}

/** As it is given anew: without what the server adds, and with its fields in one order. */
export function plain(reminder: Reminder | NewReminder): NewReminder {
  if ("at" in reminder) return { at: reminder.at };
  if ("minutes_before" in reminder) return { minutes_before: reminder.minutes_before };
  return { days_before: reminder.days_before, time: reminder.time };
}

export const sameReminder = (one: Reminder | NewReminder, other: Reminder | NewReminder): boolean =>
  JSON.stringify(plain(one)) === JSON.stringify(plain(other));
