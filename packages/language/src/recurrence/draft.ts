/** What the words of a recurrence say, piece by piece, and the rule that follows when all are read. */
import type { DateUnit, DaysAt } from "../dates/days.ts";
import type { PartOfDay } from "../locales/locale.ts";
import type { Frequency, Rule, RuleDay } from "./rule.ts";

export interface Draft {
  freq?: Frequency;
  interval?: number;
  weekdays?: number[];
  /** "except Wednesday" */
  not_weekdays?: number[];
  /** "the second Friday"; with `whole`, "the last workday": one place among several weekdays. */
  places?: { places: number[]; weekdays: number[]; whole: boolean }[];
  /** "the 4th" of whatever the frequency is: a day of the week, month or year. */
  dates?: number[];
  /** "the 4th day of the year" */
  yeardays?: number[];
  months?: number[];
  weeks?: number[];
  /** "the first and last instance of" */
  positions?: number[];
  /** Several times a day, in minutes since midnight. */
  times?: number[];
  count?: number;
  /** "for three weeks" */
  lasts?: { amount: number; unit: DateUnit };
  /** "until 30 June", where one phrase says all of it. */
  until?: DaysAt;
  part?: PartOfDay;
  /** "every morning and evening" */
  parts?: PartOfDay[];
  after_completion?: true;
}

/** Nothing when the pieces make no rule. */
export function ruleFrom({ not_weekdays, ...said }: Draft): Rule | undefined {
  const draft = not_weekdays ? without(said, not_weekdays) : said;
  if (draft.weekdays?.length === 0) return undefined;
  const freq = frequencyOf(draft);
  const interval = draft.interval ?? 1;
  if (!freq || interval < 1 || interval > 9999 || !Number.isInteger(interval)) return undefined;
  const rule: Rule = { freq, interval };
  if (draft.months) rule.bymonth = inOrder(draft.months);
  if (draft.weeks) rule.byweekno = inOrder(draft.weeks);
  if (draft.yeardays) rule.byyearday = inOrder(draft.yeardays);
  setDates(rule, draft.dates);
  setDays(rule, draft);
  if (draft.positions) rule.bysetpos = draft.positions;
  if (draft.count !== undefined && draft.count > 0) rule.count = draft.count;
  return setTimes(rule, draft.times) ? rule : undefined;
}

/** "every day except Sunday" */
function without(draft: Draft, left_out: number[]): Draft {
  const weekdays = (draft.weekdays ?? [1, 2, 3, 4, 5, 6, 7]).filter((day) => !left_out.includes(day));
  return { ...draft, weekdays };
}

function frequencyOf({ freq, weekdays, places, dates, yeardays, months, weeks, interval }: Draft) {
  if (freq === "DAILY" && weekdays && (interval ?? 1) === 1) return "WEEKLY";
  if (freq === "WEEKLY" && places) return "MONTHLY";
  if (freq === "WEEKLY" && weeks) return "YEARLY";
  if (freq) return freq;
  if (weeks || yeardays || months) return "YEARLY";
  if (places || dates) return "MONTHLY";
  return weekdays ? "WEEKLY" : undefined;
}

function setDates(rule: Rule, dates: number[] | undefined) {
  if (!dates) return;
  if (rule.freq === "YEARLY" && !rule.bymonth) rule.byyearday = inOrder(dates);
  // Where people count the days of a week, Sunday is the first.
  else if (rule.freq === "WEEKLY") rule.byday = dates.map((date) => ({ weekday: date > 1 ? date - 1 : 7 }));
  else rule.bymonthday = inOrder(dates);
}

function setDays(rule: Rule, { weekdays, places }: Draft) {
  const days: RuleDay[] = rule.byday ?? [];
  for (const each of places ?? []) {
    if (each.whole) {
      days.push(...each.weekdays.map((weekday) => ({ weekday })));
      rule.bysetpos = each.places;
    } else
      for (const weekday of each.weekdays) for (const place of each.places) days.push({ weekday, place });
  }
  if (weekdays) days.push(...inOrder(weekdays).map((weekday) => ({ weekday })));
  if (days.length > 0) rule.byday = days;
}

/** A rule names hours and minutes apart, so 9:00 and 17:30 don't fit into one. */
function setTimes(rule: Rule, times: number[] | undefined): boolean {
  if (!times) return true;
  const minutes = new Set(times.map((time) => time % 60));
  if (minutes.size > 1) return false;
  const [minute = 0] = minutes;
  rule.byhour = inOrder(times.map((time) => Math.floor(time / 60)));
  if (minute > 0) rule.byminute = [minute];
  return true;
}

/** From the end behind those from the start, each once. */
const inOrder = (numbers: number[]) =>
  [...new Set(numbers)].sort((a, b) => Number(a < 0) - Number(b < 0) || a - b);
