/**
 * Finds where a text says that something comes back, and the rule it says: a
 * head such as "every other Friday", and what stands behind it ("in May, until
 * June, ten times"). A single time of day is left to the dates.
 */
import { type Day, isoOf } from "../dates/civil.ts";
import type { Clock } from "../dates/clock.ts";
import { namedMonth, unitsAfter } from "../dates/days.ts";
import { isEdge, type Mention } from "../dates/mention.ts";
import { findMentions } from "../dates/mentions.ts";
import type { Locale, PartOfDay } from "../locales/locale.ts";
import { match, type Range } from "../text/pattern.ts";
import type { Token } from "../text/tokens.ts";
import { type Draft, ruleFrom } from "./draft.ts";
import { type Group, groupsOf } from "./groups.ts";
import type { Rule } from "./rule.ts";
import type { RecurrencePhrase } from "./words.ts";

export interface RecurrenceMention extends Range {
  rule: Rule;
  /** The tokens that say so. Empty where the word belongs to the title as well: "a weekly meeting". */
  ranges: Range[];
  /** Not before that day. */
  start?: Day;
  part?: PartOfDay;
  /** Right behind it, where a date alone would not be read: "every Monday at 8 take out the bins". */
  time?: Mention;
  after_completion?: true;
}

interface Search {
  tokens: Token[];
  groups: Group[];
  range: Range;
  words: Locale;
  clock: Clock;
}

/** In tokens: nobody takes more words for a date. */
const longestDate = 12;
const longestTime = 6;

export function findRecurrences(
  tokens: Token[],
  range: Range,
  words: Locale,
  clock: Clock,
): RecurrenceMention[] {
  const { isSign } = words.recurrence;
  if (!tokens.some((token, at) => at >= range.from && at < range.to && isSign(token))) return [];
  const groups = groupsOf(tokens, range, words.recurrence);
  const search = { tokens, groups, range, words, clock };

  const found: RecurrenceMention[] = [];
  for (let at = 0; at < groups.length; at += 1) {
    const mention = groups[at]!.from >= (found.at(-1)?.to ?? 0) ? mentionAt(search, at) : undefined;
    if (mention) found.push(mention);
  }
  return found;
}

/** What was read so far: the pieces, and the group behind them. */
interface Read {
  draft: Draft;
  to: number;
  ranges: Range[];
  start?: Day;
  until?: Day | undefined;
  time?: Mention;
}

function mentionAt(search: Search, at: number): RecurrenceMention | undefined {
  const { groups, words } = search;
  const head = longest(search, words.recurrence.headsAt(groups[at]!), at);
  if (!head) return undefined;
  const times = timesBefore(search, head.draft, at);
  const from = times?.from ?? ledFrom(search, groups[at]!.from);
  const until = endOf(search, head.to);
  const read: Read = { draft: times?.draft ?? { ...head.draft }, to: head.to, ranges: [{ from, to: until }] };
  while (readMore(search, read));

  const isOver = read.to > head.to || read.time !== undefined;
  if (head.phrase.adverb && !isOver && !endsAt(search, until) && !saysTask(search, until)) {
    if (!mayDescribe(search, from)) return undefined;
    read.ranges = [];
  } else if (head.phrase.at_edge && (isCounted(search, at) || !(isOver || endsFirmly(search, until)))) {
    return undefined;
  }

  const rule = ruleFrom(read.draft);
  if (!rule) return undefined;
  if (read.until !== undefined && rule.count === undefined) rule.until = isoOf(read.until);
  const { part, parts, after_completion } = read.draft;
  if (parts)
    rule.byhour = parts
      .map((each) => Number.parseInt(words.dates.default_times[each], 10))
      .sort((a, b) => a - b);
  return {
    from,
    to: endOf(search, read.to),
    rule,
    ranges: read.ranges,
    ...(read.start !== undefined && { start: read.start }),
    ...(part && { part }),
    ...(read.time && { time: read.time }),
    ...(after_completion && { after_completion }),
  };
}

/** "at 8 am and 8 pm every day": what is said in front is read as it would be behind. */
function timesBefore(search: Search, head: Draft, at: number) {
  const { groups, words } = search;
  const lead = groups[at - 2];
  if ((groups[at - 1]?.times?.length ?? 0) < 2 || !lead || !words.recurrence.time_leads.has(lead.word))
    return undefined;
  const more = longest(search, words.recurrence.moreAt(lead), at - 2);
  const draft = more?.to === at ? added(head, more.draft) : undefined;
  return draft && { from: lead.from, draft };
}

/** "two Sundays from now", "the next Fridays": these very ones, and not all of them. */
function isCounted({ tokens, groups, words }: Search, at: number): boolean {
  const before = groups[at - 1];
  if (!before || groups[at]!.before.trim() !== "") return false;
  const { items, never_after } = words.recurrence;
  return never_after.has(before.word) || items.numbers(tokens, before.to - 1, true) !== undefined;
}

/** "repeating every week": the small words before it belong to it. */
function ledFrom({ tokens, range, words }: Search, at: number): number {
  let from = at;
  while (
    from > range.from &&
    words.recurrence.leads.has(tokens[from - 1]!.word) &&
    tokens[from]!.before.trim() === ""
  )
    from -= 1;
  return from;
}

const endOf = ({ groups }: Search, to: number) => groups[to - 1]!.to;

