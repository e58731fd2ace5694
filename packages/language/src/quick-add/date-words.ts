/** Finds the date that a task's words give it, among all that they mention. */
import { isEdge, type Mention } from "../dates/mention.ts";
import { findMentions } from "../dates/mentions.ts";
import { whenOf } from "../dates/when.ts";
import { firstDue } from "../recurrence/first-due.ts";
import type { RecurrenceMention } from "../recurrence/mentions.ts";
import { match } from "../text/pattern.ts";
import { runsLeft } from "../text/reading.ts";
import { type Desk, isAtEnd, take } from "./desk.ts";

export function takeDate(desk: Desk, recurrence: RecurrenceMention | undefined): Mention | undefined {
  const { reading, range, taken, plain, task } = desk;
  const { dates } = reading.locale;
  const mentions = runsLeft(range, (at) => taken.has(at) || plain.has(at)).flatMap((run) =>
    findMentions(reading.tokens, run, dates, reading.clock),
  );
  const mention = preferred(desk, mentions);
  if (!mention) {
    const when = recurrence && firstDue(recurrence, undefined, dates, reading.clock);
    if (when) task.when = when;
    return undefined;
  }

  const other = mentions.findLast((each) => each !== mention && completes(mention, each));
  const both = other ? { ...other, ...mention, from: mention.from, to: mention.to } : mention;
  const first = recurrence && firstDue(recurrence, both, dates, reading.clock);
  task.when = first ?? whenOf(both, dates, reading.clock);
  for (const part of other ? [mention, other] : [mention]) takeMention(desk, part);
  takeCopula(desk, mention);
  return mention;
}

const completes = (mention: Mention, other: Mention) =>
  !mention.at && !other.at && Boolean(mention.days) !== Boolean(other.days) && !(mention.time && other.time);

/** At the end, else at the start, else the last one with nothing hanging on it; never the Friday of a "Friday pizza". */
function preferred(desk: Desk, mentions: Mention[]): Mention | undefined {
  const { reading, range, framed } = desk;
  const withDay = mentions.filter(({ days, at }) => days ?? at);
  const candidates = withDay.length > 0 ? withDay : mentions;
  // "remind me on Friday of the match next Saturday": we are to speak up on Friday.
  const asked = (at: number) => framed.has(at - 1) || (at === range.from && at > 0);
  const ends = (at: number) => framed.has(at) || isEdge(reading.tokens, at, reading.locale.dates);
  const first = candidates.find(({ from, to, describes }) => asked(from) && (!describes || ends(to)));
  return (
    first ??
    candidates.findLast(({ to }) => isAtEnd(desk, to)) ??
    candidates.find(({ from }) => from === range.from) ??
    candidates.findLast(({ to }) => isEdge(reading.tokens, to, reading.locale.dates)) ??
    candidates.findLast(({ describes }) => !describes)
  );
}

/** "the exam is on Friday": without the date nothing is said of the exam. */
function takeCopula(desk: Desk, { from, to }: Mention) {
  const { reading, range, taken, plain } = desk;
  const { copulas } = reading.locale.chips;
  for (let start = Math.max(range.from + 1, from - 3); start < from; start += 1) {
    const words = { from: start, to: from };
    const isFree = (at: number) => !taken.has(at) && !plain.has(at);
    const free = reading.tokens.slice(start, from).every((_, index) => isFree(start + index));
    if (!free || !copulas.some((pattern) => match(pattern, reading.tokens, words)) || !isAtEnd(desk, to))
      continue;
    for (let at = start; at < from; at += 1) taken.add(at);
    return;
  }
}

function takeMention(desk: Desk, { from, to, day_range, time_range }: Mention) {
  const shared = day_range && time_range && day_range.from === time_range.from;
  if (!day_range || !time_range || shared) {
    if (day_range) take(desk, "due_on", { from, to });
    if (time_range) take(desk, "due_time", { from, to });
    return;
  }
  const [first, second] =
    day_range.from < time_range.from ? (["due_on", "due_time"] as const) : (["due_time", "due_on"] as const);
  const middle = Math.max(day_range.from, time_range.from);
  take(desk, first, { from, to: middle });
  take(desk, second, { from: middle, to });
}
