/**
 * Finds where a text speaks of a date or a time. Works from right to left, so
 * a phrase that needs a date behind it can ask whether one begins there.
 */
import type { DatePhrase, Locale, PartOfDay } from "../locales/locale.ts";
import type { When } from "../meaning.ts";
import { match, type Range } from "../text/pattern.ts";
import type { Token } from "../text/tokens.ts";
import { isoOf } from "./civil.ts";
import type { Clock } from "./clock.ts";
import type { Days } from "./days.ts";
import { clockTime } from "./when.ts";

/** Tokens that say when. Has a day, a time, or both; `at` is exact and counted from now. */
export interface Mention extends Range {
  days?: Days;
  time?: { minutes: number; sure: boolean };
  part?: PartOfDay;
  at?: When;
  /** May as well describe what follows: "Friday pizza". */
  describes?: true;
  /** Which of the tokens say the day and which the time. */
  day_range?: Range;
  time_range?: Range;
}

interface Search {
  tokens: Token[];
  words: Locale["dates"];
  clock: Clock;
  /** Also find what lies behind us: "yesterday". */
  past: boolean;
}

const closing = /[.,;:!?)\]\n]/u;

export function findMentions(
  tokens: Token[],
  range: Range,
  words: Locale["dates"],
  clock: Clock,
  past = false,
) {
  const search: Search = { tokens, words, clock, past };
  const starting: (Mention | undefined)[] = [];
  for (let from = range.to - 1; from >= range.from; from -= 1) {
    const mention = longestAt(search, { from, to: range.to }, range.from, starting);
    if (mention) starting[from] = join(search, mention, starting, range);
  }

  const mentions: Mention[] = [];
  for (let from = range.from; from < range.to; from += 1) {
    const mention = starting[from];
    if (!mention) continue;
    mentions.push(withLeads(search, mention, mentions.at(-1)?.to ?? range.from));
    from = mention.to - 1;
  }
  return mentions;
}

function longestAt(search: Search, range: Range, start: number, starting: (Mention | undefined)[]) {
  const { tokens, words } = search;
  const previous = range.from > start ? tokens[range.from - 1] : undefined;
  if (previous && !closing.test(previous.after) && words.never_after.has(previous.word)) return undefined;

  let longest: Mention | undefined;
  for (const phrase of words.phrasesAt(tokens[range.from]!)) {
    const mention = read(search, phrase, range, start, starting);
    if (mention && mention.to > (longest?.to ?? range.from)) longest = mention;
  }
  return longest;
}

function read(
  search: Search,
  phrase: DatePhrase,
  range: Range,
  start: number,
  starting: (Mention | undefined)[],
) {
  const { tokens, words, clock, past } = search;
  if (phrase.past && !past) return undefined;
  const found = match(phrase.pattern, tokens, range, { prefix: true });
  if (!found) return undefined;

  const said = { from: range.from, to: found.to };
  const edge = found.to >= range.to || starting[found.to] !== undefined || isEdge(tokens, found.to, words);
  if (phrase.before_edge && !edge) return undefined;
  const before = tokens[range.from - 1];
  if (phrase.after_lead && range.from > start && !words.leads.has(before?.word ?? "")) return undefined;

  if (phrase.doubtful && isDoubtful(search, said, phrase.doubtful, start, starting)) return undefined;

  const days = phrase.day?.(found.values)?.(clock);
  const time = phrase.time?.(found.values);
  const part = phrase.part?.(found.values);
  const away = phrase.minutes_away?.(found.values);
  const promised = Boolean(phrase.day && !days) || Boolean(phrase.time && !phrase.day && !time);
  if (promised) return undefined;
  return {
    ...said,
    ...(days && { days, day_range: said }),
    ...(time && { time }),
    ...(part && { part }),
    ...(phrase.describes && { describes: true as const }),
    ...((time ?? part) && { time_range: said }),
    ...(away !== undefined && { at: later(clock, away), day_range: said, time_range: said }),
  } satisfies Mention;
}

/** "I sat with dad" is no Saturday. */
function isDoubtful(
  { tokens, words }: Search,
  said: Range,
  doubtful: Set<string>,
  start: number,
  starting: (Mention | undefined)[],
): boolean {
  const first = tokens[said.from]!;
  if (!doubtful.has(first.word)) return false;
  const next = tokens[said.to];
  const ends = !next || closing.test(next.before);
  const led = said.from > start && words.leads.has(tokens[said.from - 1]!.word);
  const alone = said.from === start && ends;
  const capital = ends && /^\p{Lu}/u.test(first.text);
  let behind = said.to;
  while (words.leads.has(tokens[behind]?.word ?? "")) behind += 1;
  return !led && !alone && !capital && !starting[behind]?.time;
}

function later(clock: Clock, away: number): When {
  const { day, minutes } = clock.after(Math.round(away));
  return { due_on: isoOf(day), due_time: clockTime(minutes) };
}

/** Whether a phrase that ends before this token is over: punctuation, a small word, a marker. */
export function isEdge(tokens: Token[], at: number, words: Locale["dates"]): boolean {
  const next = tokens[at];
  return !next || closing.test(next.before) || words.edges.has(next.word) || /^[+@#*!]/u.test(next.text);
}

/** "tomorrow" and "at 5pm" side by side are one mention. */
function join(search: Search, mention: Mention, starting: (Mention | undefined)[], range: Range): Mention {
  let joined = mention;
  const part =
    joined.days && !joined.part && !joined.time
      ? partAt(search, { from: joined.to, to: range.to })
      : undefined;
  if (part) joined = together(joined, part);

  for (let lead = 0; lead <= 2; lead += 1) {
    const next = starting[joined.to + lead];
    const between = search.tokens.slice(joined.to, joined.to + lead);
    if (next && fits(joined, next)) return together(joined, startingAt(next, joined.to));
    if (next || !between.every(({ word }) => search.words.leads.has(word))) return joined;
  }
  return joined;
}

function partAt({ tokens, words }: Search, range: Range): Mention | undefined {
  for (const phrase of words.parts) {
    const found = match(phrase.pattern, tokens, range, { prefix: true });
    const part = found && phrase.part?.(found.values);
    const said = found && { from: range.from, to: found.to };
    if (said && part) return { ...said, part, time_range: said };
  }
  return undefined;
}

const fits = (left: Mention, right: Mention) =>
  !left.at &&
  !right.at &&
  !(left.days && right.days) &&
  !(left.time && right.time) &&
  !(left.part && right.part && !left.days);

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
  while (from > floor && words.leads.has(tokens[from - 1]!.word) && !closing.test(tokens[from - 1]!.after))
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
