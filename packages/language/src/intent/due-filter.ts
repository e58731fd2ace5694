/** Dates as a condition on tasks. `before` and `after` exclude the day they name. */
import { isoOf } from "../dates/civil.ts";
import { findMentions, type Mention } from "../dates/mentions.ts";
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
    const days = mention.days;
    if (!days) return [];
    const { from, led, before, after } = leadOf(reading, mention, range.from);
    const due = before
      ? { before: isoOf(days.first) }
      : after
        ? { after: isoOf(days.last) }
        : days.first === days.last
          ? { on: isoOf(days.first) }
          : { after: isoOf(days.first - 1), before: isoOf(days.last + 1) };
    return [{ from, to: mention.to, due, led, ...(mention.part && { part: mention.part }) }];
  });
}

/** The mention has swallowed words like "on" and "before" already; a phrase may begin up to four tokens earlier. */
function leadOf({ tokens, locale }: Reading, mention: Mention, start: number) {
  const { due_before, due_after, due_lead } = locale.references;
  const core = mention.day_range?.from ?? mention.from;
  const firstDateToken = coreStart(tokens.length, core, mention, (at) =>
    locale.dates.leads.has(tokens[at]!.word),
  );
  for (let from = Math.max(start, firstDateToken - 4); from < firstDateToken; from += 1) {
    const lead = { from, to: firstDateToken };
    const before = match(due_before, tokens, lead) !== undefined;
    const after = match(due_after, tokens, lead) !== undefined;
    if (before || after || match(due_lead, tokens, lead)) {
      return { from: Math.min(from, mention.from), led: true, before, after };
    }
  }
  return { from: mention.from, led: firstDateToken > mention.from, before: false, after: false };
}

function coreStart(length: number, from: number, mention: Mention, isLead: (at: number) => boolean): number {
  let at = from;
  while (at < Math.min(length, mention.to - 1) && isLead(at)) at += 1;
  return at;
}
