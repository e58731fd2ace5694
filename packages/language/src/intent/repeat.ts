/** Reads how a task that is there is to come back: "every Tuesday at 9 until June". */
import type { TaskWords } from "../meaning.ts";
import { readTaskWords } from "../quick-add/task-words.ts";
import type { Range } from "../text/pattern.ts";
import type { Reading } from "../text/reading.ts";

/** A rule that names its days or hours decides when the task is due; with "every week" it stays where it is. */
const names_days = /^FREQ=(?:SECOND|MINUTE|HOUR)LY|;BY/u;

const longestLead = 2;

/** Nothing when the words say anything else. */
export function readRepeat(
  reading: Reading,
  range: Range,
): Pick<TaskWords, "recurrence" | "when" | "due_time"> | undefined {
  // Of "make it repeat every week" the rule takes "repeat" along.
  const rule = reading.recurrences.find(({ from, to }) => from >= range.from - longestLead && to <= range.to);
  if (!rule) return undefined;
  const { task, spans } = readTaskWords(reading, { from: Math.min(rule.from, range.from), to: range.to });
  const { title, recurrence, when, ...more } = task;
  if (title !== "" || !recurrence || Object.keys(more).length > 0) return undefined;
  const named = spans.due_on !== undefined || names_days.test(recurrence.rrule);
  if (named && when && !recurrence.after_completion) return { recurrence, when };
  return { recurrence, ...(when?.due_time && { due_time: when.due_time }) };
}
