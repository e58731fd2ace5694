/** A text on the table: cut into tokens, with everything one needs to understand it. */
import { type Clock, readClock } from "../dates/clock.ts";
import type { Locale } from "../locales/locale.ts";
import { localeOf } from "../locales/locales.ts";
import type { Intention, InterpretContext, InterpretOptions, Span } from "../meaning.ts";
import { findRecurrences, type RecurrenceMention } from "../recurrence/mentions.ts";
import { findReminders, type ReminderMention } from "../reminders/mentions.ts";
import type { Range } from "./pattern.ts";
import { type Token, tokenize } from "./tokens.ts";

/** By the range of tokens, "from-to". */
export type Remembered<Answer> = Map<string, { answer: Answer }>;

export interface Reading {
  text: string;
  tokens: Token[];
  clock: Clock;
  locale: Locale;
  context: InterpretContext;
  /** Where it says that something comes back. */
  recurrences: RecurrenceMention[];
  /** Where it says when to remind the person. */
  reminders: ReminderMention[];
  /** What phrases made of the requests tried so far, by their range: looking for cuts reads the same words again and again. */
  answers: Remembered<Intention[] | undefined>;
  /** The same for what is guessed where no phrase fits. */
  guesses: Remembered<Intention[]>;
}

export function openReading(
  text: string,
  { now, time_zone, locale: tag, context = {} }: InterpretOptions,
): Reading {
  const written = tokenize(text);
  const locale = localeOf(written, tag);
  const tokens = locale.prepare(written);
  const clock = readClock(now, time_zone, tag);
  return {
    text,
    tokens,
    clock,
    recurrences: findRecurrences(tokens, { from: 0, to: tokens.length }, locale, clock),
    reminders: findReminders(tokens, locale, clock),
    locale,
    context,
    answers: new Map(),
    guesses: new Map(),
  };
}

export const whole = ({ tokens }: Reading): Range => ({ from: 0, to: tokens.length });

export function spanOf({ tokens }: Reading, { from, to }: Range): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

/** The words as typed; a lone quotation without its marks. */
export function wordsOf(reading: Reading, range: Range): string {
  const { text, tokens } = reading;
  const first = tokens[range.from];
  if (!first || range.to <= range.from) return "";
  if (range.to - range.from === 1 && first.quoted) return first.text;
  const { start, end } = withOwnMarks(text, spanOf(reading, range));
  return text.slice(start, end);
}

const pairs: Record<string, string> = { "(": ")", "[": "]", "{": "}", "<": ">", '"': '"', "“": "”" };

/** Punctuation isn't part of a token, but brackets that are opened or closed inside belong to the words: "<b>bold</b>", "sink (kitchen)". */
function withOwnMarks(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const count = (mark: string) => words.split(mark).length - 1;
  for (;;) {
    const left = text[start - 1] ?? "";
    const right = text[end] ?? "";
    const close = pairs[left];
    if (close !== undefined && close === right) {
      start -= 1;
      end += 1;
    } else if (close !== undefined && close !== left && count(close) > count(left)) {
      return { start: start - 1, end };
    } else {
      const open = Object.keys(pairs).find((mark) => pairs[mark] === right && mark !== right);
      return { start, end: open !== undefined && count(open) > count(right) ? end + 1 : end };
    }
  }
}

/** Tokens of a range that weren't used up, as typed, joined where something was taken out. */
export function wordsLeft(reading: Reading, range: Range, isTaken: (at: number) => boolean): string {
  return runsLeft(range, isTaken)
    .map((run) => wordsOf(reading, run))
    .join(" ");
}

export function runsLeft(range: Range, isTaken: (at: number) => boolean): Range[] {
  const runs: Range[] = [];
  for (let at = range.from; at < range.to; at += 1) {
    if (isTaken(at)) continue;
    const last = runs.at(-1);
    if (last?.to === at) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  }
  return runs;
}
