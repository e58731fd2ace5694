/** Reads what something is to be changed to: a date, a time, a priority, a list, or plain words. */
import { findMentions } from "../dates/mentions.ts";
import { timeOf, whenOf } from "../dates/when.ts";
import type { Priority, When } from "../meaning.ts";
import { knownAs, readMarker } from "../quick-add/markers.ts";
import { match, type Range } from "../text/pattern.ts";
import { type Reading, wordsOf } from "../text/reading.ts";

/** A date moves the day; a time alone leaves the day as it is. With `bare_hour` "11" is a time. */
export function readWhenValue(
  reading: Reading,
  range: Range,
  { bare_hour = false } = {},
): { when: When } | { due_time: string } | undefined {
  const { tokens, locale, clock } = reading;
  const [first, second] = findMentions(tokens, range, locale.dates, clock);
  if (!first && bare_hour) return readBareHour(reading, range);
  if (first?.from !== range.from) return undefined;
  const end = second?.from === first.to ? second.to : first.to;
  if (end !== range.to) return undefined;
  if (first.days ?? first.at) return { when: whenOf(first, locale.dates, clock) };
  const due_time = timeOf(first, locale.dates, clock);
  return due_time === undefined ? undefined : { due_time };
}

function readBareHour({ tokens, locale, clock }: Reading, range: Range) {
  const { pattern, time: timeSaid } = locale.dates.bare_hour;
  const found = match(pattern, tokens, range);
  const time = found && timeSaid?.(found.values);
  const due_time = time && timeOf({ ...range, time }, locale.dates, clock);
  return due_time === undefined ? undefined : { due_time };
}

export function readPriorityValue(reading: Reading, range: Range): Priority | undefined {
  const { chips, requests } = reading.locale;
  const marker = range.to - range.from === 1 ? readMarker(reading.tokens[range.from]!) : undefined;
  if (marker?.kind === "priority") return marker.priority;
  for (const { pattern } of chips.priority) {
    const level = match(pattern, reading.tokens, range)?.values.level;
    if (level !== undefined) return requests.priorities[String(level)];
  }
  return undefined;
}

/** `sure` when it exists or was called a list. */
export function readListValue(reading: Reading, range: Range): { list: string; sure: boolean } | undefined {
  const { tokens, locale, context } = reading;
  const { grammar } = locale;
  let { from, to } = range;
  const marker = to - from === 1 ? readMarker(tokens[from]!, context) : undefined;
  if (marker?.kind === "list") return { list: marker.name, sure: true };
  if (locale.references.determiners.has(tokens[from]?.word ?? "") && to - from > 1) from += 1;
  const whole = knownAs(wordsOf(reading, { from, to }), context.lists);
  if (whole !== undefined) return { list: whole, sure: true };
  const called = grammar.list_nouns.has(tokens[to - 1]!.word) && to - from > 1;
  if (called) to -= 1;
  else if (grammar.list_nouns.has(tokens[from]!.word) && to - from > 1) {
    return (
      readListValue(reading, { from: from + 1, to }) && {
        list: nameOf(reading, { from: from + 1, to }),
        sure: true,
      }
    );
  }
  const list = nameOf(reading, { from, to });
  const known = knownAs(list, context.lists) !== undefined;
  return list ? { list, sure: called || known || grammar.usual_lists.has(list.toLowerCase()) } : undefined;
}

function nameOf(reading: Reading, range: Range): string {
  const words = wordsOf(reading, range);
  return knownAs(words, reading.context.lists) ?? words;
}

/** One or more labels: "home", "#home", "home and garden". */
export function readLabelValues(reading: Reading, range: Range): string[] {
  const labels: string[] = [];
  for (let at = range.from; at < range.to; at += 1) {
    const token = reading.tokens[at]!;
    const joins = reading.locale.grammar.connectors.has(token.word);
    if (joins) continue;
    const name = token.text.replace(/^[@#*]/u, "");
    labels.push(knownAs(name, reading.context.labels) ?? name);
  }
  return labels;
}

const longestName = 5;

/**
 * A name isn't an enumeration and goes nowhere: "add milk and eggs to my shopping list" makes no list. What is `called`
 * so may hold any words: "a list called Trip to Rome".
 */
export function couldBeName(
  { tokens, locale }: Reading,
  { from, to }: Range,
  { called = false } = {},
): boolean {
  if (to - from === 1 && tokens[from]!.quoted) return true;
  const { connectors, prepositions } = locale.grammar;
  const says = tokens.slice(from, to);
  const isPlain = !says.some(({ word }) => connectors.has(word) || prepositions.has(word));
  return says.length <= longestName && (called || isPlain);
}
