/** The quick-add box: a whole line is one task. */
import type { InterpretOptions, Span, TaskWords } from "../meaning.ts";
import type { Range } from "../text/pattern.ts";
import { openReading, type Reading, whole } from "../text/reading.ts";
import type { ChipSpans } from "./desk.ts";
import { readTaskWords } from "./task-words.ts";

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
  const { task, spans, title_runs } = readTaskWords(reading, whole(reading), options);
  return { task: { ...task, title: asTyped(reading, task.title, title_runs) }, spans };
}

/** Where nothing was understood, what was typed; else a title that ends the line keeps its "?" or "!". */
function asTyped({ text, tokens }: Reading, title: string, runs: Range[]): string {
  const [only, ...more] = runs;
  const lone = tokens.length === 1 && tokens[0]!.quoted;
  const untouched = only?.from === 0 && only.to === tokens.length && more.length === 0;
  if (tokens.length === 0 || (untouched && !lone)) return text.trim();
  const ends = runs.at(-1)?.to === tokens.length && !lone;
  return ends ? title + (/^[?!…]+/u.exec(text.slice(tokens.at(-1)!.end))?.[0] ?? "") : title;
}
