/** "task 3", "2 and 4", "#1, #2 and #5", "tasks 2 to 4". */
import { match, type Range } from "../text/pattern.ts";
import type { Reading } from "../text/reading.ts";

const mostInARange = 100;

/** Nothing unless the words are numbers and small words between them. */
export function readNumbers({ tokens, locale }: Reading, range: Range): number[] | undefined {
  const { numbers: numberOf, number_fillers, number_ranges, someone } = locale.references;
  // "the one on Friday" counts nothing.
  if (someone.some((pattern) => match(pattern, tokens, range))) return undefined;
  const numbers: number[] = [];
  let rangeOpen = false;

  for (let at = range.from; at < range.to; at += 1) {
    const token = tokens[at]!;
    const dashed = /^#?(\d{1,5})[-–](\d{1,5})$/u.exec(token.word);
    const value = numberOf(token);
    if (dashed) numbers.push(...between(Number(dashed[1]), Number(dashed[2])));
    else if (value !== undefined && rangeOpen) {
      numbers.push(...between((numbers.at(-1) ?? value) + 1, value));
      rangeOpen = false;
    } else if (value !== undefined) numbers.push(value);
    else if (number_ranges.has(token.word) && numbers.length > 0) rangeOpen = true;
    else if (!number_fillers.has(token.word) || token.quoted) return undefined;
  }
  return numbers.length > 0 && !rangeOpen ? [...new Set(numbers)] : undefined;
}

/** "#3": with the mark that only a task's own number has. */
export const isMarked = ({ tokens }: Reading, { from, to }: Range) =>
  tokens.slice(from, to).some(({ word }) => /^#\d/u.test(word));

function between(first: number, last: number): number[] {
  const size = Math.min(last - first + 1, mostInARange);
  return Array.from({ length: Math.max(size, 0) }, (_, index) => first + index);
}
