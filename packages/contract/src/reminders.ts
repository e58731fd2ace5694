/** When a person wants to be reminded of a task: relative to its due time, or at an instant. */
import { z } from "zod";
import { Id, Instant, LocalTime } from "./fields.ts";
import { limits } from "./limits.ts";

const BeforeDue = z.strictObject({
  minutes_before: z
    .int()
    .min(0)
    .max(limits.minutesBefore)
    .describe("Before it is due; a task without a time is due at the person's `all_day_time`"),
});
const DaysBefore = z.strictObject({
  days_before: z.int().min(0).max(limits.daysBefore).describe("0: on the day itself"),
  time: LocalTime,
});
const AtInstant = z.strictObject({ at: Instant.describe("One that has passed already is not sent") });

/** The kinds that move with the task. */
export const ReminderRule = z.union([BeforeDue, DaysBefore]);
export type ReminderRule = z.infer<typeof ReminderRule>;

export const NewReminder = z.union([BeforeDue, DaysBefore, AtInstant]);
export type NewReminder = z.infer<typeof NewReminder>;

export const NewReminders = z
  .array(NewReminder)
  .max(limits.remindersOfTask)
  .describe("All of the task's reminders. `minutes_before` and `days_before` count from its due date");

export const Reminder = z.union([
  BeforeDue.extend({ id: Id }),
  DaysBefore.extend({ id: Id }),
  AtInstant.extend({ id: Id, snoozed: z.literal(true).optional() }),
]);
export type Reminder = z.infer<typeof Reminder>;
