/** Dates that are counted: "in two weeks", "3 hours from now", "ten days before Christmas". */
import type { Moment } from "../locales/locale.ts";
import { match, type Pattern } from "../text/pattern.ts";
import { isoOf } from "./civil.ts";
import { single } from "./days.ts";
import { dayAfter, type Found, type Length, lengthAt } from "./lengths.ts";
import { isOver, type Mention, type Search } from "./mention.ts";
import { shifted } from "./phrases.ts";
import { clockTime } from "./when.ts";

type Sign = 1 | -1;

export function offsetAt(search: Search, from: number): Mention | undefined {
  const { tokens, range, words } = search;
  const { leads, edge_leads } = words.lengths;
  const lead = endOf(search, leads, from);
  const edge_lead = lead === undefined ? endOf(search, edge_leads, from) : undefined;
  const at = lead ?? edge_lead ?? from;
  const length =
    at < range.to ? lengthAt(tokens, { from: at, to: range.to }, words.lengths.words) : undefined;
  if (!length) return undefined;

  const signed = /^\+/u.test(tokens[from]!.word);
  if (lead !== undefined || signed) {
    const onto = fromMoment(search, from, length);
    if (onto) return onto;
    return counted(
      search,
      from,
      length.value,
      1,
      endOf(search, words.lengths.fillers, length.to) ?? length.to,
    );
  }
  if (edge_lead !== undefined) {
    return isOver(search, length.to) ? counted(search, from, length.value, 1, length.to) : undefined;
  }
  return withTrail(search, from, length) ?? fromMoment(search, from, length) ?? alone(search, from, length);
}

function withTrail(search: Search, from: number, { value, to }: Found<Length>): Mention | undefined {
  const { trails, edge_trails, past_trails } = search.words.lengths;
  const end = endOf(search, trails, to);
  if (end !== undefined) return counted(search, from, value, 1, end);
  const edge = endOf(search, edge_trails, to);
  if (edge !== undefined && isOver(search, edge)) return counted(search, from, value, 1, edge);
  const back = search.past ? endOf(search, past_trails, to) : undefined;
  return back === undefined ? undefined : counted(search, from, value, -1, back);
}

/** A text that is a length and nothing else says when: "20 minutes". */
function alone(search: Search, from: number, { value, to }: Found<Length>): Mention | undefined {
  const { range, tokens } = search;
  const isAll = from === 0 && range.from === 0 && to === tokens.length;
  return isAll ? counted(search, from, value, 1, to) : undefined;
}

function fromMoment(search: Search, from: number, { value, to }: Found<Length>): Mention | undefined {
  const { after, before } = search.words.lengths;
  for (const [patterns, sign] of [[after, 1] as const, [before, -1] as const]) {
    const end = endOf(search, patterns, to);
    if (end === undefined) continue;
    return shifted(search, value.minutes > 0 ? "time" : "days", { from, to: end }, (moment) =>
      moved(moment, value, sign),
    );
  }
  return undefined;
}

function moved({ days, time }: Moment, length: Length, sign: Sign): Moment | undefined {
  const total = (time?.minutes ?? 0) + length.minutes * sign;
  const over = Math.floor(total / 1440);
  const day = days && dayAfter(days.due, length, sign);
  if (days && day === undefined) return undefined;
  return {
    ...(day !== undefined && { days: single(day + over) }),
    ...(time && { time: { ...time, minutes: Math.floor(total - over * 1440) } }),
  };
}

/** Hours and minutes count in real time, days on the calendar. */
function counted(search: Search, from: number, length: Length, sign: Sign, to: number): Mention | undefined {
  const { clock } = search;
  const said = { from, to };
  const { day: start, minutes } =
    length.minutes > 0 ? clock.after(length.minutes * sign) : { day: clock.today, minutes: 0 };
  const day = dayAfter(start, length, sign);
  if (day === undefined) return undefined;
  const ranges = { ...said, day_range: said };
  if (length.minutes === 0) return { ...ranges, days: { first: day, last: day, due: day } };
  return { ...ranges, time_range: said, at: { due_on: isoOf(day), due_time: clockTime(minutes) } };
}

function endOf({ tokens, range }: Search, patterns: Pattern[], at: number): number | undefined {
  for (const pattern of patterns) {
    const found =
      at < range.to ? match(pattern, tokens, { from: at, to: range.to }, { prefix: true }) : undefined;
    if (found) return found.to;
  }
  return undefined;
}
