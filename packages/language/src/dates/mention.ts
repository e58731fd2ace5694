/** What a search for dates works with, and finds. */
import type { ClockTime, Locale, PartOfDay } from "../locales/locale.ts";
import type { When } from "../meaning.ts";
import type { Range } from "../text/pattern.ts";
import type { Token } from "../text/tokens.ts";
import type { Clock } from "./clock.ts";
import type { Days } from "./days.ts";

/** Tokens that say when. Has a day, a time, or both; `at` is exact and counted from now. */
export interface Mention extends Range {
  days?: Days;
  time?: ClockTime;
  part?: PartOfDay;
  at?: When;
  /** May as well describe what follows: "Friday pizza". */
  describes?: true;
  /** Which of the tokens say the day and which the time. */
  day_range?: Range;
  time_range?: Range;
}

export interface Search {
  tokens: Token[];
  /** Where is looked; everything outside belongs to something else. */
  range: Range;
  words: Locale["dates"];
  clock: Clock;
  /** Also find what lies behind us: "yesterday". */
  past: boolean;
  /** What was found to begin at each token to the right. */
  starting: (Mention | undefined)[];
}

const closing = /[.,;:!?)\]\n]/u;

/** Whether something ends between a token and the next. */
export const closes = (gap: string) => closing.test(gap);

/** Whether a phrase that ends before this token is over: punctuation, a small word, a marker. */
export function isEdge(tokens: Token[], at: number, words: Locale["dates"]): boolean {
  const next = tokens[at];
  return !next || closes(next.before) || words.edges.has(next.word) || /^[+@#*!]/u.test(next.text);
}

/** The end of the text, or a place where a phrase may end. */
export function isOver({ tokens, range, words, starting }: Search, at: number): boolean {
  return at >= range.to || starting[at] !== undefined || isEdge(tokens, at, words);
}

export const isLed = ({ tokens, range }: Search, from: number, leads: Set<string>) =>
  from > range.from && leads.has(tokens[from - 1]!.word);
