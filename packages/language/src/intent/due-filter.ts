/** Dates as a condition on tasks: when they are due, or when they were done. */
import { dayOf, isoOf } from "../dates/civil.ts";
import type { Clock } from "../dates/clock.ts";
import type { Days } from "../dates/days.ts";
import type { Mention } from "../dates/mention.ts";
import { findMentions } from "../dates/mentions.ts";
import type { DueFilter } from "../meaning.ts";
import { match, type Range } from "../text/pattern.ts";
import type { Reading } from "../text/reading.ts";

interface FoundDue extends Range {
  due: DueFilter;
  part?: Mention["part"];
  /** A word like "due" or "for" stands in front, so it can hardly be part of a title. */
  led: boolean;
}

export function findDue(reading: Reading, range: Range): FoundDue[] {
  const { tokens, locale, clock } = reading;
  return findMentions(tokens, range, locale.dates, clock, true).flatMap((mention) => {
    const { days } = mention;
    if (!days) return [];
    const { from, led, side } = leadOf(reading, mention, range.from);
    const tail = tailOf(reading, { from: mention.to, to: range.to });
    const due = filterOf(isNext(reading, mention) ? fromToday(days, clock) : days, tail?.side ?? side);
    return [{ from, to: tail?.to ?? mention.to, due, led, ...(mention.part && { part: mention.part }) }];
  });
}

/** When nothing else is said. */
export function onlyDue(reading: Reading, { from, to }: Range): DueFilter | undefined {
  const [only] = findDue(reading, { from, to });
  return only?.from === from && only.to === to ? only.due : undefined;
}

/** "in the next 7 days" asks for all of them, not for what is due when they are over. */
const isNext = ({ tokens, locale }: Reading, { from, to }: Mention) =>
  [from, from + 1].some((start) => match(locale.references.due_next, tokens, { from: start, to }));

/** Today is the first of them. */
const fromToday = ({ first, last, due }: Days, { today }: Clock): Days =>
  first === last && last > today ? { first: today, last: last - 1, due } : { first, last, due };

/** Which way from the days that were named; "by" and "since" count these in. */
type Side = "before" | "by" | "since" | "after";

function filterOf({ first, last }: Days, side: Side | undefined): DueFilter {
  if (side === "before") return { before: isoOf(first) };
  if (side === "by") return { before: isoOf(last + 1) };
  if (side === "since") return { after: isoOf(first - 1) };
  if (side === "after") return { after: isoOf(last) };
  return first === last ? { on: isoOf(first) } : { after: isoOf(first - 1), before: isoOf(last + 1) };
}

/** The mention has swallowed words like "on" and "by" already; a phrase may begin up to four tokens earlier. */
function leadOf({ tokens, locale }: Reading, mention: Mention, start: number) {
  const { due_before, due_after, due_by, due_since, due_lead } = locale.references;
  const sides = [
    ["before", due_before],
    ["after", due_after],
    ["by", due_by],
    ["since", due_since],
  ] as const;
  const core = mention.day_range?.from ?? mention.from;
  const firstDateToken = coreStart(tokens.length, core, mention, (at) =>
    locale.dates.leads.has(tokens[at]!.word),
  );
  for (let from = Math.max(start, firstDateToken - 4); from < firstDateToken; from += 1) {
    const lead = { from, to: firstDateToken };
    const side = sides.find(([, pattern]) => match(pattern, tokens, lead))?.[0];
    if (side || match(due_lead, tokens, lead)) {
      return { from: Math.min(from, mention.from), led: true, side };
    }
  }
  return { from: mention.from, led: firstDateToken > mention.from, side: undefined };
}

/** "tomorrow or later" */
function tailOf({ tokens, locale }: Reading, range: Range): { to: number; side: Side } | undefined {
  const { or_later, or_earlier } = locale.references;
  const later = match(or_later, tokens, range, { prefix: true });
  if (later) return { to: later.to, side: "since" };
  const earlier = match(or_earlier, tokens, range, { prefix: true });
  return earlier && { to: earlier.to, side: "by" };
}

/** What is done was done in the past: on a Friday, "Monday" is the one before. */
export function inThePast(due: DueFilter, { today }: Clock): DueFilter {
  const back = (date: string | undefined) => {
    const day = date === undefined ? undefined : dayOf(date);
    return day !== undefined && day > today && day <= today + 7 ? isoOf(day - 7) : date;
  };
  const on = back(due.on);
  const after = due.before === undefined ? back(due.after) : due.after;
  return { ...due, ...(on && { on }), ...(after && { after }) };
}

function coreStart(length: number, from: number, mention: Mention, isLead: (at: number) => boolean): number {
  let at = from;
  while (at < Math.min(length, mention.to - 1) && isLead(at)) at += 1;
  return at;
}
