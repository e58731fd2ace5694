/** Word groups that requests share, and how a phrase is put down. */
import { compile } from "../../../text/pattern.ts";
import type { RequestPhrase } from "../../locale.ts";
import { level } from "../chips.ts";
import { cardinal } from "../numbers.ts";
import { spanClasses } from "../spans.ts";

export const task =
  "(task|tasks|todo|todos|to-do|to-dos|to do|to do item|to-do item|todo item|item|reminder|reminders|note)";
export const tasks = "(tasks|todos|to-dos|items|things|reminders)";
export const done = "(done|complete|completed|finished|off|checked|checked off|closed|ticked off|ticked)";
export const a =
  "[a|an|another|the|one more|my|this|these|the following|following|some|a few|two|three|multiple]";
export const the = "[the|my|our]";
export const me = "[me|us]";
export const list = "(list|project)";

/** Said to a list of tasks and to nobody else, whatever comes behind it. */
export const certain = 1;

const classes = { level, number: cardinal, ...spanClasses };

export const say = (reading: string, confidence: number, ...sources: string[]): RequestPhrase[] =>
  sources.map((source) => ({ reading, confidence, pattern: compile(source, classes) }));

/** The phrase itself says something that its words don't spell out. */
export const sayOf = (
  values: Record<string, string>,
  reading: string,
  confidence: number,
  ...sources: string[]
): RequestPhrase[] => say(reading, confidence, ...sources).map((phrase) => ({ ...phrase, values }));

export const clear = (field: string, source: string): RequestPhrase[] =>
  sayOf({ field }, "clear", 0.9, source);
