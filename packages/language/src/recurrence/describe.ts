/** A recurrence in words, for people to read and for `interpret` to read back. */
import { localeNamed } from "../locales/locales.ts";
import type { Recurrence } from "../meaning.ts";
import { parseRule } from "./rule.ts";

/** "every 2 weeks on Monday and Friday". Undefined for a rule that isn't one, or has parts that no words are known for. */
export function describeRecurrence(
  { rrule, after_completion }: Recurrence,
  locale?: string,
): string | undefined {
  const rule = parseRule(rrule);
  return rule && localeNamed(locale).recurrence.describe(rule, after_completion ?? false);
}
