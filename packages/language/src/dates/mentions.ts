/**
 * Finds where a text speaks of a date or a time. Works from right to left, so
 * a phrase that needs a date behind it can ask whether one begins there.
 */
import type { Locale } from "../locales/locale.ts";
import { match, type Range } from "../text/pattern.ts";
import type { Token } from "../text/tokens.ts";
import { civilDay, partsOf } from "./civil.ts";
import type { Clock } from "./clock.ts";
import { closes, type Mention, type Search } from "./mention.ts";
import { offsetAt } from "./offsets.ts";
import { readPhrase } from "./phrases.ts";

export function findMentions(
  tokens: Token[],
  range: Range,
  words: Locale["dates"],
  clock: Clock,
  past = false,
): Mention[] {
  const starting: Search["starting"] = [];
  const search: Search = { tokens, range, words, clock, past, starting };
  for (let from = range.to - 1; from >= range.from; from -= 1) {
    const mention = longestAt(search, from);
    if (mention) starting[from] = join(search, mention);
  }

  const mentions: Mention[] = [];
  for (let from = range.from; from < range.to; from += 1) {
    const mention = starting[from];
    if (!mention || isCutShort(search, mention)) continue;
    mentions.push(withLeads(search, mention, mentions.at(-1)?.to ?? range.from));
    from = mention.to - 1;
  }
  return mentions;
}

/** "for fifteen thirty pm" isn't "for fifteen": behind the small word begins something longer. */
function isCutShort({ tokens, words, starting }: Search, { from, to }: Mention): boolean {
  return words.leads.has(tokens[from]!.word) && (starting[from + 1]?.to ?? to) > to;
}

function longestAt(search: Search, from: number): Mention | undefined {
  const { tokens, range, words } = search;
  const previous = from > range.from ? tokens[from - 1] : undefined;
  const named = previous && !closes(previous.after) && words.never_after.has(previous.word);

  let longest: Mention | undefined;
  for (const phrase of words.phrasesAt(tokens[from]!)) {
    const mention = named ? undefined : readPhrase(search, phrase, from);
    if (mention && mention.to > (longest?.to ?? from)) longest = mention;
  }
  const offset = offsetAt(search, from);
  return offset && offset.to > (longest?.to ?? from) ? offset : longest;
}

/** "tomorrow" and "at 5pm" side by side are one mention. */
function join(search: Search, mention: Mention): Mention {
  let joined = withRange(search, withBeside(search, mention));
  for (;;) {
    const next = nextOf(search, joined);
    if (!next) return joined;
    joined = withRange(search, withBeside(search, together(joined, next)));
  }
}

/** "tomorrow morning", "at 8:00 in the morning" */
function withBeside(search: Search, mention: Mention): Mention {
  const { tokens, range, words } = search;
  if (!mention.days && !mention.time) return mention;
  for (const phrase of words.beside) {
    const found = match(phrase.pattern, tokens, { from: mention.to, to: range.to }, { prefix: true });
    if (!found) continue;
    const said = { from: mention.to, to: found.to };
    const time = phrase.time?.(found.values);
    const part = phrase.part?.(found.values);
    if (time && mention.days && !mention.time) return together(mention, { ...said, time, time_range: said });
    if (part && !mention.part && (mention.days || mention.time?.sure === false)) {
      return together(mention, { ...said, part, time_range: said });
    }
  }
  return mention;
}

/** "March 3 to March 5", "Monday - Wednesday": due when it begins. */
function withRange({ tokens, words, starting }: Search, mention: Mention): Mention {
  const dash = /^\s*[-–—]\s*$/u.test(tokens[mention.to - 1]!.after) ? mention.to : undefined;
  const word = words.range_words.has(tokens[mention.to]?.word ?? "") ? mention.to + 1 : undefined;
  const end = starting[dash ?? word ?? -1];
  if (!end || mention.at || end.at) return mention;
  const alike = Boolean(end.days) === Boolean(mention.days) && (mention.days || mention.time);
  return alike ? { ...extended(mention, end.to), ...yearOf(mention, end) } : mention;
}

const longestStretch = 100;

/** "28 September to 5 October 2008": the year is said at the end. */
function yearOf({ days }: Mention, end: Mention): Pick<Mention, "days"> {
  if (!days || !end.days || Math.abs(end.days.last - days.first) < longestStretch) return {};
  const { month, date } = partsOf(days.due);
  const { year } = partsOf(end.days.due);
  const day = [civilDay(year, month, date), civilDay(year - 1, month, date)].find(
    (each) => each !== undefined && each <= end.days!.last,
  );
  return day === undefined ? {} : { days: { first: day, last: day, due: day } };
}

function extended(mention: Mention, to: number): Mention {
  const stretch = (range: Range | undefined) => (range?.to === mention.to ? { from: range.from, to } : range);
  const day_range = stretch(mention.day_range);
  const time_range = stretch(mention.time_range);
  return { ...mention, to, ...(day_range && { day_range }), ...(time_range && { time_range }) };
}

function nextOf({ tokens, words, starting }: Search, mention: Mention): Mention | undefined {
  for (let lead = 0; lead <= 2; lead += 1) {
    const next = starting[mention.to + lead];
    const between = tokens.slice(mention.to, mention.to + lead);
    if (next && fits(mention, next)) return startingAt(next, mention.to);
    if (next || !between.every(({ word }) => words.leads.has(word))) return undefined;
  }
  return undefined;
}

const fits = (left: Mention, right: Mention) =>
  !left.at &&
  !right.at &&
  !(left.days && right.days) &&
  !(left.time && right.time) &&
  !(left.part && right.part && !left.days) &&
  !(left.part && right.part && right.days);

function together(left: Mention, right: Mention): Mention {
  const time_range =
    left.time_range && right.time_range && left.time_range !== left.day_range
      ? { from: left.time_range.from, to: right.time_range.to }
      : (right.time_range ?? left.time_range);
  const { describes, ...both } = { ...right, ...left };
  return {
    ...both,
    // "Monday night football", but hardly "Monday 8pm football".
    ...(describes && !both.time && { describes }),
    ...(time_range && { time_range }),
    from: left.from,
    to: right.to,
  };
}

/** "on Friday", "due by 5pm": the small words belong to the date. */
function withLeads({ tokens, words }: Search, mention: Mention, floor: number): Mention {
  let from = mention.from;
  while (from > floor && words.leads.has(tokens[from - 1]!.word) && !closes(tokens[from - 1]!.after))
    from -= 1;
  return startingAt(mention, from);
}

function startingAt(mention: Mention, from: number): Mention {
  if (from === mention.from) return mention;
  const widen = (range: Range | undefined) => (range?.from === mention.from ? { ...range, from } : range);
  const day_range = widen(mention.day_range);
  const time_range = widen(mention.time_range);
  const { describes: _, ...led } = mention;
  return { ...led, from, ...(day_range && { day_range }), ...(time_range && { time_range }) };
}
