/** Reads one phrase of a locale at a token: whether it fits there, and what it says. */
import type { DatePhrase, Moment } from "../locales/locale.ts";
import type { When } from "../meaning.ts";
import { type Match, match, type Range, type Value } from "../text/pattern.ts";
import { isoOf } from "./civil.ts";
import type { Clock } from "./clock.ts";
import { closes, isLed, isOver, type Mention, type Search } from "./mention.ts";
import { clockTime } from "./when.ts";

/** With `free` whatever stands around it doesn't matter, because another phrase is about it. */
export function readPhrase(
  search: Search,
  phrase: DatePhrase,
  from: number,
  free = false,
): Mention | undefined {
  const { tokens, range, past } = search;
  if (phrase.past && !past && !free) return undefined;
  // What hangs on something to its right was read there before; asking again would never end.
  if (phrase.onto && free) return undefined;
  const found = match(phrase.pattern, tokens, { from, to: range.to }, { prefix: true });
  if (!found) return undefined;
  if (phrase.onto) return readOnto(search, phrase, phrase.onto, from, found);
  return free || fitsAt(search, phrase, { from, to: found.to }, found.values)
    ? meaningOf(search, phrase, { from, to: found.to }, found.values)
    : undefined;
}

function fitsAt(search: Search, phrase: DatePhrase, said: Range, values: Record<string, Value>): boolean {
  const { range, words } = search;
  const first = said.from === range.from;
  if (phrase.not_before?.has(search.tokens[said.to]?.word ?? "")) return false;
  const maybeFirst = typeof phrase.at_start === "function" ? phrase.at_start(values) : phrase.at_start;
  if (phrase.before_edge && !(first && maybeFirst) && !isOver(search, said.to)) return false;
  if (phrase.after_lead && !first && !isLed(search, said.from, words.leads)) return false;
  if (phrase.occasion && !first && !isLed(search, said.from, words.occasion_leads)) return false;
  return !(phrase.doubtful && isDoubtful(search, said, phrase.doubtful, Boolean(maybeFirst)));
}

function meaningOf(
  { clock }: Search,
  phrase: DatePhrase,
  said: Range,
  values: Record<string, Value>,
): Mention | undefined {
  const days = phrase.day?.(values)?.(clock);
  const time = phrase.time?.(values);
  const part = phrase.part?.(values);
  const away = phrase.minutes_away?.(values);
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
  };
}

/** "I sat with dad" is no Saturday. */
function isDoubtful(search: Search, said: Range, doubtful: Set<string>, at_start: boolean): boolean {
  const { tokens, range, words, starting } = search;
  const first = tokens[said.from]!;
  if (!doubtful.has(first.word)) return false;
  const next = tokens[said.to];
  const ends = said.to >= range.to || !next || closes(next.before);
  const begins = said.from === range.from && (at_start || ends);
  let behind = said.to;
  while (words.leads.has(tokens[behind]?.word ?? "")) behind += 1;
  return !begins && !ends && !isLed(search, said.from, words.leads) && !starting[behind]?.time;
}

export function later(clock: Clock, away: number): When {
  const { day, minutes } = clock.after(away);
  return { due_on: isoOf(day), due_time: clockTime(minutes) };
}

function readOnto(
  search: Search,
  phrase: DatePhrase,
  { needs, shift }: NonNullable<DatePhrase["onto"]>,
  from: number,
  found: Match,
): Mention | undefined {
  if (phrase.after_lead && from > search.range.from && !isLed(search, from, search.words.leads))
    return undefined;
  return shifted(search, needs, { from, to: found.to }, (moment) => shift(found.values, moment));
}

/** What stands behind some tokens, moved by what they say. */
export function shifted(
  search: Search,
  needs: "days" | "time",
  said: Range,
  shift: (moment: Moment) => Moment | undefined,
): Mention | undefined {
  const inner = innerAt(search, said.to, needs);
  const moved = inner && shift(inner);
  if (!inner || !moved || !(moved.days ?? moved.time)) return undefined;
  const { days = inner.days, time = inner.time } = moved;
  const { from } = said;
  const widened = (range: Range | undefined, own: boolean) => range && (own ? { from, to: range.to } : range);
  const day_range = widened(inner.day_range, needs === "days");
  const time_range = widened(
    inner.time_range,
    needs === "time" || inner.time_range?.from === inner.day_range?.from,
  );
  return {
    from,
    to: inner.to,
    ...(days && { days }),
    ...(time && { time }),
    ...(inner.part && { part: inner.part }),
    ...(day_range && { day_range }),
    ...(time_range && { time_range }),
  };
}

function innerAt(search: Search, at: number, needs: "days" | "time"): Mention | undefined {
  const { tokens, range, words, starting } = search;
  if (at >= range.to) return undefined;
  const known = starting[at];
  if (known?.[needs] && !known.at) return known;
  let longest: Mention | undefined;
  for (const phrase of [...words.innerAt(tokens[at]!), ...words.phrasesAt(tokens[at]!)]) {
    const mention = readPhrase(search, phrase, at, true);
    if (mention?.[needs] && mention.to > (longest?.to ?? at)) longest = mention;
  }
  return longest;
}
