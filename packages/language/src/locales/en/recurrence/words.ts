/** English words of recurrences: what enumerations are made of, and the classes that phrases use. */
import type { DateUnit } from "../../../dates/days.ts";
import { type Item, numbersOf, ofGroup, type Place } from "../../../recurrence/groups.ts";
import type { Frequency } from "../../../recurrence/rule.ts";
import type { RecurrenceWords } from "../../../recurrence/words.ts";
import type { WordClass, WordClasses } from "../../../text/pattern.ts";
import type { Token } from "../../../text/tokens.ts";
import type { PartOfDay } from "../../locale.ts";
import { calendarClasses } from "../calendar.ts";
import { twelveHours } from "../hours.ts";
import { cardinal, ordinal } from "../numbers.ts";

const workdays = [1, 2, 3, 4, 5];
const weekend = [6, 7];
const wholes: Record<string, number[]> = {
  weekday: workdays,
  workday: workdays,
  weeknight: workdays,
  "week-day": workdays,
  schoolday: workdays,
  weekend,
};
const isWorkday = new Set(["business", "working", "work", "week", "school"]);

const numberAt = (of: WordClass | undefined, token: Token) => {
  const value = of?.(token);
  return typeof value === "number" ? value : undefined;
};

const inPlural = (word: string) =>
  /[^su]s$|'s$/u.test(word) && word.length > 4 && !/^(?:thurs|weds|tues)$/u.test(word);

/** Mondays, "mon", and "mon-fri" in one word. */
function weekdays(tokens: Token[], at: number): Item | undefined {
  const token = tokens[at]!;
  const next = tokens[at + 1];
  if (isWorkday.has(token.word) && next && /^(?:day|days)$/u.test(next.word))
    return { values: workdays, to: at + 2, whole: true, plural: next.word === "days" };
  const pieces = token.word.split(/[-–/]/u);
  const days = pieces.map((piece) => weekday(token, piece));
  const [first, ...more] = days;
  if (!first || days.some((day) => !day)) return undefined;
  const plural = pieces.some(inPlural);
  const whole = first.length > 1;
  if (more.length === 0) return { values: first, to: at + 1, plural, whole };
  const through = token.word.includes("/") ? undefined : span(first[0]!, more.at(-1)![0]!);
  const ranged = through !== undefined;
  return { values: through ?? days.flatMap((day) => day!), to: at + 1, plural, ranged };
}

const span = (first: number, last: number) =>
  Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, step) => ((first - 1 + step) % 7) + 1);

