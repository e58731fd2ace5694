/** Word groups that requests share, and how a phrase is put down. */
import { compile } from "../../../text/pattern.ts";
import type { RequestPhrase } from "../../locale.ts";
import { level } from "../chips.ts";

export const task =
  "(task|tasks|todo|todos|to-do|to-dos|to do|to do item|to-do item|todo item|item|reminder|reminders|note)";
export const tasks = "(tasks|todos|to-dos|items|things|reminders)";
export const done = "(done|complete|completed|finished|off|checked|checked off|closed|ticked off|ticked)";
export const a =
  "[a|an|another|the|one more|my|this|these|the following|following|some|a few|two|three|multiple]";
export const the = "[the|my|our]";
export const me = "[me|us]";
export const list = "(list|project)";

export const say = (reading: string, confidence: number, ...sources: string[]): RequestPhrase[] =>
  sources.map((source) => ({ reading, confidence, pattern: compile(source, { level }) }));

export const clear = (field: string, source: string): RequestPhrase => ({
  reading: "clear",
  confidence: 0.9,
  pattern: compile(source),
  values: { field },
});
