/**
 * Puts enumerations together, so that a phrase can say "every #weekdays" and
 * mean "every Monday, Wednesday and Friday" or "every Mon–Fri" as well. A group
 * is a token to the patterns, and remembers which tokens it is made of.
 */

import type { Range, WordClass } from "../text/pattern.ts";
import type { Token } from "../text/tokens.ts";
import type { RecurrenceWords } from "./words.ts";

const kinds = ["weekdays", "months", "times", "numbers"] as const;
type Kind = (typeof kinds)[number];

/** One entry of an enumeration; `to` is the token behind it. */
export interface Item {
  values: number[];
  to: number;
  /** "first", "4th": it has a place, where "4" is a number. */
  ordinal?: boolean;
  /** "Mondays" */
  plural?: boolean;
  /** "workday", "weekend": any of them. */
  whole?: boolean;
  /** "mon-fri": the first and the last of them are said, or any would do. */
  ranged?: boolean;
}

export interface Place {
  places: number[];
  weekdays: number[];
  whole: boolean;
}

export interface Group extends Token, Range, Partial<Record<Kind, number[]>> {
  ordinal?: boolean;
  plural?: boolean;
  whole?: boolean;
  ranged?: boolean;
  /** "first and third Friday and last Monday" */
  places?: Place[];
}

const isGroup = (token: Token): token is Group => "from" in token;

/** A word class over groups; single words are groups too. */
export const ofGroup =
  (read: (group: Group) => number[] | number | string | undefined): WordClass =>
  (token) => {
    const value = isGroup(token) ? read(token) : undefined;
    return Array.isArray(value) ? value.join() : value;
  };

/** Back from the value of such a class. */
export const numbersOf = (value: unknown): number[] => String(value).split(",").map(Number);

export function groupsOf(tokens: Token[], range: Range, words: RecurrenceWords): Group[] {
  const groups: Group[] = [];
  for (let at = range.from; at < range.to; ) {
    const group = groupAt(tokens, { from: at, to: range.to }, words);
    groups.push(group);
    at = group.to;
  }
  return withPlaces(groups, words);
}

function groupAt(tokens: Token[], { from, to }: Range, words: RecurrenceWords): Group {
  const first = tokens[from]!;
  for (const kind of kinds) {
    const read = (at: number, behind: boolean) => {
      const item = at < to ? words.items[kind](tokens, at, behind) : undefined;
      return item && item.to <= to ? item : undefined;
    };
    let last = read(from, false);
    if (!last) continue;
    let values = last.values;
    const { ordinal = false, whole = false } = last;
    let { plural = false, ranged = whole } = last;
    for (let join = joinAt(tokens, last.to, kind, words); join; join = joinAt(tokens, last.to, kind, words)) {
      const next = read(join.at, true);
      // "on the 1st, 10 times"
      if (!next || (join.by_sign && ordinal && !next.ordinal)) break;
      values = join.through ? through(values, next.values, kind) : [...values, ...next.values];
      plural ||= next.plural ?? false;
      ranged ||= join.through || join.either || (next.ranged ?? next.whole ?? false);
      last = next;
    }
    const single = last.to === from + 1;
    return {
      ...(single ? first : joined(first, tokens[last.to - 1]!)),
      from,
      to: last.to,
      [kind]: values,
      ordinal,
      plural,
      whole,
      ranged,
    };
  }
  return { ...first, from, to: from + 1 };
}

const joined = (first: Token, last: Token): Token => ({
  text: "",
  word: "",
  quoted: false,
  start: first.start,
  end: last.end,
  before: first.before,
  after: last.after,
});

/** Where the next entry begins, if something joins it: a comma, "and", "to", a dash. */
function joinAt(tokens: Token[], at: number, kind: Kind, { and, either, through, fillers }: RecurrenceWords) {
  const next = tokens[at];
  if (!next) return undefined;
  const gap = next.before.trim();
  const isRange = /^[-–—]$/u.test(gap) || (gap === "" && kind === "weekdays" && through.has(next.word));
  const isAnd = /^[,،/&+]?$/u.test(gap) && and.has(next.word);
  const bySign = /^[,،/&+]$/u.test(gap);
  // "Mon Wed Fri" needs nothing between.
  if (!isRange && !isAnd && !bySign && !(kind === "weekdays" && gap === "")) return undefined;
  let from = isAnd || (isRange && gap === "") ? at + 1 : at;
  while ((isAnd || bySign) && fillers.has(tokens[from]?.word ?? "")) from += 1;
  return { at: from, through: isRange, either: isAnd && either.has(next.word), by_sign: bySign };
}

/** Monday through Friday; Saturday through Tuesday goes over the end of the week. */
function through(values: number[], ends: number[], kind: Kind): number[] {
  const first = values.at(-1)!;
  const last = ends[0]!;
  const wrap = kind === "weekdays" ? 7 : kind === "months" ? 12 : 0;
  if (last < first && !wrap) return [...values, ...ends];
  const size = ((last - first + wrap) % (wrap || 1_000_000)) + 1;
  const between = Array.from({ length: Math.min(size, 60) }, (_, step) => {
    const value = first + step;
    return wrap && value > wrap ? value - wrap : value;
  });
  return [...values.slice(0, -1), ...between, ...ends.slice(1)];
}

/** An ordinal before weekdays tells which of them in the month, and several of these may be joined. */
function withPlaces(groups: Group[], words: RecurrenceWords): Group[] {
  const result: Group[] = [];
  for (let at = 0; at < groups.length; ) {
    const place = placeAt(groups, at);
    if (!place) {
      result.push(groups[at]!);
      at += 1;
      continue;
    }
    const places = [place];
    let to = at + 2;
    for (let next = to; ; next = to) {
      if (words.and.has(groups[next]?.word ?? "")) next += 1;
      else if (groups[next]?.before.trim() !== ",") break;
      while (words.fillers.has(groups[next]?.word ?? "")) next += 1;
      const other = placeAt(groups, next);
      if (!other) break;
      places.push(other);
      to = next + 2;
    }
    const [first, last] = [groups[at]!, groups[to - 1]!];
    result.push({
      ...joined(first, last),
      from: first.from,
      to: last.to,
      places,
      plural: last.plural ?? false,
    });
    at = to;
  }
  return result;
}

function placeAt(groups: Group[], at: number): Place | undefined {
  const [number, days] = [groups[at], groups[at + 1]];
  if (!number?.ordinal || !number.numbers || !days?.weekdays || days.before.trim() !== "") return undefined;
  return { places: number.numbers, weekdays: days.weekdays, whole: days.whole ?? false };
}
