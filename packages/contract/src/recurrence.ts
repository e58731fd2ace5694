/** How a task comes back: a rule of RFC 5545, counted from its first day or from the day it was done. */
import { z } from "zod";
import { LocalDate } from "./fields.ts";

export const Recurrence = z.object({
  rrule: z.string().describe("The value of an RRULE property (RFC 5545), such as FREQ=WEEKLY;BYDAY=MO"),
  after_completion: z.boolean().describe("Counted from the day on which the task is completed"),
  time_zone: z.string().describe("Where its days begin and end"),
  starts_on: LocalDate.describe("The rule's first day (DTSTART)"),
  except: z.array(z.string()).describe("Occurrences that were skipped"),
});
export type Recurrence = z.infer<typeof Recurrence>;
