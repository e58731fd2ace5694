/** The package's front door. */
export { interpret } from "./interpret.ts";
export type {
  DueFilter,
  Intention,
  InterpretContext,
  InterpretOptions,
  Priority,
  Reference,
  Shift,
  Span,
  TaskWords,
  When,
} from "./meaning.ts";
export { type QuickAdd, type QuickAddOptions, quickAdd } from "./quick-add/quick-add.ts";
export type { ChipKind, ChipSpans } from "./quick-add/task-words.ts";
