/** What one can ask about reminders beside saying them with a task: which are to come, and “not now”. */
import { z } from "zod";
import { Id, Instant, TaskRef, Undo, Version } from "./fields.ts";
import { limits } from "./limits.ts";
import { operation } from "./operation.ts";
import { Reminder } from "./reminders.ts";
import { Task } from "./tasks.ts";

export const UpcomingReminder = z.object({
  task: z.object({ id: Id, number: z.int(), title: z.string() }),
  reminder: Reminder,
  comes_at: Instant.describe("When it will be sent; quiet hours put it off to their end"),
});
export type UpcomingReminder = z.infer<typeof UpcomingReminder>;

export const reminding = {
  list_reminders: operation({
    summary: "Show what reminders are to come",
    description:
      "The next one first: of all tasks, or of one. Answers a page and the cursor of the next one.",
    effect: "read",
    input: z.strictObject({
      task_id: TaskRef.optional(),
      limit: z.int().min(1).max(limits.page).optional().describe("Default 50"),
      cursor: z.string().max(200).optional().describe("`next_cursor` of the page before"),
    }),
    output: z.object({ reminders: z.array(UpcomingReminder), next_cursor: z.string().nullable() }),
  }),
  snooze_reminder: operation({
    summary: "Be reminded of a task later",
    description:
      "Reminds of the task once more, some minutes from now or at an instant. Takes the place of an earlier snooze; other reminders stay.",
    effect: "write",
    input: z.strictObject({
      task_id: TaskRef,
      minutes: z.int().min(1).max(limits.minutesBefore).optional().describe("From now"),
      until: Instant.optional().describe("Instead of minutes"),
      version: Version.optional(),
    }),
    output: Task.extend({ undo: Undo }),
  }),
};
