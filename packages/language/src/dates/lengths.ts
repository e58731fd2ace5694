/**
 * Reads how long something is: "an hour and a half", "2 years, 21 days", "2h30m".
 * Months and days are counted on the calendar, minutes in real time.
 */
import type { Range } from "../text/pattern.ts";
import type { Token } from "../text/tokens.ts";
import { addMonths, type Day, isWritable, weekdayOf } from "./civil.ts";

export interface Length {
  months: number;
  days: number;
  /** Monday to Friday. */
  workdays: number;
  /** May be a fraction: a second is a sixtieth. */
  minutes: number;
}

export type LengthUnit = "second" | "minute" | "hour" | "day" | "workday" | "week" | "month" | "year";

/** How a language says lengths. Readers answer what begins at a position, and where it ends. */
export interface LengthWords {
  /** "3", "twenty five", "half a", "a couple of", "two and a half", "3/4". */
  amountAt: (tokens: Token[], range: Range) => Found<number> | undefined;
  /** A unit, and how many of it: a fortnight is two weeks. */
  unitAt: (tokens: Token[], range: Range) => Found<[LengthUnit, number]> | undefined;
  /** "and a half" behind the unit. */
  halfAt: (tokens: Token[], range: Range) => Found<number> | undefined;
  /** A token that says both: "2h30m". */
  short: (token: Token) => Partial<Record<LengthUnit, number>> | undefined;
  /** Between the parts of one length. */
  joins: Set<string>;
}

export interface Found<Value> {
  value: Value;
  to: number;
}

/** What a fraction of a unit is in the next finer one. */
const finer: Partial<Record<LengthUnit, [number, LengthUnit]>> = {
  year: [12, "month"],
  month: [30, "day"],
  week: [7, "day"],
  day: [24, "hour"],
};
const longest = 1_000_000;
/** "1 year, 2 months, 3 days, 4 hours and 5 minutes" */
const mostParts = 6;

export function lengthAt(tokens: Token[], range: Range, words: LengthWords): Found<Length> | undefined {
  const length: Length = { months: 0, days: 0, workdays: 0, minutes: 0 };
  let end: number | undefined;
  for (let at = range.from, parts = 0; at < range.to && parts < mostParts; parts += 1) {
    const part = partAt(tokens, { from: at, to: range.to }, words);
    if (!part) break;
    for (const [unit, amount] of Object.entries(part.value)) add(length, amount, unit as LengthUnit);
    end = part.to;
    at = words.joins.has(tokens[end]?.word ?? "") ? end + 1 : end;
  }
  const small = Object.values(length).every((amount) => amount < longest);
  return end === undefined || !small ? undefined : { value: length, to: end };
}

function partAt(
  tokens: Token[],
  range: Range,
  words: LengthWords,
): Found<Partial<Record<LengthUnit, number>>> | undefined {
  const short = words.short(tokens[range.from]!);
  if (short) return { value: short, to: range.from + 1 };
  const amount = words.amountAt(tokens, range);
  const unit = amount && words.unitAt(tokens, { from: amount.to, to: range.to });
  if (!amount || !unit) return undefined;
  const half = words.halfAt(tokens, { from: unit.to, to: range.to });
  const [name, times] = unit.value;
  return { value: { [name]: (amount.value + (half?.value ?? 0)) * times }, to: half?.to ?? unit.to };
}

function add(length: Length, amount: number, unit: LengthUnit) {
  const next = finer[unit];
  if (next && !Number.isInteger(amount)) {
    const whole = Math.trunc(amount);
    add(length, whole, unit);
    const rest = (amount - whole) * next[0];
    add(length, next[1] === "hour" ? rest : Math.round(rest), next[1]);
  } else if (unit === "second") length.minutes += amount / 60;
  else if (unit === "minute") length.minutes += amount;
  else if (unit === "hour") length.minutes += amount * 60;
  else if (unit === "day") length.days += amount;
  else if (unit === "workday") length.workdays += amount;
  else if (unit === "week") length.days += amount * 7;
  else length.months += unit === "month" ? amount : amount * 12;
}

/** The day that lies a length's days and months after (sign 1) or before (-1) another. */
export function dayAfter(day: Day, { months, days, workdays }: Length, sign: 1 | -1): Day | undefined {
  const reached = addMonths(day, months * sign) + days * sign;
  return isWritable(reached) ? addWorkdays(reached, Math.round(workdays), sign) : undefined;
}

function addWorkdays(day: Day, count: number, sign: 1 | -1): Day | undefined {
  const weeks = Math.floor(count / 5);
  let reached = day + weeks * 7 * sign;
  for (let left = count % 5; left > 0; ) {
    reached += sign;
    if (weekdayOf(reached) <= 5) left -= 1;
  }
  // Whole weeks from a Saturday end on one.
  while (count > 0 && weekdayOf(reached) > 5) reached += sign;
  return isWritable(reached) ? reached : undefined;
}
