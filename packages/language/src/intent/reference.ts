/**
 * Reads which tasks are meant: a number, a pronoun, a position, or words with
 * conditions around them. As a target, dates and states must be introduced
 * ("due today"); as a filter of a listing they may stand alone.
 */
import type { Reference } from "../meaning.ts";
import { knownAs } from "../quick-add/markers.ts";
import { type Match, match, type Pattern, type Range } from "../text/pattern.ts";
import { type Reading, runsLeft, wordsLeft } from "../text/reading.ts";
import { type Desk, speaksOfMany, sweep, takeConditions, type Use } from "./conditions.ts";
import { isMarked, readNumbers } from "./numbers.ts";

export function readReference(reading: Reading, range: Range, use: Use = "target"): Reference {
  const pointed = use === "target" ? readPointer(reading, range) : undefined;
  return pointed ?? readDescription({ reading, range, use, taken: new Set(), found: {} });
}

/** Whether it can only be a task that is meant, never a thing in the world. */
export const isExplicit = (reference: Reference) =>
  reference.numbers !== undefined ||
  reference.pronoun !== undefined ||
  isPosition(reference) ||
  reference.every === true;

/** As far as a verb of everyday things may do something to it: "put all meetings on Friday", not "check my facebook for news". */
export const isPlainly = (reference: Reference) =>
  isExplicit({ ...reference, every: reference.every === true && !reference.text?.includes(" ") });

/** A place, or a stretch of places, in what was shown last. */
export const isPosition = ({ ordinal, first, last }: Reference) =>
  ordinal !== undefined || first !== undefined || last !== undefined;

/** "everything that is done": the words behind belong to what is meant. */
export function endsInClause({ tokens, locale }: Reading, { from, to }: Range): boolean {
  if (to - from < 2 || to >= tokens.length) return false;
  return locale.references.fillers.some((filler) => match(filler, tokens, { from: to - 1, to: to + 1 }));
}

function readPointer(reading: Reading, range: Range): Reference | undefined {
  const { references } = reading.locale;
  const matches = (patterns: Pattern[]) => firstMatch(reading, patterns, range);

  if (matches(references.other)) return { other: true };
  const { from, to } = range;
  if (to - from > 1 && references.except.has(reading.tokens[from]!.word))
    return { ...readReference(reading, { from: from + 1, to }), except: true };

  const numbers = readNumbers(reading, range);
  if (numbers) return { numbers, ...(isMarked(reading, range) && { by_number: true as const }) };
  if (matches(references.last)) return { pronoun: "last" };
  if (matches(references.last_all)) return { pronoun: "last_all" };
  const value = (patterns: Pattern[]) => Object.values(matches(patterns)?.values ?? {})[0];
  const ordinal = value(references.ordinals);
  if (typeof ordinal === "number") return { ordinal };
  const first = value(references.firsts);
  if (typeof first === "number") return { first };
  const last = value(references.lasts);
  return typeof last === "number" ? { last } : undefined;
}

function firstMatch({ tokens }: Reading, patterns: Pattern[], range: Range): Match | undefined {
  for (const pattern of patterns) {
    const found = match(pattern, tokens, range);
    if (found) return found;
  }
  return undefined;
}

function readDescription(desk: Desk): Reference {
  takeConditions(desk);
  const [only, ...more] = runsLeft(desk.range, (at) => desk.taken.has(at));
  // "task 3 from Monday"
  const pointed =
    only && more.length === 0 && desk.use === "target" ? readPointer(desk.reading, only) : undefined;
  return pointed ? { ...desk.found, ...pointed } : named(desk);
}

function named(desk: Desk): Reference {
  const { reading, range, taken, found, use } = desk;
  const { determiners, task_nouns, task_nouns_plural, noun_leads, filter_fillers } =
    reading.locale.references;
  const many = speaksOfMany(desk);
  const free = () => runsLeft(range, (at) => taken.has(at));
  // "a" with nothing behind it can't be an article: it is what a task is called.
  const trim = (words: Set<string>, side: "from" | "to", nouns = false) => {
    for (let run = free(); run.length > 0; run = free()) {
      const at = side === "from" ? run[0]!.from : run.at(-1)!.to - 1;
      const { word, quoted } = reading.tokens[at]!;
      if (quoted || !words.has(word) || (at === range.to - 1 && word.length === 1)) return;
      if (nouns && task_nouns_plural.has(word)) found.every = true;
      taken.add(at);
    }
  };

  trim(determiners, "from");
  if (use === "filter") trimFillers(desk, filter_fillers);
  const nouns = new Set([...task_nouns, ...task_nouns_plural]);
  trim(nouns, "to", true);
  const [head, next] = free();
  if (head && (next || head.to - head.from > 1)) trim(nouns, "from", true);
  if (use === "filter") trimFillers(desk, filter_fillers);
  takeFillersAtStart(desk);
  // "the reminder to call mom"
  const start = free()[0]?.from ?? range.from;
  if (start > range.from && nouns.has(reading.tokens[start - 1]!.word)) trim(noun_leads, "from");
  trim(determiners, "from");

  // "the bank's priority"
  const text = wordsLeft(reading, range, (at) => taken.has(at)).replace(/['’]s$/u, "");
  if (many && text) found.every = true;
  if (!text) return found;
  // "all work tasks"
  const list = use === "filter" || found.every ? knownAs(text, reading.context.lists) : undefined;
  if (list !== undefined && found.list === undefined) return { ...found, list };
  return { ...found, text };
}

function takeFillersAtStart(desk: Desk) {
  const first = runsLeft(desk.range, (at) => desk.taken.has(at))[0];
  if (!first || first.from === desk.range.from) return;
  const { fillers } = desk.reading.locale.references;
  sweep(desk, fillers, ({ from, to }) => from === first.from && to < desk.range.to);
}

function trimFillers({ reading, range, taken }: Desk, fillers: Set<string>) {
  const isFiller = (at: number) => {
    const token = reading.tokens[at]!;
    return !token.quoted && (taken.has(at) || fillers.has(token.word));
  };
  for (let at = range.from; at < range.to && isFiller(at); at += 1) taken.add(at);
  for (let at = range.to - 1; at >= range.from && isFiller(at); at -= 1) taken.add(at);
}
