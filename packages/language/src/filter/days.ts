/** The days that a filter names, read with the words that tasks are added with. Whole days only. */
import { isoOf } from "../dates/civil.ts";
import { type Clock, readClock } from "../dates/clock.ts";
import { type DateUnit, type Days, daysFromToday, unitsAfter } from "../dates/days.ts";
import { findMentions } from "../dates/mentions.ts";
import { english } from "../locales/en/english.ts";
import { tokenize } from "../text/tokens.ts";
import type { DateField } from "./filter.ts";

export interface FilterOptions {
  /** The instant at which “today” is meant. */
  now: Date;
  /** IANA zone in which days begin and end. */
  time_zone: string;
}

export type ReadDays = { first: string; last: string } | "has time" | undefined;

/** What some words say, all of them or nothing. Dates in figures are read as in the United States: 3/4 is the fourth of March. */
export function daysReader({ now, time_zone }: FilterOptions) {
  const clock = readClock(now, time_zone);
  return (words: string, field: DateField): ReadDays => {
    const days = stretchOf(words, clock) ?? mentionOf(words, clock);
    if (!days || days === "has time") return days;
    const { first, last } = field === "due" ? days : behindUs(words, days, clock);
    return { first: isoOf(first), last: isoOf(last) };
  };
}

const moved = /^([+-])(\d{1,5})\s*(d|days?|w|weeks?|months?|y|years?)?$/u;
const stretch = /^(?:the )?(next|last|past) (\d{1,5}) (days?|weeks?)$/u;
const units: Record<string, DateUnit> = { d: "day", w: "week", m: "month", y: "year" };

/** "+3 days", "next 7 days": counted with today as the first or the last of them. */
function stretchOf(words: string, clock: Clock): Days | undefined {
  const [, sign, amount, unit = "d"] = moved.exec(words) ?? [];
  if (sign) return unitsAfter(Number(`${sign}${amount}`), units[unit[0]!]!)(clock);
  const [, way, count, each = ""] = stretch.exec(words) ?? [];
  const length = Number(count) * (each.startsWith("week") ? 7 : 1);
  if (!way || length < 1) return undefined;
  const end = daysFromToday(way === "next" ? length - 1 : 1 - length)(clock);
  if (!end) return undefined;
  return { first: Math.min(end.due, clock.today), last: Math.max(end.due, clock.today), due: end.due };
}

function mentionOf(words: string, clock: Clock): Days | "has time" | undefined {
  const tokens = english.prepare(tokenize(words));
  const [mention, another] = findMentions(tokens, { from: 0, to: tokens.length }, english.dates, clock, true);
  if (!mention || another || mention.from > 0 || mention.to < tokens.length) return undefined;
  if (mention.at || mention.time || mention.part) return "has time";
  const { days } = mention;
  // "end of june" is a day of it, not the month.
  const isEdge = tokens.some(({ word }) => edges.has(word));
  return days && isEdge ? { first: days.due, last: days.due, due: days.due } : days;
}

const edges = new Set(["end", "start", "beginning", "middle", "mid"]);
const weekday = /^(?:mon|tues?|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?$/u;

/** What was done was done in the past: on a Friday, "monday" is the one before. */
function behindUs(words: string, days: Days, { today }: Clock): Pick<Days, "first" | "last"> {
  const isAhead = weekday.test(words) && days.first > today;
  return isAhead ? { first: days.first - 7, last: days.last - 7 } : days;
}
