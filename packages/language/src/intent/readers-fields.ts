/** Several fields of a task at once: "set task 2 due Friday at 5 with high priority and label shop". */
import type { Intention } from "../meaning.ts";
import { readTaskWords } from "../quick-add/task-words.ts";
import type { Range } from "../text/pattern.ts";
import { type Reading, spanOf } from "../text/reading.ts";
import type { Reader } from "./readers.ts";
import { isExplicit, readReference } from "./reference.ts";

/** In tokens: "the second one", "the last two tasks". */
const longestTarget = 4;

/** Only of a task that can be nothing else, and only where every word behind it says a field. */
const setFields: Reader = ({ reading, slots, confidence }) => {
  const target = slots.body && targetAt(reading, slots.body);
  if (!slots.body || !target) return undefined;
  const said = { from: target.to, to: slots.body.to };
  const { task, title_runs } = readTaskWords(reading, said, { spoken: true });
  const { title: _, when, due_time, ...changes } = task;
  const isMore = Object.keys(changes).length > (when || due_time ? 0 : 1);
  if (!isMore || !title_runs.every((run) => isSmall(reading, run))) return undefined;
  const meant = { target: readReference(reading, target), confidence };
  const spans = { target: spanOf(reading, target) };
  const moved: Intention[] =
    when || due_time
      ? [{ operation: "reschedule", ...meant, ...(when ? { when } : { due_time: due_time! }), spans }]
      : [];
  return [...moved, { operation: "update", ...meant, changes, spans }];
};

/** Nothing but who is meant: a date there belongs to what is said of it. */
function targetAt(reading: Reading, { from, to }: Range): Range | undefined {
  for (let end = Math.min(from + longestTarget, to - 1); end > from; end -= 1) {
    const { by_number: _, ...said } = readReference(reading, { from, to: end });
    if (isExplicit(said) && !said.every && Object.keys(said).length === 1) return { from, to: end };
  }
  return undefined;
}

/** "to", "and", "with": they only join. */
function isSmall({ tokens, locale }: Reading, { from, to }: Range): boolean {
  const { connectors, prepositions } = locale.grammar;
  return tokens.slice(from, to).every(({ word }) => connectors.has(word) || prepositions.has(word));
}

export const fields: Record<string, Reader> = { set_fields: setFields };
