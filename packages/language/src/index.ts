/** The package's front door. */
export { interpret } from "./interpret.ts";
export { languageOf } from "./locales/locales.ts";
export type {
  DueFilter,
  Intention,
  InterpretContext,
  InterpretOptions,
  Priority,
  Recurrence,
  Reference,
  Reminder,
  Shift,
  Span,
  TaskWords,
  When,
} from "./meaning.ts";
export type { ChipKind, ChipSpans } from "./quick-add/desk.ts";
export { type QuickAdd, type QuickAddOptions, quickAdd } from "./quick-add/quick-add.ts";
export { describeRecurrence } from "./recurrence/describe.ts";
export { describeReminder } from "./reminders/describe.ts";
export { readReminders } from "./reminders/read.ts";
