/** "today", "this week", "before friday", "overdue" → the filter of `list_tasks`. */
import type { InputOf } from "@todo/contract";
import { interpret } from "@todo/language";
import { UsageError } from "./failures.ts";
import type { Calendar } from "./output/due.ts";

export type DueFilter = Pick<InputOf<"list_tasks">, "due_on" | "due_before" | "due_after" | "overdue">;

/** Throws UsageError when the words name no time. */
export function dueFilter(words: string, { now, timeZone }: Calendar): DueFilter {
  const said = words.trim().toLowerCase();
  if (/^\d{4}-\d\d-\d\d$/.test(said)) return { due_on: said };
  if (said === "overdue") return { overdue: true };
  // "before friday" and "this week" read best in the sentence they are said in.
  const due = interpret(`show my tasks due ${said}`, { now, time_zone: timeZone })
    .flatMap((intention) => (intention.operation === "list" ? [intention.filter.due] : []))
    .at(0);
  if (!due)
    throw new UsageError(
      `--due doesn't understand “${words}”. Try today, this week, before friday, overdue or 2026-12-01.`,
    );
  return {
    ...(due.on && { due_on: due.on }),
    ...(due.before && { due_before: due.before }),
    ...(due.after && { due_after: due.after }),
    ...(due.overdue && { overdue: due.overdue }),
  };
}
