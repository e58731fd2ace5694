/**
 * Finds where a text says when the person wants to be reminded: "remind me an
 * hour before and the evening before at 8", "no reminder".
 */
import type { Clock } from "../dates/clock.ts";
import { lengthAt } from "../dates/lengths.ts";
import type { Mention } from "../dates/mention.ts";
import { findMentions } from "../dates/mentions.ts";
import { timeOf } from "../dates/when.ts";
import type { Locale } from "../locales/locale.ts";
import type { Reminder } from "../meaning.ts";
import { match, type Pattern, type Range } from "../text/pattern.ts";
import type { Token } from "../text/tokens.ts";

/** A moment says the same of any task; what it is to one is known with the task's date. */
export type Spec = Exclude<Reminder, { at: string }> | { moment: Mention };

export interface ReminderMention extends Range {
  /** The tokens that say when; from `from` on stand words like "and remind me". */
  body: Range;
  /** None: no reminder is wanted. */
  specs: Spec[];
  /** It says so in words of its own: "remind me". */
  led: boolean;
}

interface Search {
  tokens: Token[];
  locale: Locale;
  clock: Clock;
  to: number;
}

/** In tokens: nobody takes more words for a date. */
const longestDate = 12;
/** What a task may have at most: 60 days. */
const longestBefore = 86_400;

export function findReminders(tokens: Token[], locale: Locale, clock: Clock): ReminderMention[] {
  const { signs } = locale.reminders;
  if (!tokens.some(({ word }) => signs.has(word))) return [];
  const search = { tokens, locale, clock, to: tokens.length };
  const found: ReminderMention[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    const mention = mentionAt(search, from);
    if (!mention) continue;
    found.push({ ...mention, from: joinedFrom(search, from, found.at(-1)?.to ?? 0) });
    from = mention.to - 1;
  }
  return found;
}

type Source = Omit<Search, "to">;

/** What a stretch says of when to remind, if it says nothing else. */
export function specsIn(source: Source, range: Range): Spec[] | undefined {
  const said = specsAtStart(source, range);
  return said?.to === range.to ? said.specs : undefined;
}

/** The same where more may follow. */
export const specsAtStart = ({ tokens, locale, clock }: Source, { from, to }: Range) =>
  specsAt({ tokens, locale, clock, to }, from, true);

function mentionAt(search: Search, from: number): ReminderMention | undefined {
  const { none, leads, tails } = search.locale.reminders;
  const refused = endOf(search, none, from);
  if (refused !== undefined)
    return { from, to: refused, body: { from: refused, to: refused }, specs: [], led: true };
  const lead = endOf(search, leads, from);
  const said = specsAt(search, lead ?? from, lead !== undefined || tails.length > 0);
  if (!said) return undefined;
  const tail = lead === undefined ? endOf(search, tails, said.to) : undefined;
  const led = lead !== undefined || tail !== undefined;
  if (!led && said.specs.some((spec) => "moment" in spec)) return undefined;
  const body = { from: lead ?? from, to: said.to };
  return { from, to: tail ?? said.to, body, specs: said.specs, led };
}

/** One or more: "an hour before and 10 minutes before". */
function specsAt(search: Search, from: number, led: boolean): { specs: Spec[]; to: number } | undefined {
  const specs: Spec[] = [];
  let end: number | undefined;
  for (let at = from; ; ) {
    const said = specAt(search, at, led);
    if (!said) break;
    specs.push(said.spec);
    end = said.to;
    const next = joinAt(search, end);
    if (next === undefined) break;
    at = next;
  }
  return end === undefined ? undefined : { specs, to: end };
}

function joinAt({ tokens, locale }: Search, at: number): number | undefined {
  const next = tokens[at];
  if (!next) return undefined;
  if (locale.grammar.connectors.has(next.word)) return at + 1;
  return /^[,،]$/u.test(next.before.trim()) ? at : undefined;
}

interface Said {
  spec: Spec;
  to: number;
}

function specAt(search: Search, from: number, led: boolean): Said | undefined {
  const due = endOf(search, search.locale.reminders.at_due, from);
  if (led && due !== undefined) return { spec: { minutes_before: 0 }, to: due };
  const counted = (led ? dayAt(search, from) : undefined) ?? beforeAt(search, from, led);
  if (counted) return counted;
  const moment = led ? momentAt(search, from) : undefined;
  return moment && { spec: { moment }, to: moment.to };
}

/** "the evening before at 8" */
function dayAt(search: Search, from: number): Said | undefined {
  const { tokens } = search;
  for (const { pattern, days_before, part } of search.locale.reminders.days) {
    const found = match(pattern, tokens, { from, to: search.to }, { prefix: true });
    if (found) return withTime(search, found.to, days_before, part);
  }
  return undefined;
}

/** "an hour before", "2 days before at 9" */
function beforeAt(search: Search, from: number, led: boolean): Said | undefined {
  const { tokens, locale, to } = search;
  const length = from < to ? lengthAt(tokens, { from, to }, locale.dates.lengths.words) : undefined;
  const end = length && endOf(search, locale.reminders.before, length.to);
  if (!length || end === undefined || length.value.workdays > 0) return undefined;
  const { months, days, minutes } = length.value;
  if (minutes === 0) return withTime(search, end, days + months * 30);
  const minutes_before = Math.round(minutes + (days + months * 30) * 1440);
  // "an hour before 9" is a time of its own; in "remind me an hour before at 9" the task is due at 9.
  const isOwn = !(led && locale.dates.leads.has(tokens[end]?.word ?? "")) && momentAt(search, end);
  return isOwn || minutes_before > longestBefore ? undefined : { spec: { minutes_before }, to: end };
}

/** Nothing where a day follows: "the day before Friday" is a date. */
function withTime(search: Search, at: number, days: number, part?: Mention["part"]): Said | undefined {
  const { locale, clock } = search;
  const next = momentAt(search, at);
  if (next?.days ?? next?.at ?? days * 1440 > longestBefore) return undefined;
  const time = next
    ? timeOf({ ...next, ...(part && { part }) }, locale.dates, clock)
    : part && locale.dates.default_times[part];
  const to = next?.to ?? at;
  return time === undefined
    ? { spec: { minutes_before: days * 1440 }, to }
    : { spec: { days_before: days, time }, to };
}

function momentAt({ tokens, locale, clock, to }: Search, from: number): Mention | undefined {
  const range = { from, to: Math.min(to, from + longestDate) };
  const [first] = findMentions(tokens, range, locale.dates, clock);
  return first?.from === from ? first : undefined;
}

function joinedFrom({ tokens, locale }: Search, at: number, floor: number): number {
  let from = at;
  while (from > floor && locale.reminders.joins.has(tokens[from - 1]!.word)) from -= 1;
  return from;
}

function endOf({ tokens, to }: Search, patterns: Pattern[], from: number): number | undefined {
  for (const pattern of patterns) {
    const found = match(pattern, tokens, { from, to }, { prefix: true });
    if (found && found.to > from) return found.to;
  }
  return undefined;
}