function longest(search: Search, phrases: RecurrencePhrase[], at: number) {
  let best: { draft: Draft; to: number; phrase: RecurrencePhrase } | undefined;
  const { groups } = search;
  for (const phrase of phrases) {
    const found = match(phrase.pattern, groups, { from: at, to: groups.length }, { prefix: true });
    if (!found || found.to <= (best?.to ?? at)) continue;
    if (phrase.before_edge && !endsAt(search, endOf(search, found.to))) continue;
    const draft = phrase.read(found.values);
    if (draft) best = { draft, to: found.to, phrase };
  }
  return best;
}

const endsAt = (search: Search, at: number) =>
  endsFirmly(search, at) || isEdge(search.tokens, at, search.words.dates);

/** The text, the sentence, or nothing but a date or a marker behind it. */
function endsFirmly({ tokens, range, words, clock }: Search, at: number): boolean {
  const next = tokens[at];
  if (!next || at >= range.to || /[.,;:!?)\]\n–—]/u.test(next.before) || /^[+@#*!]/u.test(next.text))
    return true;
  const span = { from: at, to: Math.min(range.to, at + longestDate) };
  return mentionedAt(tokens, span, words, clock) !== undefined;
}

/** "a daily reminder": not the name of anything. */
const saysTask = ({ tokens, words }: Search, at: number) => words.references.task_nouns.has(tokens[at]!.word);

/** "a weekly meeting", "Daily standup at 9": it comes back, and the word is part of its name. */
function mayDescribe({ tokens, range, words }: Search, from: number): boolean {
  return from === range.from || words.recurrence.before_adjective.has(tokens[from - 1]!.word);
}

function mentionedAt(tokens: Token[], range: Range, { dates }: Locale, clock: Clock) {
  const [first] = findMentions(tokens, range, dates, clock);
  return first?.from === range.from ? first : undefined;
}

/** Reads one more piece behind what was read. False when there is none. */
function readMore(search: Search, read: Read): boolean {
  const { groups, words, clock } = search;
  if (read.to >= groups.length) return false;
  const next = groups[read.to]!;
  const more = longest(search, words.recurrence.moreAt(next), read.to);
  if (more && (!more.phrase.behind || more.phrase.behind.includes(read.draft.freq ?? "DAILY"))) {
    const draft = added(read.draft, more.draft);
    if (!draft) return false;
    const { lasts, until, ...rest } = draft;
    read.draft = rest;
    const from = { ...clock, today: read.start ?? clock.today };
    const behind = lasts && unitsAfter(lasts.amount, lasts.unit)(from);
    read.until ??= until?.(from)?.last ?? (behind && behind.due - 1);
    return take(search, read, more.to);
  }
  if (readBound(search, read) || readStretch(search, read)) return true;

  return readTime(search, read);
}

/** "daily at 3 am ten times": a time is a date's affair, but may stand between, or where it needs the words before it. */
function readTime(search: Search, read: Read): boolean {
  const { tokens, groups, range, words, clock } = search;
  const from = groups[read.to]!.from;
  const { word } = tokens[from]!;
  const led = words.recurrence.time_leads.has(word);
  if (read.time || !(led || /^@?\d/u.test(word))) return false;
  for (let length = longestTime; length > 0; length -= 1) {
    const span = { from, to: from + length };
    if (span.to > range.to) continue;
    const time = mentionedAt(tokens, span, words, clock);
    if (!time?.time || time.to !== span.to || time.days || time.at) continue;
    if (!time.time.sure && !led) continue;
    const to = groups.findIndex((group) => group.to === time.to) + 1;
    if (to === 0) continue;
    read.time = time;
    read.to = to;
    return true;
  }
  return false;
}

/** "starting next Tuesday", "until June" */
function readBound(search: Search, read: Read): boolean {
  const { tokens, groups, range, words, clock } = search;
  for (const { pattern, ends, last } of words.recurrence.bounds) {
    const found = match(pattern, groups, { from: read.to, to: groups.length }, { prefix: true });
    const behind = found && groups[found.to];
    if (!found || !behind || (ends ? read.until : read.start) !== undefined) continue;
    const from = { ...clock, today: ends ? (read.start ?? clock.today) : clock.today };
    const span = { from: behind.from, to: Math.min(range.to, behind.from + longestDate) };
    const date = mentionedAt(tokens, span, words, from);
    const [month, ...more] = behind.months ?? [];
    const days = date?.days ?? (month && more.length === 0 ? namedMonth(month)(from) : undefined);
    if (!days) continue;
    const to = groups.findIndex((group) => group.to === (date?.day_range?.to ?? behind.to));
    if (to < 0) continue;
    if (ends) read.until = last ? days.last : days.first;
    else read.start = days.first;
    return take(search, read, to + 1);
  }
  return false;
}

/** "every day this week", "daily in the next two weeks": from its first day to its last. */
function readStretch(search: Search, read: Read): boolean {
  const { tokens, groups, range, words, clock } = search;
  const from = groups[read.to]!.from;
  const date = mentionedAt(tokens, { from, to: Math.min(range.to, from + longestDate) }, words, clock);
  if (!date?.days || date.time || date.days.first === date.days.last || read.until !== undefined)
    return false;
  const to = groups.findIndex((group) => group.to === date.day_range?.to) + 1;
  if (to === 0) return false;
  read.start ??= Math.max(date.days.first, clock.today);
  read.until = date.days.last;
  return take(search, read, to);
}

function take(search: Search, read: Read, to: number): true {
  read.ranges.push({ from: search.groups[read.to]!.from, to: endOf(search, to) });
  read.to = to;
  return true;
}

/** Both together; nothing when they speak of the same thing. */
function added(draft: Draft, more: Draft): Draft | undefined {
  for (const key of Object.keys(more)) if (key in draft && key !== "freq") return undefined;
  return { ...more, ...draft };
}
