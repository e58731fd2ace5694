/** One task's words on the table: which of them became a chip, and which are left for the title. */
import { findMentions } from "../dates/mentions.ts";
import type { Span, TaskWords } from "../meaning.ts";
import { match, type Pattern, type Range } from "../text/pattern.ts";
import { type Reading, runsLeft, spanOf } from "../text/reading.ts";

export type ChipKind = "due_on" | "due_time" | "recurrence" | "reminders" | "list" | "labels" | "priority";
export type ChipSpans = Partial<Record<ChipKind, Span[]>>;

export interface Desk {
  reading: Reading;
  range: Range;
  spoken: boolean;
  new_lists: boolean;
  placed: boolean;
  /** Tokens in a chip, and tokens that must stay words. */
  taken: Set<number>;
  /** Of these, the request around the task. */
  framed: Set<number>;
  plain: Set<number>;
  spans: ChipSpans;
  task: TaskWords;
}

export function take({ reading, taken, spans }: Desk, kind: ChipKind, range: Range) {
  for (let at = range.from; at < range.to; at += 1) taken.add(at);
  spans[kind] = [...(spans[kind] ?? []), spanOf(reading, range)];
}

/** Tries a pattern at every free token until it is used; tokens that must stay words never match. */
export function sweep(
  desk: Desk,
  pattern: Pattern,
  use: (range: Range, found: NonNullable<ReturnType<typeof match>>) => boolean,
) {
  const { reading, range, taken, plain } = desk;
  for (const run of runsLeft(range, (at) => taken.has(at) || plain.has(at))) {
    for (let from = run.from; from < run.to; from += 1) {
      const found = match(
        pattern,
        reading.tokens,
        { from, to: Math.min(run.to, from + 9) },
        { prefix: true },
      );
      if (found && use({ from, to: found.to }, found)) return true;
    }
  }
  return false;
}

/** Enough for "on Wednesday, the 5th of March 2027 at half past 3 in the afternoon"; looking further would be for nothing. */
const longestDate = 16;

/** Nothing but other chips behind it. */
export function isAtEnd({ range, taken, reading }: Desk, at: number): boolean {
  let next = at;
  while (next < range.to && taken.has(next)) next += 1;
  let to = range.to;
  while (to > next && taken.has(to - 1)) to -= 1;
  if (next >= to) return true;
  if (to - next > longestDate) return false;
  const rest = findMentions(reading.tokens, { from: next, to }, reading.locale.dates, reading.clock);
  return rest.some((mention) => mention.from === next && mention.to === to);
}
