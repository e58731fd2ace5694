/** The recurrence that a stretch of a text speaks of, and what callers get of it. */
import type { Recurrence } from "../meaning.ts";
import type { Range } from "../text/pattern.ts";
import type { RecurrenceMention } from "./mentions.ts";
import { formatRule } from "./rule.ts";

/** Of those that lie inside and whose words are free, one that says so in words of its own: "a weekly review on Fridays". */
export function recurrenceWithin(
  recurrences: RecurrenceMention[],
  range: Range,
  isFree: (at: number) => boolean,
): RecurrenceMention | undefined {
  const inside = recurrences.filter(({ from, to }) => {
    if (from < range.from || to > range.to) return false;
    for (let at = from; at < to; at += 1) if (!isFree(at)) return false;
    return true;
  });
  return inside.find(({ ranges }) => ranges.length > 0) ?? inside[0];
}

export const recurrenceOf = ({ rule, after_completion }: RecurrenceMention): Recurrence => ({
  rrule: formatRule(rule),
  ...(after_completion && { after_completion }),
});
