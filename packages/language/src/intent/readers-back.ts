/** Requests for what is over, and sentences that say or ask whether something was done. */
import { findMentions } from "../dates/mentions.ts";
import type { Intention } from "../meaning.ts";
import type { Range } from "../text/pattern.ts";
import { type Reading, wordsOf } from "../text/reading.ts";
import { inThePast, onlyDue } from "./due-filter.ts";
import type { Reader } from "./readers.ts";
import { readReference } from "./reference.ts";
import { readWhenValue } from "./values.ts";

/** "what changed yesterday": nothing but days may follow. */
const history: Reader = ({ reading, slots, confidence }) => {
  const { days } = slots;
  const due = days && onlyDue(reading, days);
  if (days && !due) return undefined;
  const past = due && { days: inThePast(due, reading.clock) };
  return [{ operation: "history", ...past, confidence, spans: {} }];
};

const asking = (text: string, confidence: number): Intention[] => [
  { operation: "ask_done", text, confidence, spans: {} },
];

/** "when did I finish the report", "did I do the dishes" */
const askDone: Reader = ({ reading, slots, confidence }) => {
  const { target } = slots;
  const { text, ...more } = target ? readReference(reading, target) : {};
  if (!target || !text || Object.keys(more).length > 0) return undefined;
  return asking(text, confidence);
};

/** "did I call mom", "have I watered the plants today": the task is called as one would say it beforehand. */
const askDid: Reader = ({ reading, slots, confidence }) => {
  const { body } = slots;
  if (!body) return undefined;
  const { infinitiveOf, verbs } = reading.locale.grammar;
  const { word } = reading.tokens[body.from]!;
  const verb = verbs.has(word) ? word : infinitiveOf(word);
  const said = withoutDay(reading, body);
  if (!verb || said.to - said.from < 2) return undefined;
  return asking(`${verb} ${wordsOf(reading, { ...said, from: said.from + 1 })}`, confidence);
};

/** When it was done is no part of what a task is called: "I mowed the lawn this morning". */
export function withoutDay({ tokens, locale, clock }: Reading, { from, to }: Range): Range {
  const day = findMentions(tokens, { from, to }, locale.dates, clock, true).at(-1);
  return day && day.to === to && day.from > from ? { from, to: day.from } : { from, to };
}

/** In tokens: whoever says more of a thing tells a story. */
const longestThing = 4;

/** "the sink" of "the sink is fixed"; nothing for "it" and for what is no name. */
function thingIn(reading: Reading, target: Range | undefined): string | undefined {
  if (!target || target.to - target.from > longestThing) return undefined;
  const { grammar, cues } = reading.locale;
  const { word } = reading.tokens[target.from]!;
  if (grammar.questions.has(word) || cues?.wonders.has(word)) return undefined;
  const { text, ...more } = readReference(reading, target);
  return Object.keys(more).length > 0 ? undefined : text;
}

/** "plants watered" → "water plants", "report finished" → "report" */
const becomes =
  (say: (text: string, confidence: number, or_text?: string) => Intention[]): Reader =>
  ({ reading, slots, confidence }) => {
    const { target, deed } = slots;
    const thing = thingIn(reading, target);
    if (!thing || !deed) return thing ? say(thing, confidence) : undefined;
    const { infinitiveOf, gets } = reading.locale.grammar;
    const verb = infinitiveOf(wordsOf(reading, deed).toLowerCase());
    return verb ? say(`${verb} ${thing}`, confidence, gets?.has(verb) ? thing : undefined) : undefined;
  };

const completing = (text: string, confidence: number, or_text?: string): Intention[] => [
  { operation: "complete", target: { text, ...(or_text && { or_text }) }, confidence, spans: {} },
];

/** "dentist moved to Monday" */
const wasMoved: Reader = ({ reading, slots, confidence }) => {
  const text = thingIn(reading, slots.target);
  const to = slots.value && readWhenValue(reading, slots.value, { bare_hour: true });
  if (text === undefined || !to) return undefined;
  return [{ operation: "reschedule", target: { text }, ...to, confidence, spans: {} }];
};

export const back: Record<string, Reader> = {
  history,
  ask_done: askDone,
  ask_did: askDid,
  ask_became: becomes(asking),
  fact: becomes(completing),
  was_moved: wasMoved,
};
