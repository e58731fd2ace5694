/** A reminder in words, for people to read and for `quickAdd` to read back. */
import { localeNamed } from "../locales/locales.ts";
import type { Reminder } from "../meaning.ts";

/** "an hour before", "the day before at 20:00"; an instant is for the caller to say, who knows the zone. */
export const describeReminder = (reminder: Exclude<Reminder, { at: string }>, locale?: string): string =>
  localeNamed(locale).reminders.describe(reminder);
