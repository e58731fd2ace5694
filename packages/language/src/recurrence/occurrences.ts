/**
 * The first day on which a rule falls. Only what a due date needs: the whole
 * series, with its zone and its exceptions, is the server's.
 */
import { type Day, firstOfMonth, lastOfMonth, mondayOf, partsOf, weekdayOf } from "../dates/civil.ts";
import type { Rule } from "./rule.ts";

/** 29 February on a Monday comes at least once in forty years. */
const horizon = 366 * 41;

/**
 * The first day from `from` on that the rule allows, counting its interval
 * from there. Nothing when there is none, as on 30 February.
 */
export function firstOccurrence(rule: Rule, from: Day): Day | undefined {
  for (let day = from; day < from + horizon; day += 1) {
    if (fits(rule, day))
      return rule.until === undefined || day * 86_400_000 <= Date.parse(rule.until) ? day : undefined;
    // Months that are out of the question are stepped over whole.
    if (rule.bymonth && !rule.bymonth.includes(partsOf(day).month)) day = lastOfMonth(day);
  }
  return undefined;
}

function fits(rule: Rule, day: Day): boolean {
  if (!allows(rule, day)) return false;
  if (!rule.bysetpos) return true;
  const { first, last } = periodOf(rule, day);
  const days: Day[] = [];
  for (let each = first; each <= last; each += 1) if (allows(rule, each)) days.push(each);
  return rule.bysetpos.some((place) => days.at(place > 0 ? place - 1 : place) === day);
}

function allows(rule: Rule, day: Day): boolean {
  const { year, month, date } = partsOf(day);
  const { bymonth, bymonthday, byyearday, byweekno } = rule;
  if (bymonth && !bymonth.includes(month)) return false;
  if (bymonthday) {
    const fromEnd = date - (lastOfMonth(day) - firstOfMonth(year, month) + 1) - 1;
    if (!bymonthday.includes(date) && !bymonthday.includes(fromEnd)) return false;
  }
  if (byyearday) {
    const place = day - firstOfMonth(year, 1) + 1;
    const fromEnd = day - firstOfMonth(year + 1, 1);
    if (!byyearday.includes(place) && !byyearday.includes(fromEnd)) return false;
  }
  if (byweekno && !byweekno.includes(weekNumber(day))) return false;
  return allowsWeekday(rule, day);
}

function allowsWeekday(rule: Rule, day: Day): boolean {
  if (!rule.byday) return true;
  const { first, last } = periodOf(rule, day);
  return rule.byday.some(({ weekday, place }) => {
    if (weekday !== weekdayOf(day)) return false;
    if (place === undefined) return true;
    return place > 0
      ? Math.floor((day - first) / 7) + 1 === place
      : -Math.floor((last - day) / 7) - 1 === place;
  });
}

/** In which places are counted: the month, or the year when no month was named. */
function periodOf({ freq, bymonth }: Rule, day: Day) {
  const { year, month } = partsOf(day);
  if (freq === "WEEKLY") return { first: mondayOf(day), last: mondayOf(day) + 6 };
  if (freq === "YEARLY" && !bymonth)
    return { first: firstOfMonth(year, 1), last: firstOfMonth(year + 1, 1) - 1 };
  return { first: firstOfMonth(year, month), last: lastOfMonth(day) };
}

/** ISO 8601: the week with the year's first Thursday is week 1. */
function weekNumber(day: Day): number {
  const thursday = mondayOf(day) + 3;
  return Math.floor((thursday - firstOfMonth(partsOf(thursday).year, 1)) / 7) + 1;
}
