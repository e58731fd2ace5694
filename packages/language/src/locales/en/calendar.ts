/** English words of the calendar and the clock, each recognised in a single token. */
import type { PeriodUnit } from "../../dates/days.ts";
import type { WordClasses } from "../../text/pattern.ts";
import { oneSlipApart } from "../../text/similar.ts";
import type { Token } from "../../text/tokens.ts";
import { hourClasses } from "./hours.ts";
import { cardinal, ordinal } from "./numbers.ts";

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const weekdayShort = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const weekdayOther: Record<string, number> = {
  tues: 2,
  weds: 3,
  thur: 4,
  thurs: 4,
  tusday: 2,
  wensday: 3,
  wendsday: 3,
  thurday: 4,
};
/** Words one slip away from a weekday. */
const notWeekdays = new Set(["sundae", "mundane", "midday", "someday", "payday", "sudan"]);

const months = [
  "january february march april may june july august september october november december",
  "jan feb mar apr may jun jul aug sep oct nov dec",
].map((line) => line.split(" "));
/** Shorter names have neighbours that are words: "marsh", "jury". */
const longEnoughToSlip = 6;

const periods: Record<string, PeriodUnit> = {
  week: "week",
  wk: "week",
  month: "month",
  quarter: "quarter",
  qtr: "quarter",
  year: "year",
  yr: "year",
};

