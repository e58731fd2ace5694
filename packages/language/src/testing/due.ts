/** When a task is due by its words, written briefly for tests. */
import type { InterpretOptions } from "../meaning.ts";
import { quickAdd } from "../quick-add/quick-add.ts";

/** Wednesday, 4 March 2026, half past ten in the morning. */
export const wednesday: InterpretOptions = {
  now: new Date("2026-03-04T09:30:00Z"),
  time_zone: "Europe/Berlin",
};

/** "2026-03-05 17:00"; with a question mark when the words of the date stayed in the title. */
export function due(words: string, options: InterpretOptions = wednesday): string {
  const { title, when } = quickAdd(`water plants ${words}`, options).task;
  return title === "water plants" && when
    ? [when.due_on, when.due_time].filter(Boolean).join(" ")
    : `? ${title}`;
}
