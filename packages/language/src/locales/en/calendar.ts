/** English words of the calendar and the clock, each recognised in a single token. */
import type { DateUnit } from "../../dates/days.ts";
import type { WordClasses } from "../../text/pattern.ts";
import { oneSlipApart } from "../../text/similar.ts";
import type { Token } from "../../text/tokens.ts";
import { amount, cardinal, ordinal } from "./numbers.ts";

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const weekdayShort = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const weekdayOther: Record<string, number> = { tues: 2, weds: 3, thur: 4, thurs: 4 };
/** Words one slip away from a weekday. */
const notWeekdays = new Set(["sundae", "mundane", "midday", "someday", "payday"]);

const months = [
  "january february march april may june july august september october november december",
  "jan feb mar apr may jun jul aug sep oct nov dec",
].map((line) => line.split(" "));

const units: Record<string, DateUnit> = {
  day: "day",
  week: "week",
  wk: "week",
  month: "month",
  year: "year",
  yr: "year",
};
const clockUnits: Record<string, number> = { minute: 1, min: 1, hour: 60, hr: 60, h: 60 };
const parts = new Set(["morning", "afternoon", "evening", "night"]);

const withoutPlural = (word: string) => word.replace(/s$/u, "");
const indexFrom1 = (words: string[], word: string) => words.indexOf(word) + 1 || undefined;

function weekday({ word }: Token): number | undefined {
  const exact = indexFrom1(weekdays, word) ?? weekdayOther[word];
  if (exact || word.length < 5 || word.endsWith("s") || notWeekdays.has(word)) return exact;
  const index = weekdays.findIndex((name) => oneSlipApart(name, word));
  return index >= 0 ? index + 1 : undefined;
}

function month({ word }: Token): number | undefined {
  const plain = word === "sept" ? "sep" : word;
  return indexFrom1(months[0]!, plain) ?? indexFrom1(months[1]!, plain);
}

/** A time nobody takes for something else, in minutes: "17:00", "5pm", "5:30pm", "5.30pm". */
function clock({ word }: Token): number | undefined {
  const said = /^@?(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})?([ap])\.?m$/u.exec(word);
  if (said) return twelveHours(Number(said[1]), Number(said[2] ?? 0), said[3]!);
  const full = /^@?(\d{1,2})[:h](\d{2})(?::\d{2})?$/u.exec(word);
  if (!full || (Number(full[1]) < 13 && !full[1]!.startsWith("0"))) return undefined;
  return minutesOf(Number(full[1]), Number(full[2]));
}

/** "5:30" may be in the afternoon. */
function unsureClock({ word }: Token): number | undefined {
  const said = /^@?([1-9]|1[0-2])[:h](\d{2})$/u.exec(word);
  return said ? minutesOf(Number(said[1]), Number(said[2])) : undefined;
}

const minutesOf = (hour: number, minute: number) =>
  hour <= 23 && minute <= 59 ? hour * 60 + minute : undefined;

export function twelveHours(hour: number, minute: number, meridiem: string): number | undefined {
  if (hour < 1 || hour > 12) return hour <= 23 && meridiem === "p" ? minutesOf(hour, minute) : undefined;
  return minutesOf((hour % 12) + (meridiem === "p" ? 12 : 0), minute);
}

function meridiem({ word }: Token): string | undefined {
  return /^[ap]\.?m$/u.test(word) ? word[0] : undefined;
}

function iso({ word }: Token): string | undefined {
  const said = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t(\d{2}):(\d{2}).*)?$/u.exec(word);
  return said
    ? said
        .slice(1)
        .map((digits) => digits ?? "")
        .join(" ")
    : undefined;
}

function slash({ word }: Token): string | undefined {
  const said = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/u.exec(word);
  // "5.12" is a number and "2-4" a range; with a year they are dates.
  if (!said || word === "24/7" || (said[2] !== "/" && !said[4])) return undefined;
  const year = said[4]?.length === 2 ? `20${said[4]}` : said[4];
  // Where dots part a date, the day comes first.
  const [left, right] = said[2] === "." ? [said[3], said[1]] : [said[1], said[3]];
  return [left, right, year ?? "", said[2]].join(" ");
}

const whole = (token: Token, low: number, high: number) => {
  const value = /^\d+$/u.test(token.word) ? Number(token.word) : undefined;
  return value !== undefined && value >= low && value <= high ? value : undefined;
};

/** "2h", "30min", "3d" as one token. */
function short(pattern: RegExp) {
  return ({ word }: Token) => {
    const said = pattern.exec(word);
    return said ? Number(said[1]) : undefined;
  };
}

export const calendarClasses: WordClasses = {
  weekday,
  weekdayShort: ({ word }) => indexFrom1(weekdayShort, word),
  month,
  date: (token) => whole(token, 1, 31) ?? ordinal(token),
  nth: ordinal,
  nthDigits: (token) => (/^\d/u.test(token.word) ? ordinal(token) : undefined),
  year: (token) => (token.word.length === 4 ? whole(token, 1900, 2199) : undefined),
  amount,
  count: cardinal,
  unit: ({ word }) => units[withoutPlural(word).replace("'", "")],
  clockUnit: ({ word }) => clockUnits[withoutPlural(word)],
  hoursShort: short(/^(\d{1,3})(?:h|hr|hrs)$/u),
  minutesShort: short(/^(\d{1,4})(?:m|min|mins)$/u),
  daysShort: short(/^(\d{1,4})d$/u),
  weeksShort: short(/^(\d{1,3})w$/u),
  clock,
  unsureClock,
  hour: (token) => whole(token, 0, 24) ?? hourWord(token),
  atHour: ({ word }) =>
    /^@\d{1,2}$/u.test(word) && Number(word.slice(1)) <= 24 ? Number(word.slice(1)) : undefined,
  minute: (token) => whole(token, 1, 59) ?? cardinal(token),
  meridiem,
  part: ({ word }) => (parts.has(word) ? word : undefined),
  iso,
  slash,
};

function hourWord(token: Token): number | undefined {
  const hour = cardinal(token);
  return hour !== undefined && hour >= 1 && hour <= 12 ? hour : undefined;
}
