/** A message in, what is meant out: one intention for each request in it, in the order they were made. */
import { judge } from "./intent/judge.ts";
import { readByRules } from "./intent/rules.ts";
import type { Intention, InterpretOptions } from "./meaning.ts";
import { openReading } from "./text/reading.ts";

/** Never throws on any text, and never gives an empty array: what isn't understood is a `reject`. */
export function interpret(text: string, options: InterpretOptions): Intention[] {
  const reading = openReading(text, options);
  return reading.tokens.length > 0 ? judge(reading, readByRules(reading)) : readByRules(reading);
}