function weekday(token: Token, piece: string): number[] | undefined {
  const singular = inPlural(piece) ? piece.replace(/'?s$/u, "") : piece;
  const whole = wholes[singular];
  if (whole) return whole;
  const as = { ...token, word: singular };
  const day = numberAt(calendarClasses.weekday, as) ?? numberAt(calendarClasses.weekdayShort, as);
  return day === undefined ? undefined : [day];
}

function numbers(tokens: Token[], at: number, behind: boolean): Item | undefined {
  const token = tokens[at]!;
  const [, digits] = /^(\d{1,3})(?:st|nd|rd|th)$/u.exec(token.word) ?? [];
  const place = digits ? Number(digits) : (ordinal(token) ?? (token.word === "last" ? -1 : undefined));
  if (place !== undefined) return { ...fromEnd(tokens, at, place), ordinal: true };
  if (token.word === "penultimate") return { values: [-2], to: at + 1, ordinal: true };
  const number = behind || /^\d/u.test(token.word) ? cardinal(token) : undefined;
  return number !== undefined && number >= 1 && number <= 31 ? { values: [number], to: at + 1 } : undefined;
}

/** "second to last", "second last" */
function fromEnd(tokens: Token[], at: number, place: number): Item {
  const [next, last] = [tokens[at + 1]?.word, tokens[at + 2]?.word];
  if (place > 1 && next === "last") return { values: [-place], to: at + 2 };
  if (place > 1 && (next === "to" || next === "from") && last === "last")
    return { values: [-place], to: at + 3 };
  return { values: [place], to: at + 1 };
}

function months(tokens: Token[], at: number): Item | undefined {
  const month = numberAt(calendarClasses.month, tokens[at]!);
  return month === undefined ? undefined : { values: [month], to: at + 1 };
}

/** "8am", "20:30", "8 am", "noon" */
function times(tokens: Token[], at: number): Item | undefined {
  const token = tokens[at]!;
  if (token.word === "noon") return { values: [720], to: at + 1 };
  const clock = numberAt(calendarClasses.clock, token) ?? numberAt(calendarClasses.unsureClock, token);
  if (clock !== undefined) return { values: [clock], to: at + 1 };
  const next = tokens[at + 1];
  const meridiem = next && calendarClasses.meridiem?.(next);
  const hour = meridiem ? numberAt(calendarClasses.hour, token) : undefined;
  const minutes = hour === undefined ? undefined : twelveHours(hour, 0, String(meridiem));
  return minutes === undefined ? undefined : { values: [minutes], to: at + 2 };
}

export const items: RecurrenceWords["items"] = { weekdays, months, times, numbers };

const units: Record<string, Frequency> = {
  // "every second page" is every other one.
  seconds: "SECONDLY",
  sec: "SECONDLY",
  minute: "MINUTELY",
  min: "MINUTELY",
  hour: "HOURLY",
  hr: "HOURLY",
  day: "DAILY",
  night: "DAILY",
  week: "WEEKLY",
  wk: "WEEKLY",
  fortnight: "WEEKLY",
  month: "MONTHLY",
  quarter: "MONTHLY",
  year: "YEARLY",
  yr: "YEARLY",
};
/** Of the frequency above. */
const sizes: Record<string, number> = { fortnight: 2, quarter: 3 };
const dateUnits = new Set<string>(["day", "week", "month", "year"] satisfies DateUnit[]);

const adverbs: Record<string, string> = {
  hourly: "hour",
  daily: "day",
  everyday: "day",
  nightly: "night",
  weekly: "week",
  fortnightly: "fortnight",
  monthly: "month",
  quarterly: "quarter",
  yearly: "year",
  annually: "year",
  annual: "year",
};
/** "biweekly" is heard as every other week, "biannually" as twice a year. */
const prefixed: Record<string, [unit: string, count: number]> = {
  biweekly: ["week", 2],
  bimonthly: ["month", 2],
  biannually: ["month", 6],
  biannual: ["month", 6],
  semiannually: ["month", 6],
  semiannual: ["month", 6],
  halfyearly: ["month", 6],
  biennially: ["year", 2],
  biyearly: ["year", 2],
  triweekly: ["week", 3],
  trimonthly: ["month", 3],
};

const parts: Record<string, PartOfDay> = {
  morning: "morning",
  afternoon: "afternoon",
  evening: "evening",
  night: "night",
};

const singular = (word: string) => word.replace(/s$/u, "");
const own = <Value>(table: Record<string, Value>, word: string) =>
  Object.hasOwn(table, word) ? table[word] : undefined;

/** A unit with how many of its frequency it is: "fortnight" → "WEEKLY 2". */
export function frequencyOf(unit: unknown): { freq: Frequency; size: number } {
  const word = String(unit);
  const [base = word, count = 1] = own(prefixed, word) ?? [own(adverbs, word) ?? word];
  return { freq: units[base] ?? "DAILY", size: count * (sizes[base] ?? 1) };
}

export const adverb: WordClass = ({ word }) => {
  const plain = word.replace("-", "");
  return (own(adverbs, plain) ?? own(prefixed, plain)) ? plain : undefined;
};

export const isNight = (unit: unknown) => unit === "night" || unit === "nightly";
export const partOf = (value: unknown): PartOfDay => parts[String(value)] ?? "morning";
export const dateUnitOf = (value: unknown) => String(value) as DateUnit;
export const placesOf = (value: unknown): Place[] => JSON.parse(String(value));
export { numbersOf };

const short =
  (pattern: RegExp): WordClass =>
  ({ word }) => {
    const [, digits] = pattern.exec(word) ?? [];
    return digits === undefined ? undefined : Number(digits);
  };

export const classes: WordClasses = {
  weekdays: ofGroup(({ weekdays }) => weekdays),
  /** Three or more, each by its name: two may be said of a single week. */
  weekdaysListed: ofGroup(({ weekdays, ranged }) =>
    weekdays && weekdays.length > 2 && !ranged ? weekdays : undefined,
  ),
  weekdaysPlural: ofGroup(({ weekdays, plural }) => (plural ? weekdays : undefined)),
  months: ofGroup((group) => group.months),
  times: ofGroup((group) => (group.times && group.times.length > 1 ? group.times : undefined)),
  hours: ofGroup((group) => {
    const hours = group.numbers ?? [];
    return hours.length > 1 && !group.ordinal && hours.every((hour) => hour < 24) ? hours : undefined;
  }),
  dates: ofGroup((group) => (group.numbers?.every((date) => date > 0) ? group.numbers : undefined)),
  numbers: ofGroup((group) => group.numbers),
  ordinals: ofGroup(({ ordinal: isOrdinal, numbers: values }) => (isOrdinal ? values : undefined)),
  places: ofGroup(({ places, plural }) => (places && !plural ? JSON.stringify(places) : undefined)),
  count: cardinal,
  other: ({ word }) => (word === "other" || word === "alternate" ? 2 : undefined),
  nth: ofGroup(({ ordinal: isOrdinal, numbers: [only, ...more] = [] }) =>
    isOrdinal && only !== undefined && only > 0 && more.length === 0 ? only : undefined,
  ),
  unit: ({ word }) => {
    const unit = word === "seconds" ? word : singular(word);
    return own(units, unit) ? unit : undefined;
  },
  dateUnit: ({ word }) => {
    const unit = singular(word);
    return dateUnits.has(unit) ? unit : undefined;
  },
  part: ({ word }) => (own(parts, singular(word)) ? singular(word) : undefined),
  otherPart: ({ word }) => (own(parts, word) ? word : undefined),
  partPlural: ({ word }) => (word.endsWith("s") && own(parts, singular(word)) ? singular(word) : undefined),
  adverb,
  /** "3x" */
  countX: short(/^(?:x(?=\d))?(\d{1,3})(?:x|(?<=x\d+))$/u),
  /** "2w" behind "every" */
  daysShort: short(/^(\d{1,3})d$/u),
  weeksShort: short(/^(\d{1,3})w$/u),
  hoursShort: short(/^(\d{1,3})h$/u),
  monthsShort: short(/^(\d{1,3})mo$/u),
};
