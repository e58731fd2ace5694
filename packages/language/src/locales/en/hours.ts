/** English words of the clock, each recognised in a single token. Minutes count from midnight. */
import type { WordClasses } from "../../text/pattern.ts";
import type { Token } from "../../text/tokens.ts";
import { cardinal, onesWord, tensWord } from "./numbers.ts";

const minutesOf = (hour: number, minute: number) =>
  hour <= 23 && minute <= 59 ? hour * 60 + minute : undefined;

export function twelveHours(hour: number, minute: number, meridiem: string): number | undefined {
  if (hour < 1 || hour > 12) return hour <= 23 && meridiem === "p" ? minutesOf(hour, minute) : undefined;
  return minutesOf((hour % 12) + (meridiem === "p" ? 12 : 0), minute);
}

/** A time nobody takes for something else: "17:00", "5pm", "5:30pm", "5.30pm", "530pm", "17:00:24". */
function clock({ word }: Token): number | undefined {
  const said =
    /^@?(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})?([ap])\.?m?$/u.exec(word) ??
    /^@?(\d{1,2})([0-5]\d)([ap])m$/u.exec(word);
  if (said) return twelveHours(Number(said[1]), Number(said[2] ?? 0), said[3]!);
  const full = /^@?(\d{1,2})[:h](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?$/u.exec(word);
  if (!full || (Number(full[1]) < 13 && !/^0/u.test(full[1]!))) return undefined;
  return minutesOf(Number(full[1]), Number(full[2]));
}

/** "5:30" may be in the afternoon. */
function unsureClock({ word }: Token): number | undefined {
  const said = /^@?([1-9]|1[0-2])[:h](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?$/u.exec(word);
  return said ? minutesOf(Number(said[1]), Number(said[2])) : undefined;
}

/** "2-3pm", "9:30-11am": when it begins, in the half of the day that its end leaves it. */
function clockRange({ word }: Token): number | undefined {
  const said =
    /^@?(\d{1,2})(?:[:.](\d{2}))?([ap]m?)?[-–](\d{1,2})(?:[:.](\d{2}))?([ap])m?$/u.exec(word) ??
    /^@?(\d{1,2}):(\d{2})()[-–](\d{1,2}):(\d{2})()$/u.exec(word);
  if (!said) return undefined;
  const [hour, minute] = [Number(said[1]), Number(said[2] ?? 0)];
  if (said[3]) return twelveHours(hour, minute, said[3][0]!);
  if (!said[6]) return hour >= 13 || said[1]!.startsWith("0") ? minutesOf(hour, minute) : undefined;
  return beforeEnd(minutesOf(hour, minute), twelveHours(Number(said[4]), Number(said[5] ?? 0), said[6]));
}

/** "9" of "9 to 5pm" is in the morning, "2" of "2 to 3pm" in the afternoon. */
export function beforeEnd(start: number | undefined, end: number | undefined): number | undefined {
  if (start === undefined || end === undefined) return undefined;
  const later = (start % 720) + 720;
  return start < 780 && later <= end ? later : start;
}

const whole = ({ word }: Token, low: number, high: number) => {
  const value = /^\d{1,2}$/u.test(word) ? Number(word) : undefined;
  return value !== undefined && value >= low && value <= high ? value : undefined;
};

function hourWord(token: Token): number | undefined {
  const hour = /^\p{L}/u.test(token.word) ? cardinal(token) : undefined;
  return hour !== undefined && hour >= 1 && hour <= 24 ? hour : undefined;
}

function inWords(token: Token, low: number, high: number): number | undefined {
  const value = /^\p{L}/u.test(token.word) ? cardinal(token) : undefined;
  return value !== undefined && value >= low && value <= high ? value : undefined;
}

export const hourClasses: WordClasses = {
  clock,
  unsureClock,
  clockRange,
  hour: (token) => whole(token, 0, 24) ?? hourWord(token),
  toHour: (token) => whole(token, 1, 24) ?? hourWord(token),
  atHour: ({ word }) =>
    /^@\d{1,2}$/u.test(word) && Number(word.slice(1)) <= 24 ? Number(word.slice(1)) : undefined,
  hourIsh: ({ word }) => {
    const said = /^(\d{1,2}?):?([0-5]\d)?-?ish$/u.exec(word);
    return said && Number(said[1]) <= 12 ? Number(said[1]) * 60 + Number(said[2] ?? 0) : undefined;
  },
  /** "16h": a time beside a date or behind "at", else a length. */
  hourMark: ({ word }) => {
    const said = /^(\d{1,2})h$/u.exec(word);
    return said && Number(said[1]) <= 23 ? Number(said[1]) : undefined;
  },
  /** "0830", "1730" */
  fourDigits: ({ word }) => {
    const said = /^([01]\d|2[0-3])([0-5]\d)$/u.exec(word);
    return said ? Number(said[1]) * 60 + Number(said[2]) : undefined;
  },
  /** "1140" of "1140 am" */
  compactClock: ({ word }) => {
    const said = /^([1-9]|1[0-2])([0-5]\d)$/u.exec(word);
    return said ? Number(said[1]) * 60 + Number(said[2]) : undefined;
  },
  /** "1730h", "0830hrs" */
  military: ({ word }) => {
    const said = /^([01]\d|2[0-3])([0-5]\d)h(?:rs|ours)?$/u.exec(word);
    return said ? Number(said[1]) * 60 + Number(said[2]) : undefined;
  },
  dotted: ({ word }) => {
    const said = /^([01]?\d|2[0-3])\.([0-5]\d)$/u.exec(word);
    return said ? Number(said[1]) * 60 + Number(said[2]) : undefined;
  },
  minute: (token) => whole(token, 1, 59) ?? inWords(token, 1, 59),
  /** The minutes that one counts from an hour without saying so: "ten to four". */
  fives: (token) => {
    const value = whole(token, 5, 25) ?? inWords(token, 5, 25);
    return value !== undefined && value % 5 === 0 ? value : undefined;
  },
  /** "seven thirty", "seven twenty-seven" */
  minuteWords: (token) => inWords(token, 10, 59),
  /** "15" of "12 15" */
  minuteDigits: (token) => (/^[0-5]\d$/u.test(token.word) ? Number(token.word) : undefined),
  tens: (token) => {
    const value = tensWord(token);
    return value !== undefined && value < 60 ? value : undefined;
  },
  ones: onesWord,
  meridiem: ({ word }) => (/^[ap]\.?m$/u.test(word) ? word[0] : undefined),
  meridiemLetter: ({ word }) => (word === "a" || word === "p" ? word : undefined),
};
