/** How a task comes back: a rule of RFC 5545, counted from its first day or from the day it was done. */
import { z } from "zod";
import { LocalDate, LocalTime, line } from "./fields.ts";
import { limits } from "./limits.ts";

export const Recurrence = z.object({
  rrule: z.string().describe("The value of an RRULE property (RFC 5545), such as FREQ=WEEKLY;BYDAY=MO"),
  after_completion: z.boolean().describe("Counted from the day on which the task is completed"),
  time_zone: z.string().describe("Where its days begin and end"),
  starts_on: LocalDate.describe("The rule's first day (DTSTART)"),
  starts_at: LocalTime.optional().describe("With which time, where the rule gives times and not days alone"),
  except: z
    .array(z.string())
    .describe("Occurrences that are left out: at most a hundred, those to come before those that are over"),
});
export type Recurrence = z.infer<typeof Recurrence>;

const given = {
  rrule: line(limits.rrule)
    .optional()
    .describe("The value of an RRULE property (RFC 5545), such as FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
  words: line(limits.ruleWords)
    .optional()
    .describe("Instead of rrule: the rule as people say it, such as “every second Tuesday until June”"),
  after_completion: z
    .boolean()
    .optional()
    .describe("true: counted from the day on which the task is completed, whenever that is"),
};

export const NewRecurrence = z
  .strictObject(given)
  .refine(({ rrule, words }) => (rrule === undefined) !== (words === undefined), {
    error: "Give rrule or words, one of them.",
  })
  .describe("How the task comes back. It is due on the first day that the rule allows, from due_on or today");

/** Which occurrences of a recurring task a change is for. */
export const Occurrences = z
  .enum(["this", "this_and_later", "all"])
  .describe(
    "Of a recurring task: which occurrences change. Left out: a new date or time is for this one, anything else for this one and later ones. `all` also changes title, description, priority, labels and list of those done",
  );
export type Occurrences = z.infer<typeof Occurrences>;

/** The fields that name a rule, for a question about it. */
export const givenRule = given;
