/** The quick-add box: a whole line is one task. */
import type { InterpretOptions, Span, TaskWords } from "../meaning.ts";
import { openReading, whole } from "../text/reading.ts";
import { type ChipSpans, readTaskWords } from "./task-words.ts";

export interface QuickAddOptions extends InterpretOptions {
  /** Stays plain text: the chips the person rejected. */
  ignore?: Span[];
}

export interface QuickAdd {
  task: TaskWords;
  /** Where each chip stands in the text. A word that gives both date and time ("tonight") stands in both. */
  spans: ChipSpans;
}

/** Never throws on any text. The title is empty when the line holds nothing but chips. */
export function quickAdd(text: string, options: QuickAddOptions): QuickAdd {
  const reading = openReading(text, options);
  const { task, spans } = readTaskWords(reading, whole(reading), options);
  return { task, spans };
}
