/** Understands one request: politeness off, phrases tried in order, and an honest shrug when none fits. */
import { findMentions } from "../dates/mentions.ts";
import type { Intention } from "../meaning.ts";
import { match, type Pattern, type Range } from "../text/pattern.ts";
import type { Reading, Remembered } from "../text/reading.ts";
import { readAdd } from "./add.ts";
import { startsWithVerb } from "./items.ts";
import { readers } from "./readers.ts";
import { speaksOfTasks } from "./readers-find.ts";
import { isExplicit } from "./reference.ts";

/** From here on a phrase can't be mistaken for part of a title. */
export const sure = 0.85;
/** For what no phrase fits, but which may be a task. */
export const guess = 0.6;

export function readRequest(reading: Reading, range: Range): Intention[] {
  return (
    readKnown(reading, range) ??
    remembered(reading.guesses, range, () => fallback(reading, withoutPoliteness(reading, range)))
  );
}

/** What a phrase of the language makes of it; nothing when none fits, so that only a guess is left. */
export function readKnown(reading: Reading, range: Range): Intention[] | undefined {
  return remembered(reading.answers, range, () => understand(reading, range));
}

function remembered<Answer>(known: Remembered<Answer>, { from, to }: Range, read: () => Answer): Answer {
  const key = `${from}-${to}`;
  const entry = known.get(key) ?? { answer: read() };
  known.set(key, entry);
  return entry.answer;
}

function understand(reading: Reading, range: Range): Intention[] | undefined {
  const polite = withoutPoliteness(reading, range);
  const direct = inImperative(reading, polite);
  if (direct) return readRequest(direct, polite);
  const asSaid = readPhrase(reading, range);
  if (asSaid && isSmallTalk(asSaid)) return asSaid;
  return readWish(reading, polite) ?? readPhrase(reading, polite) ?? asSaid;
}

/** "would you mind adding milk": from "adding" on it is a request like any other. */
function inImperative(reading: Reading, { from }: Range): Reading | undefined {
  const { tokens, locale } = reading;
  const { gerund_leads, imperativeOf } = locale.requests;
  const asked = from > 0 && gerund_leads.has(tokens[from - 1]!.word);
  const word = asked && tokens[from] && imperativeOf(tokens[from].word);
  if (!word) return undefined;
  return {
    ...reading,
    tokens: tokens.with(from, { ...tokens[from]!, word }),
    answers: new Map(),
    guesses: new Map(),
  };
}

/** "thank you" and "help": politeness is the message. */
const isSmallTalk = ([first]: Intention[]) => first !== undefined && Object.keys(first).length === 3;

interface Among {
  /** No phrase that is less sure. */
  least?: number;
  phrasesAt?: Reading["locale"]["requests"]["phrasesAt"];
}

/** Nothing when no phrase of the language fits. */
export function readPhrase(
  reading: Reading,
  range: Range,
  { least = 0, phrasesAt = reading.locale.requests.phrasesAt }: Among = {},
): Intention[] | undefined {
  if (range.from >= range.to) return undefined;
  for (const phrase of phrasesAt(reading.tokens[range.from]!)) {
    if (phrase.confidence < least) continue;
    const found = match(phrase.pattern, reading.tokens, range);
    const read =
      found &&
      readers[phrase.reading]?.({
        reading,
        slots: found.slots,
        values: { ...found.values, ...phrase.values },
        confidence: phrase.confidence,
      });
    if (read) return read;
  }
  return undefined;
}

/** "I want to delete the milk task" is a request; "I need to cancel the gym" is a to-do. */
function readWish(reading: Reading, range: Range): Intention[] | undefined {
  const rest = afterAny(reading, reading.locale.requests.wishes, range);
  if (rest === undefined) return undefined;
  const body = { from: rest, to: range.to };
  const request = readPhrase(reading, body, { least: sure });
  return request?.every((each) => isAboutTasks(each) || speaksOfTasks(reading, body)) ? request : undefined;
}

function isAboutTasks(intention: Intention): boolean {
  return !("target" in intention) || isExplicit(intention.target) || intention.operation === "reschedule";
}

function afterAny(reading: Reading, patterns: Pattern[], range: Range): number | undefined {
  for (const pattern of patterns) {
    const found = match(pattern, reading.tokens, range, { prefix: true });
    if (found && found.to < range.to) return found.to;
  }
  return undefined;
}

/** Something is always left over: "thanks" alone is not politeness but the message. */
export function withoutPoliteness(reading: Reading, range: Range): Range {
  const { openings, closings } = reading.locale.requests;
  let { from, to } = range;
  for (
    let next: number | undefined = from;
    next !== undefined;
    next = afterAny(reading, openings, { from, to })
  )
    from = next;
  for (let length = 4; length > 0; length -= 1) {
    const tail = { from: to - length, to };
    if (tail.from <= from || !closings.some((pattern) => match(pattern, reading.tokens, tail))) continue;
    to = tail.from;
    length = 5;
  }
  return { from, to };
}

function fallback(reading: Reading, range: Range): Intention[] {
  const { tokens, locale } = reading;
  const first = tokens[range.from];
  if (!first) return [shrug("unclear")];
  const { questions, not_tasks } = locale.grammar;

  const speaks = speaksOfTasks(reading, range);
  const foreign = not_tasks.some((pattern) => match(pattern, tokens, range, { prefix: true }));
  if (foreign || questions.has(first.word)) return [shrug(speaks ? "unclear" : "not_about_tasks")];
  const dated =
    findMentions(tokens, range, locale.dates, reading.clock).length > 0 ||
    reading.recurrences.some(({ from, to }) => from >= range.from && to <= range.to);
  const added =
    dated || startsWithVerb(reading, range) || hasMarker(reading, range)
      ? readAdd(reading, range, guess)
      : undefined;
  return [added ?? shrug("unclear")];
}

const hasMarker = ({ tokens }: Reading, { from, to }: Range) =>
  tokens.slice(from, to).some(({ text, quoted }) => !quoted && /^[+@#*]\p{L}/u.test(text));

const shrug = (reason: "not_about_tasks" | "unclear"): Intention => ({
  operation: "reject",
  reason,
  confidence: guess,
  spans: {},
});
