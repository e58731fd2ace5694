/** The reminder that a stretch of a text speaks of. */
import { findMentions } from "../dates/mentions.ts";
import type { Range } from "../text/pattern.ts";
import type { Reading } from "../text/reading.ts";
import type { ReminderMention } from "./mentions.ts";

/** Whether the words say when to remind of something, and nothing else. */
export const isReminder = ({ reminders }: Reading, range: Range): boolean =>
  reminders.some(({ from, to }) => from <= range.from && range.to <= to);

/** Those whose words lie inside and are free; "remind me" may stand right before the stretch, or behind it. */
export function remindersWithin(
  reading: Reading,
  range: Range,
  isFree: (at: number) => boolean,
): ReminderMention[] {
  return reading.reminders.flatMap((mention) => {
    const from = mention.body.from === range.from ? range.from : mention.from;
    const to = mention.body.to === range.to ? range.to : mention.to;
    if (from < range.from || to > range.to) return [];
    for (let at = from; at < to; at += 1) if (!isFree(at)) return [];
    const said = { ...mention, from, to };
    return isMeant(reading, range, said) ? [said] : [];
  });
}

/** "remind me tomorrow" says when it is due, unless that was said before. Without a word like "remind me" it must be the end. */
function isMeant(reading: Reading, range: Range, { from, to, specs, led }: ReminderMention): boolean {
  const hasMoment = specs.some((spec) => "moment" in spec);
  if (led && !hasMoment && specs.length > 0) return true;
  const next = reading.tokens[to];
  const ends = to >= range.to || !next || /[.,;:!?)\]\n]/u.test(next.before) || /^[+@#*!]/u.test(next.text);
  return ends && (specs.length === 0 || isDated(reading, { from: range.from, to: from }));
}

function isDated({ tokens, locale, clock, recurrences }: Reading, range: Range): boolean {
  return (
    recurrences.some(({ from, to }) => from >= range.from && to <= range.to) ||
    findMentions(tokens, range, locale.dates, clock).length > 0
  );
}
