/** What a language brings along to speak of reminders. */
import type { PartOfDay } from "../locales/locale.ts";
import type { Reminder } from "../meaning.ts";
import type { Pattern } from "../text/pattern.ts";

export interface ReminderPhrases {
  /** Without one of these words a text speaks of no reminder. */
  signs: Set<string>;
  /** Before a reminder: "remind me", "with a reminder". */
  leads: Pattern[];
  /** Behind one, in languages that say it so. */
  tails: Pattern[];
  /** May stand before a lead: "and remind me". */
  joins: Set<string>;
  /** "don't remind me", "no reminder" */
  none: Pattern[];
  /** Behind a length: "an hour before", "10 minutes earlier". */
  before: Pattern[];
  /** "the evening before"; without a part of the day the task's own time is meant. */
  days: { pattern: Pattern; days_before: number; part?: PartOfDay }[];
  /** "when it's due" */
  at_due: Pattern[];
  /** In words that are understood again behind a lead. */
  describe: (reminder: Exclude<Reminder, { at: string }>) => string;
}
