/** Words that say when to remind of a task that is there, and nothing else: "an hour before and tomorrow at 9". */
import type { InterpretOptions, Reminder } from "../meaning.ts";
import { openReading, whole } from "../text/reading.ts";
import { specsIn } from "./mentions.ts";
import { remindersOf } from "./resolve.ts";

/** Nothing when the words say anything else, too. */
export function readReminders(text: string, options: InterpretOptions): Reminder[] | undefined {
  const reading = openReading(text, options);
  const { locale, clock } = reading;
  const range = whole(reading);
  const refused = reading.reminders.find(({ specs, to }) => specs.length === 0 && to === range.to);
  const specs = specsIn(reading, range) ?? refused?.specs;
  return specs && remindersOf(specs, undefined, locale.dates, clock);
}