const indexFrom1 = (words: string[], word: string) => words.indexOf(word) + 1 || undefined;
const withoutPlural = (word: string) => word.replace(/['’]?s$/u, "");

function weekday({ word }: Token): number | undefined {
  const exact =
    indexFrom1(weekdays, word) ?? (Object.hasOwn(weekdayOther, word) ? weekdayOther[word] : undefined);
  if (exact || word.length < 5 || word.endsWith("s") || notWeekdays.has(word)) return exact;
  const index = weekdays.findIndex((name) => oneSlipApart(name, word));
  return index >= 0 ? index + 1 : undefined;
}

function monthNamed(name: string): number | undefined {
  return indexFrom1(months[0]!, name) ?? indexFrom1(months[1]!, name === "sept" ? "sep" : name);
}

function month({ word: plain }: Token): number | undefined {
  const exact = monthNamed(plain);
  if (exact || plain.length < longEnoughToSlip) return exact;
  const index = months[0]!.findIndex((name) => name.length >= longEnoughToSlip && oneSlipApart(name, plain));
  return index >= 0 ? index + 1 : undefined;
}

/** Two digits of a year: what lies more than a generation ahead was in the last century. */
const fullYear = (digits: string) =>
  digits.length === 2 ? Number(digits) + (Number(digits) < 50 ? 2000 : 1900) : Number(digits);

/** "2026-12-01", "2026/12/1", "2026-12-01T15:30": "year month date [hours minutes]". */
function iso({ word }: Token): string | undefined {
  const said = /^(\d{4})[-/.:](\d{1,2})[-/.:](\d{1,2})(?:t(\d{2}):(\d{2}).*)?$/u.exec(word);
  return said
    ?.slice(1)
    .map((digits) => digits ?? "")
    .join(" ");
}

/** "20261201", which may be the number of anything. */
function compactIso({ word }: Token): string | undefined {
  return /^((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])$/u.exec(word)?.slice(1).join(" ");
}

/** "3/4", "13/4/26", "24.12.2026", "01.10": "left right year mark" in the order of the locale. */
function slash({ word }: Token): string | undefined {
  const said = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/u.exec(word);
  if (!said || word === "24/7") return undefined;
  const [, first, mark, second, digits] = said;
  // "5.12" is a number and "2-4" a range; with a year they are dates, and nobody writes numbers like "01.10".
  const isDate = mark === "/" || digits || (mark === "." && /^(?:0\d\.\d\d|\d\d\.0\d)$/u.test(word));
  if (!isDate) return undefined;
  const year = digits ? String(fullYear(digits)) : "";
  return [first, second, year, mark].join(" ");
}

/** "Oct2", "15Sep", "31/Oct/1974", "oct-2": "month date year". */
function written({ word }: Token): string | undefined {
  const yearFirst = /^(\d{4})[-/](\p{L}{3,9})[-/](\d{1,2})$|^(\d{4})[-/](\d{1,2})[-/](\p{L}{3,9})$/u.exec(
    word,
  );
  if (yearFirst) {
    const named = monthNamed(yearFirst[2] ?? yearFirst[6]!);
    return named === undefined
      ? undefined
      : [named, yearFirst[3] ?? yearFirst[5], yearFirst[1] ?? yearFirst[4]].join(" ");
  }
  const said =
    /^(\d{1,2})(?:st|nd|rd|th)?[-/]?(\p{L}{3,9})(?:[-/,.]?(\d{4}|(?<=[-/])\d{2}))?$/u.exec(word) ??
    /^(\p{L}{3,9})[-/.]?(\d{1,2})(?:st|nd|rd|th)?(?:[-/,](\d{4}|(?<=[-/])\d{2}))?$/u.exec(word);
  if (!said) return undefined;
  const dayFirst = /^\d/u.test(word);
  const [name, date] = dayFirst ? [said[2]!, said[1]!] : [said[1]!, said[2]!];
  const number = monthNamed(name);
  return number === undefined
    ? undefined
    : [number, date, said[3] === undefined ? "" : fullYear(said[3])].join(" ");
}

const whole = (token: Token, low: number, high: number) => {
  const value = /^\d+$/u.test(token.word) ? Number(token.word) : undefined;
  return value !== undefined && value >= low && value <= high ? value : undefined;
};

/** "10," of "1,2010" */
function dateComma({ word }: Token): string | undefined {
  const said = /^(\d{1,2})(?:st|nd|rd|th)?,(\d{4})$/u.exec(word);
  return said ? `${said[1]} ${said[2]}` : undefined;
}

/** "2" of "2 / 15" */
function beforeSlash(token: Token): number | undefined {
  return /^\s+[/]\s+$/u.test(token.after) ? whole(token, 1, 31) : undefined;
}

function wordDate({ word }: Token): number | undefined {
  const value = /^\p{L}/u.test(word) ? cardinal({ word } as Token) : undefined;
  return value !== undefined && value >= 1 && value <= 31 ? value : undefined;
}

const weekdayPlural = ({ word }: Token) => {
  const single = word.replace(/s$/u, "");
  return single === word ? undefined : (indexFrom1(weekdays, single) ?? indexFrom1(weekdayShort, single));
};

export const calendarClasses: WordClasses = {
  ...hourClasses,
  weekday,
  weekdayShort: ({ word }) => indexFrom1(weekdayShort, word),
  /** Where what stands beside it leaves no doubt. */
  anyWeekday: (token) => weekday(token) ?? indexFrom1(weekdayShort, token.word),
  weekdayPlural,
  month,
  date: (token) => whole(token, 1, 31) ?? ordinal(token) ?? wordDate(token),
  dateDigits: (token) => whole(token, 1, 31),
  nth: ordinal,
  nthDigits: (token) => (/^\d/u.test(token.word) ? ordinal(token) : undefined),
  last: ({ word }) => (word === "last" ? -1 : undefined),
  /** Behind "twenty". */
  nthOnes: (token) => {
    const value = /^\p{L}/u.test(token.word) ? ordinal(token) : undefined;
    return value !== undefined && value < 10 ? value : undefined;
  },
  dateTens: ({ word }) => (word === "twenty" ? 20 : word === "thirty" ? 30 : undefined),
  year: (token) => (token.word.length === 4 ? whole(token, 1900, 2199) : undefined),
  count: cardinal,
  unit: ({ word }) => periods[withoutPlural(word)],
  season: ({ word }) => seasons[word],
  quarterName: ({ word }) => (/^q[1-4]$/u.test(word) ? Number(word[1]) : undefined),
  part: ({ word }) => (parts.has(word) ? word : undefined),
  iso,
  compactIso,
  slash: (token) => (slash(token)?.includes("  ") ? slash(token) : undefined),
  slashYear: (token) => (slash(token)?.includes("  ") ? undefined : slash(token)),
  /** "2-15": a date only where the words before say so. */
  dashed: ({ word }) => {
    const said = /^(\d{1,2})-(\d{1,2})$/u.exec(word);
    return said && Math.max(Number(said[1]), Number(said[2])) > 12 ? `${said[1]} ${said[2]}  -` : undefined;
  },
  /** "this may" is a verb as well. */
  sureMonth: (token) => (token.text === "may" ? undefined : month(token)),
  /** "9-11" behind a month. */
  dateRange: ({ word }) => {
    const said = /^(\d{1,2})[-–](\d{1,2})$/u.exec(word);
    return said && Number(said[1]) < Number(said[2]) ? Number(said[1]) : undefined;
  },
  dateEnd: (token) => whole(token, 1, 31) ?? ordinal(token),
  written,
  dateComma,
  beforeSlash,
  /** "04/2016" */
  monthYear: ({ word }) =>
    /^(?:0?[1-9]|1[0-2])\/(?:19|20)\d\d$/u.test(word) ? word.replace("/", " ") : undefined,
};

const parts = new Set(["morning", "afternoon", "evening", "night"]);
/** First month of a northern season. */
const seasons: Record<string, number> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };
