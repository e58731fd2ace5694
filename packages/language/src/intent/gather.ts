/**
 * Fills a request whose kind is known although no phrase of the language fits:
 * what says the kind is taken away, dates and lists are read as everywhere, and
 * what stays is the thing. Nothing when nothing stays.
 */
import type { Intention } from "../meaning.ts";
import type { Range } from "../text/pattern.ts";
import { type Reading, runsLeft, spanOf, whole, wordsLeft } from "../text/reading.ts";
import { readAdd } from "./add.ts";
import type { Class } from "./model/network.ts";
import { readNumbers } from "./numbers.ts";
import { filterOf } from "./readers-find.ts";
import { readReference } from "./reference.ts";
import { withoutPoliteness } from "./request.ts";

/** More words than this are a sentence, not the title of a task to look for. */
const longestSearch = 3;

export function gather(reading: Reading, kind: Class, confidence: number): Intention | undefined {
  const range = withoutPoliteness(reading, whole(reading));
  if (kind === "add") return gatherAdd(reading, range, confidence);
  if (kind === "delete") return gatherDelete(reading, range, confidence);
  return kind === "list" ? gatherList(reading, range, confidence) : undefined;
}

function gatherAdd(reading: Reading, range: Range, confidence: number): Intention | undefined {
  const { tokens, locale } = reading;
  const { add = [], placed, off } = locale.gathering ?? {};
  let { from, to } = range;
  for (const words of add) while (from < to && words.has(tokens[from]!.word)) from += 1;
  if (to - from > 1 && placed?.has(tokens[to - 1]!.word)) {
    const lead = startOfPlace(reading, { from, to: to - 1 }, off);
    if (lead !== undefined && lead > from) to = lead;
  }
  if (from >= to || readNumbers(reading, { from, to })) return undefined;
  return readAdd(reading, { from, to }, confidence);
}

/** Of "to my calendar": where "to" stands, at most three words before. */
function startOfPlace({ tokens, locale }: Reading, { from, to }: Range, off?: Set<string>) {
  const { placed_lead } = locale.grammar;
  for (let at = to - 1; at >= Math.max(from, to - 3); at -= 1) {
    const { word } = tokens[at]!;
    if (placed_lead.has(word) || off?.has(word)) return at;
  }
  return undefined;
}

function gatherDelete(reading: Reading, range: Range, confidence: number): Intention | undefined {
  const { tokens, locale } = reading;
  const { remove, placed, off } = locale.gathering ?? {};
  let from = range.from;
  while (from < range.to && !remove?.has(tokens[from]!.word)) from += 1;
  let { to } = range;
  const lead = placed?.has(tokens[to - 1]!.word)
    ? startOfPlace(reading, { from: from + 1, to: to - 1 }, off)
    : undefined;
  if (lead !== undefined && lead > from + 1) to = lead;
  const said = { from: from + 1, to };
  if (said.from >= said.to) return undefined;
  const target = readReference(reading, said);
  if (Object.keys(target).length === 0) return undefined;
  return { operation: "delete", target, confidence, spans: { target: spanOf(reading, said) } };
}

function gatherList(reading: Reading, range: Range, confidence: number): Intention | undefined {
  const { tokens, locale } = reading;
  const { show, noise } = locale.gathering ?? {};
  let { from } = range;
  while (from < range.to && show?.has(tokens[from]!.word)) from += 1;
  const said = { from, to: range.to };
  const { text: _, ...filter } = from < range.to ? filterOf(reading, said) : {};
  const text = topicOf(reading, said, noise);
  return {
    operation: "list",
    filter: { ...filter, ...(text && { text }) },
    confidence,
    spans: from < range.to ? { filter: spanOf(reading, said) } : {},
  };
}

/** The words that may stand in a title, if they are few and stand together. */
function topicOf(reading: Reading, range: Range, noise?: Set<string>): string | undefined {
  const { text } = range.from < range.to ? filterOf(reading, range) : {};
  if (!text) return undefined;
  const meant = new Set(text.toLowerCase().split(" "));
  const isTaken = (at: number) => {
    const { word } = reading.tokens[at]!;
    return !meant.has(word) || noise?.has(word) === true;
  };
  const runs = runsLeft(range, isTaken);
  const [only, ...more] = runs;
  if (!only || more.length > 0 || only.to - only.from > longestSearch) return undefined;
  return wordsLeft(reading, range, isTaken);
}
