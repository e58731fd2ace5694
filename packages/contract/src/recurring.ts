/** What one can ask about recurring tasks beside giving a task its rule: leave one out, and see what a rule means. */
import { z } from "zod";
import { Instant, LocalDate, LocalTime, line, TaskRef, TimeZone, Undo, Version } from "./fields.ts";
import { operation } from "./operation.ts";
import { givenRule } from "./recurrence.ts";
import { Task } from "./tasks.ts";

export const recurring = {
  skip_occurrence: operation({
    summary: "Skip an occurrence of a recurring task",
    description:
      "Moves the open occurrence to the next date without completing it. With `occurrence` it is skipped once, however often this is asked.",
    effect: "write",
    input: z.strictObject({
      task_id: TaskRef,
      occurrence: line(16)
        .optional()
        .describe("The `occurrence` that was seen: when it is over already, nothing changes"),
      version: Version.optional(),
    }),
    output: Task.extend({
      skipped: z.string().nullable().describe("The occurrence left out; null: it was over already"),
      undo: Undo,
    }),
  }),
  preview_recurrence: operation({
    summary: "Show when a recurrence falls",
    description:
      "What a rule comes to, before a task has it: give rrule or words. With task_id instead: what follows that task's open occurrence.",
    effect: "read",
    input: z.strictObject({
      ...givenRule,
      task_id: TaskRef.optional().describe("Instead of a rule: the one of this task"),
      starts_on: LocalDate.optional().describe("Left out: today"),
      due_time: LocalTime.optional(),
      time_zone: TimeZone.optional(),
    }),
    output: z.object({
      rrule: z.string(),
      after_completion: z.boolean(),
      words: z.string().nullable().describe("In the person's language; null: no words are known for it"),
      time_zone: z.string(),
      next: z
        .array(z.object({ due_on: LocalDate, due_time: LocalTime.nullable(), at: Instant.nullable() }))
        .describe("Five at most; counted from completion, as if each were done on its day"),
    }),
  }),
};
